import type { IIdentity } from '../core/checks/check';

/**
 * What the path of the server's root tells of the person at the keyboard: the
 * name of the account and its home folder. Nothing for the accounts that
 * everybody on a hub has.
 *
 * @param serverRoot - as in JupyterLab's page configuration.
 */
export function whoIsIt(serverRoot: string): IIdentity {
  const [home, user] =
    /^(?:\/home|\/Users|[A-Za-z]:[\\/]Users)[\\/]([^\\/]+)/.exec(serverRoot) ??
    [];
  const isShared = /^(jovyan|ubuntu|user|root|runner)$/i.test(user ?? '');
  return home && user && !isShared ? { home, user } : {};
}
