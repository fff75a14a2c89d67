import { emptySoftware } from '../../empty';
import { jane } from '../forms';
import { cases } from './verdictCase';

const work = { key: '1', identifier: '10.1/x', scheme: '', relation: 'cites', resourceType: '' }; // prettier-ignore
const unknown = { id: 'nope', title: '' };

/** Ids that are in no vocabulary: the server refuses the whole draft. */
export const unknownIds = cases('unknown id', [
  ['of a resource type', { resourceType: 'nope' }, 'resourceType'],
  ['of a licence', { licenses: [unknown] }, 'licenses'],
  ['of a licence in capitals', { licenses: [{ id: 'MIT', title: '' }] }, 'licenses'], // prettier-ignore
  ['of a language', { languages: [unknown] }, 'languages'],
  ['of a language of two letters', { languages: [{ id: 'en', title: '' }] }, 'languages'], // prettier-ignore
  ['of an affiliation', { creators: [{ ...jane, affiliations: [{ id: 'nope', name: '' }] }] }, 'creators.0.affiliations'], // prettier-ignore
  ['of a role', { creators: [{ ...jane, role: 'nope' }] }, 'creators.0.role'],
  ["of a contributor's role", { contributors: [{ ...jane, role: 'DataCurator' }] }, 'contributors.0.role'], // prettier-ignore
  ['of a relation', { relatedWorks: [{ ...work, relation: 'isSupplementTo' }] }, 'relatedWorks.0.relation'], // prettier-ignore
  ["of a related work's type", { relatedWorks: [{ ...work, resourceType: 'nope' }] }, 'relatedWorks.0.resourceType'], // prettier-ignore
  ['of a title', { additionalTitles: [{ key: '1', title: 'Title', type: 'nope', language: null }] }, 'additionalTitles.0.type'], // prettier-ignore
  ["of a title's language", { additionalTitles: [{ key: '1', title: 'Title', type: 'other', language: unknown }] }, 'additionalTitles.0.language'], // prettier-ignore
  ['of a description', { additionalDescriptions: [{ key: '1', description: 'Text', format: 'text', type: 'nope', language: null }] }, 'additionalDescriptions.0.type'], // prettier-ignore
  ['of a date', { dates: [{ key: '1', date: '2026', type: 'nope', description: '' }] }, 'dates.0.type'], // prettier-ignore
  ['of a subject', { subjects: [{ id: 'nope', subject: '', scheme: '' }] }, 'subjects'], // prettier-ignore
  ['of a funder', { funding: [{ key: '1', funder: { id: 'nope', name: '' }, award: null }] }, 'funding.0.funder'], // prettier-ignore
  ['of an award', { funding: [{ key: '1', funder: { id: '00k4n6c32', name: '' }, award: { id: 'nope', number: '', title: '', url: '' } }] }, 'funding.0.award'], // prettier-ignore
  ['of a programming language', { software: { ...emptySoftware, programmingLanguages: [unknown] } }, 'software.programmingLanguages'], // prettier-ignore
  ['of a status', { software: { ...emptySoftware, developmentStatus: 'nope' } }, 'software.developmentStatus'] // prettier-ignore
]);
