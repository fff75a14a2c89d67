import type { IDate } from '../../model';
import { cases } from './verdictCase';

const published = (publicationDate: string) => ({ publicationDate });

const date = (change: Partial<IDate>) => ({
  dates: [
    { key: '1', date: '2026-01', type: 'collected', description: '', ...change }
  ]
});

/** Dates of all kinds. */
export const dates = [
  ...cases('publication date', [
    ['a day', published('2026-11-21')],
    ['a month', published('2026-11')],
    ['a year', published('2026')],
    ['an interval', published('2026-11-21/2026-12')],
    ['an interval of one day', published('2026-11-21/2026-11-21')],
    ['in the future', published('2999-12-31')],
    ['a leap day', published('2024-02-29')],
    ['with blanks around', published(' 2026 ')],
    ['missing', published(''), 'publicationDate'],
    ['no leap day', published('2025-02-29'), 'publicationDate'],
    ['the 31st of November', published('2026-11-31'), 'publicationDate'],
    ['the 13th month', published('2026-13'), 'publicationDate'],
    ['written in German', published('21.11.2026'), 'publicationDate'],
    ['written with slashes', published('21/11/2026'), 'publicationDate'],
    ['without leading zeros', published('2026-1-5'), 'publicationDate'],
    ['without hyphens', published('20261121'), 'publicationDate'],
    ['in words', published('November 2026'), 'publicationDate'],
    ['an interval backwards', published('2026-12/2026-11'), 'publicationDate'],
    ['of three', published('2026/2027/2028'), 'publicationDate'],
    ['with a time', published('2026-11-21T10:00:00Z'), 'publicationDate'],
    ['not certain', published('2026?'), 'publicationDate'],
    ['at which the server stumbles', published('2026/..'), 'publicationDate'],
    ['a season', published('2026-21'), 'publicationDate']
  ]),
  ...cases('date', [
    ['a month', date({})],
    ['an interval', date({ date: '2026-01-01/2026-02-01' })],
    ['with a description', date({ description: 'field season' })],
    ['with a time', date({ date: '2026-11-21T10:00:00Z' })],
    ['with a time and its zone', date({ date: '2026-11-21T10:00:00+01:00' })],
    ['with a time of where it was', date({ date: '2026-11-21T10:00:00' })],
    ['with hours only', date({ date: '2026-11-21T10:00Z' }), 'dates.0.date'],
    ['with an hour too late', date({ date: '2026-11-21T25:00:00Z' }), 'dates.0.date'], // prettier-ignore
    ['on no day', date({ date: '2026-02-30T10:00:00Z' }), 'dates.0.date'],
    ['missing', date({ date: '' }), 'dates.0.date'],
    ['in words', date({ date: 'yesterday' }), 'dates.0.date'],
    ['without type', date({ type: '' }), 'dates.0.type'],
    ['without anything', date({ date: '', type: '' }), ['dates.0.date', 'dates.0.type']] // prettier-ignore
  ])
];
