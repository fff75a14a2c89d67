import type { Exclusively } from '../../core/signIn/renewer';

/** By a Web Lock, where the page has them (not on plain `http://host`); else at once. */
export const exclusively: Exclusively = async (name, work) => {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks ? await locks.request(name, work) : work();
};
