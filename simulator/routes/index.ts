/** All routes: those of the API, and those of pages. */

import { IRoute } from '../router';
import { communityRoutes } from './communities';
import { draftRoutes } from './drafts';
import { draftFileRoutes } from './files';
import { oauthRoutes } from './oauth';
import { pageRoutes } from './pages';
import { recordRoutes } from './records';
import { handleRoutes, resolverRoutes } from './resolver';
import { requestRoutes } from './requests';
import { reviewRoutes } from './reviews';
import { searchRoutes } from './search';
import { selfServiceRoutes } from './selfService';
import { vocabularyRoutes } from './vocabularies';

/** Under `/api`: JSON, with CORS. */
export const API_ROUTES: IRoute[] = [
  ...searchRoutes,
  ...draftFileRoutes,
  ...draftRoutes,
  ...recordRoutes,
  ...reviewRoutes,
  ...requestRoutes,
  ...communityRoutes,
  ...selfServiceRoutes,
  ...vocabularyRoutes,
  ...handleRoutes
];

/** Everything else: pages, without CORS. */
export const PAGE_ROUTES: IRoute[] = [
  ...pageRoutes,
  ...resolverRoutes,
  ...oauthRoutes
];
