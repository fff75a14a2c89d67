import { nextVersion } from '../nextVersion';

describe('the next number', () => {
  it.each([
    ['1.0.0', '1.1.0'],
    ['v2.3.4', 'v2.4.0'],
    ['1.0', null],
    ['2026-11', null],
    ['', null],
    ['1.0.0-rc1', null]
  ])('after %s is %s', (version, next) => {
    expect(nextVersion(version)).toBe(next);
  });
});
