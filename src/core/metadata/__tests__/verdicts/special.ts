import {
  emptyConference,
  emptyPublishingInformation,
  emptySoftware
} from '../../empty';
import type {
  IConference,
  IImprint,
  IJournal,
  ISoftware,
  IThesis
} from '../../model';
import { complete } from '../complete';
import { cases } from './verdictCase';

const software = (change: Partial<ISoftware>) => ({
  software: { ...emptySoftware, ...change }
});

const conference = (change: Partial<IConference>) => ({
  conference: { ...emptyConference, ...change }
});

const empty = emptyPublishingInformation;

const journal = (change: Partial<IJournal>) => ({
  publishingInformation: { ...empty, journal: { ...empty.journal, ...change } }
});

const imprint = (change: Partial<IImprint>) => ({
  publishingInformation: { ...empty, imprint: { ...empty.imprint, ...change } }
});

const thesis = (change: Partial<IThesis>) => ({
  publishingInformation: { ...empty, thesis: { ...empty.thesis, ...change } }
});

const ISSN = 'publishingInformation.journal.issn';
const ISBN = 'publishingInformation.imprint.isbn';

/** Software, publishing information, conference; and all fields at once. */
export const special = [
  ...cases('software', [
    ['all', software(complete.software)],
    ['an address with a port', software({ repository: 'http://localhost:3000/a' })], // prettier-ignore
    ['an address without a scheme', software({ repository: 'github.com/a/b' }), 'software.repository'], // prettier-ignore
    ['an address of SSH', software({ repository: 'git@github.com:a/b.git' }), 'software.repository'], // prettier-ignore
    ['an address of Git', software({ repository: 'git+https://github.com/a/b' }), 'software.repository'], // prettier-ignore
    ['an address with a blank', software({ repository: 'https://example.org/a b' }), 'software.repository'], // prettier-ignore
    ['a language twice', software({ programmingLanguages: [{ id: 'python', title: '' }, { id: 'python', title: '' }] })] // prettier-ignore
  ]),
  ...cases('journal', [
    ['all', journal(complete.publishingInformation.journal)],
    ['an ISSN without a hyphen', journal({ issn: '20779550' })],
    ['an ISSN that ends in x', journal({ issn: '2434-561x' })],
    ['an ISSN with a wrong digit', journal({ issn: '2077-9551' }), ISSN],
    ['an ISSN of words', journal({ issn: 'none' }), ISSN]
  ]),
  ...cases('imprint', [
    ['all', imprint(complete.publishingInformation.imprint)],
    ['an ISBN of ten digits', imprint({ isbn: '0-306-40615-2' })],
    ['an ISBN with a prefix', imprint({ isbn: 'ISBN 978-3-16-148410-0' })],
    [
      'an ISBN with a wrong digit',
      imprint({ isbn: '978-3-16-148410-1' }),
      ISBN
    ],
    ['an ISBN of words', imprint({ isbn: 'none' }), ISBN]
  ]),
  ...cases('thesis', [
    ['all', thesis(complete.publishingInformation.thesis)],
    ['a date that is not certain', thesis({ dateSubmitted: '2026?' })],
    ['a date in words', thesis({ dateSubmitted: 'May' }), 'publishingInformation.thesis.dateSubmitted'], // prettier-ignore
    ['a date on no day', thesis({ dateDefended: '2026-02-30' }), 'publishingInformation.thesis.dateDefended'] // prettier-ignore
  ]),
  ...cases('conference', [
    ['all', conference(complete.conference)],
    ['a wrong address', conference({ url: 'example.org' }), 'conference.url']
  ]),
  ...cases('all fields', [
    ['at once', complete],
    [
      'wrong in many places',
      {
        ...complete,
        title: 'x',
        relatedWorks: [{ ...complete.relatedWorks[0], relation: '' }],
        conference: { ...complete.conference, url: 'x' },
        dates: [{ ...complete.dates[0], date: 'x' }]
      },
      ['title', 'relatedWorks.0.relation', 'conference.url', 'dates.0.date']
    ]
  ])
];
