import { FetchHttp } from '../core/zenodo/fetchHttp';

/** One for the page: all publications share a site's limits, and upload in turn. */
export const pageHttp = new FetchHttp();
