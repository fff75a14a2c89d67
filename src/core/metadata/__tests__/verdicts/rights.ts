import type { IAward, IFunder, ILicense, IMetadata } from '../../model';
import { cases } from './verdictCase';

const licence = (title: string, link = '', description = ''): ILicense => ({
  id: '',
  title,
  own: { key: '1', description, link }
});

const restricted = (
  until: string,
  reason = '',
  access: IMetadata['access'] = 'restricted-files'
) => ({ access, embargo: { active: true, until, reason } });

const funded = (funder: IFunder, award: Partial<IAward> | null = null) => ({
  funding: [
    {
      key: '1',
      funder,
      award: award && { number: '', title: '', url: '', ...award }
    }
  ]
});

const club: IFunder = { name: 'Garden Club' };

/** Licences, access, funding. */
export const rights = [
  ...cases('licences', [
    ['two', { licenses: [{ id: 'mit', title: '' }, { id: 'cc-by-4.0', title: '' }] }], // prettier-ignore
    ['one twice', { licenses: [{ id: 'mit', title: '' }, { id: 'mit', title: '' }] }], // prettier-ignore
    ['one of our own', { licenses: [licence('Ask first')] }],
    ['one of our own, with all', { licenses: [licence('Ask first', 'https://example.org/terms', 'Write to us.')] }], // prettier-ignore
    ['one of each', { licenses: [{ id: 'mit', title: '' }, licence('Ask first')] }], // prettier-ignore
    ['one without a title', { licenses: [licence(' ', 'https://example.org')] }, 'licenses.0.title'], // prettier-ignore
    ['one with a wrong link', { licenses: [licence('Ask first', 'example.org')] }, 'licenses.0.own.link'], // prettier-ignore
    ['one with a link to a host', { licenses: [licence('Ask first', 'https://example')] }, 'licenses.0.own.link'], // prettier-ignore
    ['a wrong link in the second', { licenses: [{ id: 'mit', title: '' }, licence('Ask first', 'x')] }, 'licenses.1.own.link'] // prettier-ignore
  ]),
  ...cases('access', [
    ['restricted files', { access: 'restricted-files' }],
    ['a restricted record', { access: 'restricted-record' }, 'access'],
    ['an embargo', restricted('2040-06-01', 'Under review')],
    ['an embargo without a reason', restricted('2040-06-01')],
    ['an embargo without leading zeros', restricted('2040-6-1')],
    ['an embargo that is over', restricted('2020-01-01'), 'embargo.until'],
    ['an embargo without an end', restricted(''), 'embargo.until'],
    ['an embargo until a month', restricted('2040-06'), 'embargo.until'],
    ['an embargo until no day', restricted('2040-02-30'), 'embargo.until'],
    ['an embargo in words', restricted('next year'), 'embargo.until'],
    ['an embargo of public files', restricted('2020-01-01', '', 'public')],
    ['an embargo that is not meant', { access: 'restricted-files', embargo: { active: false, until: '2020-01-01', reason: '' } }] // prettier-ignore
  ]),
  ...cases('funding', [
    ['by name', funded(club)],
    ['of the list', funded({ id: '00k4n6c32', name: 'European Commission' })],
    ['of the list, with an award', funded({ id: '00k4n6c32', name: '' }, { id: '00k4n6c32::101122956' })], // prettier-ignore
    ['with a number', funded(club, { number: '12' })],
    ['with a title', funded(club, { title: 'Scents' })],
    ['with all', funded(club, { number: '12', title: 'Scents', url: 'https://example.org/12' })], // prettier-ignore
    ['with a DOI', funded(club, { number: '12', url: 'https://doi.org/10.1/x' })], // prettier-ignore
    ['without funder', funded({ name: ' ' }), 'funding.0.funder'],
    ['without funder, with an award', funded({ name: '' }, { number: '12' }), 'funding.0.funder'], // prettier-ignore
    ['with an empty award', funded(club, {}), 'funding.0.award'],
    ['with an address alone', funded(club, { url: 'https://example.org/12' }), 'funding.0.award'], // prettier-ignore
    ['with a wrong address', funded(club, { number: '12', url: 'example.org' }), 'funding.0.award.url'] // prettier-ignore
  ])
];
