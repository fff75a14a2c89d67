import * as fc from 'fast-check';
import { dateTrouble } from '../edtf';

describe('dateTrouble', () => {
  it.each([
    '2026',
    '2026-11',
    '2026-11-21',
    '2024-02-29',
    '2000-02-29',
    '2026-11/2026-12',
    '2026-11-21/2026-11-21',
    '2026-11/2026',
    '2026/2026-01',
    '2025-12-31/2026'
  ])('takes %s', date => {
    expect(dateTrouble(date)).toBeNull();
  });

  it.each([
    ['', 'form'],
    ['20261121', 'form'],
    ['2026-1-5', 'form'],
    ['21/11/2026', 'form'],
    ['November 2026', 'form'],
    ['2026?', 'form'],
    ['2026~', 'form'],
    ['202X', 'form'],
    ['2026-XX', 'form'],
    ['2026/..', 'form'],
    ['2026-11-21/', 'form'],
    ['2025/2026/2027', 'form'],
    ['2026-11-21T10:00:00Z', 'form'],
    ['2026-21', 'calendar'],
    ['2026-00', 'calendar'],
    ['2025-02-29', 'calendar'],
    ['1900-02-29', 'calendar'],
    ['2026-04-31', 'calendar'],
    ['2026-04-00', 'calendar'],
    ['0000', 'calendar'],
    ['2026-12/2026-11', 'order'],
    ['2027/2026-12-31', 'order']
  ])('refuses %s (%s)', (date, trouble) => {
    expect(dateTrouble(date)).toBe(trouble);
  });

  it('agrees with the calendar of JavaScript', () => {
    const days = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 })
    );
    fc.assert(
      fc.property(days, ([year, month, day]) => {
        const pad = (n: number) => String(n).padStart(2, '0');
        const real =
          new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
        const trouble = dateTrouble(`${year}-${pad(month)}-${pad(day)}`);
        expect(trouble).toBe(real ? null : 'calendar');
      })
    );
  });
});
