import { IRoute } from '../router';
export const pageRoutes: IRoute[] = [];
