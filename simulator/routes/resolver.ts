import { IRoute } from '../router';
export const resolverRoutes: IRoute[] = [];
