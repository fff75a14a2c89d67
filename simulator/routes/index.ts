/** All routes: those of the API, and those of pages. */

import { IRoute } from '../router';
import { draftRoutes } from './drafts';
import { draftFileRoutes } from './files';
import { pageRoutes } from './pages';
import { recordRoutes } from './records';
import { resolverRoutes } from './resolver';
import { searchRoutes } from './search';
import { vocabularyRoutes } from './vocabularies';

/** Under `/api`: JSON, with CORS. */
export const API_ROUTES: IRoute[] = [
  ...searchRoutes,
  ...draftFileRoutes,
  ...draftRoutes,
  ...recordRoutes,
  ...vocabularyRoutes,
  ...resolverRoutes.filter(one => one.pattern.test('/api/handles/10.1/x'))
];

/** Everything else: pages, without CORS. */
export const PAGE_ROUTES: IRoute[] = [
  ...pageRoutes,
  ...resolverRoutes.filter(one => !one.pattern.test('/api/handles/10.1/x'))
];
