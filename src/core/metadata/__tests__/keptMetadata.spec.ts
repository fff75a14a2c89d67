import fc from 'fast-check';
import { emptyMetadata } from '../empty';
import { readKeptMetadata } from '../keptMetadata';
import { complete } from './complete';

const again = (value: unknown) =>
  readKeptMetadata(JSON.parse(JSON.stringify(value)));

describe('readKeptMetadata', () => {
  it('brings back all that was kept', () => {
    expect(again(complete)).toEqual(complete);
    expect(again(emptyMetadata('2026-11-21'))).toEqual(
      emptyMetadata('2026-11-21')
    );
  });

  it('reads a form of the time when it had eight fields', () => {
    const earlier = {
      title: 'T',
      resourceType: 'dataset',
      publicationDate: '2026',
      creators: [
        {
          key: '1',
          kind: 'person',
          familyName: 'Doe',
          givenName: '',
          name: '',
          orcid: '',
          affiliations: ['CERN']
        }
      ],
      description: 'd',
      licenses: [{ id: 'mit', title: 'MIT License' }],
      keywords: ['a'],
      version: '1'
    };
    expect(again(earlier)).toEqual({
      ...emptyMetadata('2026'),
      ...earlier,
      creators: [
        {
          ...earlier.creators[0],
          identifiers: [],
          affiliations: [{ name: 'CERN' }],
          role: ''
        }
      ]
    });
  });

  it.each([null, 1, 'x', [], {}, { creators: [null, 'x'], licenses: [{}] }])(
    'makes an empty form of %j',
    kept => {
      expect(readKeptMetadata(kept)).toEqual({
        ...emptyMetadata(''),
        resourceType: ''
      });
    }
  );

  it('makes a form of anything', () => {
    const shape = JSON.stringify(Object.keys(emptyMetadata('')));
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('__proto__', ...Object.keys(complete)),
          fc.jsonValue()
        ),
        kept => {
          const read = readKeptMetadata(kept);
          expect(JSON.stringify(Object.keys(read))).toBe(shape);
          expect(again(read)).toEqual(read);
        }
      )
    );
  });
});
