import { processorTime } from '../../../__tests__/processorTime';
import { SecretKeys } from '../secretKeys';

const SALT = 'sixteen or more characters';

describe('The key of a secret', () => {
  const guessable = { id: 'keyword', guessable: true } as const;
  const random = { id: 'github' } as const;

  it.each([guessable, random])('%j: the same in every session', async rule => {
    const first = await new SecretKeys(SALT).key(rule, 'value');
    expect(first).toMatch(/^[\da-f]{64}$/);
    expect(await new SecretKeys(SALT).key(rule, 'value')).toBe(first);
  });

  it.each([guessable, random])('%j: of rule, value and salt', async rule => {
    const keys = new SecretKeys(SALT);
    const made = await Promise.all([
      keys.key(rule, 'value'),
      keys.key(rule, 'values'),
      keys.key({ ...rule, id: 'url-token' }, 'value'),
      new SecretKeys(`${SALT}!`).key(rule, 'value')
    ]);
    expect(new Set(made).size).toBe(4);
  });

  it('costs work where the value can be guessed, once', async () => {
    const keys = new SecretKeys(SALT);
    await keys.key(guessable, 'warm up');
    const time = async (value: string) => {
      const begin = processorTime();
      await keys.key(guessable, value);
      return processorTime() - begin;
    };
    // A quick hash of some bytes takes microseconds.
    const first = await time('hunter2');
    expect(first).toBeGreaterThan(5);
    expect(await time('hunter2')).toBeLessThan(first / 2);
  });
});
