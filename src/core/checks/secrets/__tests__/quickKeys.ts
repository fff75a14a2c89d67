import { fnv1a } from './labelled/random';
import { ISecretKeys } from '../secretKeys';

/** Keys for tests that make many: as stable as the real ones, and as different. */
export const quickKeys: ISecretKeys = {
  key: async ({ id }, value) => `${id}-${fnv1a(`${id} ${value}`)}`
};
