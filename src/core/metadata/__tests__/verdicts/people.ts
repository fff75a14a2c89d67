import { emptyCreator } from '../../empty';
import type { ICreator } from '../../model';
import { jane } from '../forms';
import { cases } from './verdictCase';

const person = (change: Partial<ICreator>) => ({
  creators: [{ ...jane, ...change }]
});

const team = (change: Partial<ICreator>) => ({
  creators: [
    { ...emptyCreator('1', 'organisation'), name: 'The Team', ...change }
  ]
});

const identified = (...ids: readonly [scheme: string, identifier: string][]) =>
  ids.map(([scheme, identifier], index) => ({
    key: String(index),
    scheme,
    identifier
  }));

const personWith = (...ids: readonly [string, string][]) =>
  person({ identifiers: identified(...ids) });

const teamWith = (...ids: readonly [string, string][]) =>
  team({ identifiers: identified(...ids) });

const helper = (change: Partial<ICreator>) => ({
  contributors: [{ ...jane, role: 'datacurator', ...change }]
});

const FIRST = 'creators.0.identifiers.0';

/** Creators and contributors. */
export const people = [
  ...cases('creators', [
    ['none', { creators: [] }, 'creators'],
    ['a family name alone', person({ givenName: '' })],
    ['a given name alone', person({ familyName: '' }), 'creators.0.familyName'],
    ['a family name of blanks', person({ familyName: ' \u200b' }), 'creators.0.familyName'], // prettier-ignore
    ['an organisation', team({})],
    ['an organisation without a name', team({ name: '' }), 'creators.0.name'],
    ['an organisation with names of a person', team({ familyName: 'x', givenName: 'y' })], // prettier-ignore
    ['a person with the name of an organisation', person({ name: 'left over' })], // prettier-ignore
    ['one twice', { creators: [jane, { ...jane, key: '2' }] }],
    ['a role', person({ role: 'researcher' })],
    [
      'the third of three without a name',
      { creators: [jane, { ...jane, key: '2' }, emptyCreator('3')] },
      'creators.2.familyName'
    ]
  ]),
  ...cases('ORCID', [
    ['bare', person({ orcid: '0000-0002-1825-0097' })],
    ['that ends in X', person({ orcid: '0000-0002-1694-233X' })],
    ['with a small x', person({ orcid: '0000-0002-1694-233x' })],
    ['as an address', person({ orcid: 'https://orcid.org/0000-0002-1825-0097' })], // prettier-ignore
    ['as an address with www', person({ orcid: 'https://www.orcid.org/0000-0002-1825-0097/' })], // prettier-ignore
    ['without hyphens', person({ orcid: '0000000218250097' })],
    ['with another last digit', person({ orcid: '0000-0002-1825-0098' }), 'creators.0.orcid'], // prettier-ignore
    ['out of range', person({ orcid: '0009-0001-2345-6789' }), 'creators.0.orcid'], // prettier-ignore
    ['of an ISNI', person({ orcid: '0000-0001-2103-2683' }), 'creators.0.orcid'], // prettier-ignore
    ['too short', person({ orcid: '0000-0002-1825' }), 'creators.0.orcid'],
    ['of words', person({ orcid: 'none' }), 'creators.0.orcid'],
    ['of an organisation', teamWith(['orcid', '0000-0002-1825-0097'])],
    ['left over of an organisation', team({ orcid: 'wrong' })],
    [
      'twice',
      person({
        orcid: '0000-0002-1825-0097',
        identifiers: identified(['orcid', '0000-0002-1694-233X'])
      }),
      'creators.0.identifiers'
    ]
  ]),
  ...cases('ISNI', [
    ['with blanks', personWith(['isni', '0000 0001 2103 2683'])],
    ['without blanks', personWith(['isni', '0000000121032683'])],
    ['wrong', personWith(['isni', '0000 0001 2103 2684']), FIRST],
    ['told', personWith(['', '0000 0001 2103 2683'])],
    ['beside an ORCID', person({ orcid: '0000-0002-1825-0097', identifiers: identified(['isni', '0000 0001 2103 2683']) })], // prettier-ignore
    ['wrong beside an ORCID', person({ orcid: '0000-0002-1825-0097', identifiers: identified(['isni', '1']) }), FIRST] // prettier-ignore
  ]),
  ...cases('GND', [
    ['bare', personWith(['gnd', '118540238'])],
    ['with a prefix', personWith(['gnd', 'gnd:118540238'])],
    ['as an address', personWith(['gnd', 'https://d-nb.info/gnd/118540238'])],
    ['with a hyphen', personWith(['gnd', '4079163-4'])],
    ['of ten digits', personWith(['gnd', '1012345678'])],
    ['of letters', personWith(['gnd', 'abc']), FIRST],
    ['with another last digit', personWith(['gnd', '118540239']), FIRST, 'stricter'], // prettier-ignore
    ['told', personWith(['', 'gnd:118540238'])]
  ]),
  ...cases('ROR', [
    ['bare', teamWith(['ror', '01ggx4157'])],
    ['as an address', teamWith(['ror', 'https://ror.org/01ggx4157'])],
    ['in capitals', teamWith(['ror', '01GGX4157'])],
    ['of a person', personWith(['ror', '01ggx4157'])],
    ['with a slash at the end', teamWith(['ror', 'https://ror.org/01ggx4157/']), FIRST], // prettier-ignore
    ['with other last digits', teamWith(['ror', '01ggx4158']), FIRST, 'stricter'], // prettier-ignore
    ['too short', teamWith(['ror', '01ggx41']), FIRST],
    ['told', teamWith(['', 'https://ror.org/01ggx4157'])],
    ['and another', teamWith(['ror', '01ggx4157'], ['ror', '052gg0110']), 'creators.0.identifiers'], // prettier-ignore
    ['and an ISNI', teamWith(['ror', '01ggx4157'], ['isni', '0000 0001 2103 2683'])] // prettier-ignore
  ]),
  ...cases('identifier of a person', [
    ['empty', personWith(['isni', ' ']), FIRST],
    ['that cannot be told', personWith(['', 'https://example.org/me']), FIRST],
    ['of a kind for works', personWith(['doi', '10.1/x']), FIRST],
    ['of no kind', personWith(['email', 'a@example.org']), FIRST],
    ['of a kind in capitals', personWith(['ORCID', '0000-0002-1825-0097']), FIRST] // prettier-ignore
  ]),
  ...cases('affiliations', [
    ['two', person({ affiliations: [{ name: 'A' }, { name: 'B' }] })],
    ['one of the list', person({ affiliations: [{ id: '01ggx4157', name: 'CERN' }] })], // prettier-ignore
    ['the same twice', person({ affiliations: [{ name: 'A' }, { name: 'A ' }] }), 'creators.0.affiliations'], // prettier-ignore
    ['the same of the list twice', person({ affiliations: [{ id: '01ggx4157', name: 'CERN' }, { id: '01ggx4157', name: 'C.' }] }), 'creators.0.affiliations'], // prettier-ignore
    ['the same in other letters', person({ affiliations: [{ name: 'a' }, { name: 'A' }] })], // prettier-ignore
    ['of an organisation', team({ affiliations: [{ name: 'A' }] })]
  ]),
  ...cases('contributors', [
    ['one', helper({})],
    ['an organisation', { contributors: [{ ...emptyCreator('1', 'organisation'), name: 'X', role: 'sponsor' }] }], // prettier-ignore
    ['one without a role', helper({ role: '' }), 'contributors.0.role'],
    ['one without a name', helper({ familyName: '' }), 'contributors.0.familyName'], // prettier-ignore
    ['one with a wrong ORCID', helper({ orcid: '0000-0002-1825-0098' }), 'contributors.0.orcid'], // prettier-ignore
    ['one with affiliations twice', helper({ affiliations: [{ name: 'A' }, { name: 'A' }] }), 'contributors.0.affiliations'] // prettier-ignore
  ])
];
