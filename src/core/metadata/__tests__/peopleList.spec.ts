import * as fc from 'fast-check';
import { processorTime } from '../../__tests__/processorTime';
import { readPeople } from '../peopleList';
import { personName } from '../sources/personName';

describe('personName', () => {
  it.each([
    ['Silva, Ana Marques', 'Silva', 'Ana Marques'],
    ['Ana Marques Silva', 'Silva', 'Ana Marques'],
    ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig'],
    ['Charles de la Vallée Poussin', 'Poussin', 'Charles de la Vallée'],
    ['Vincent van der Berg', 'van der Berg', 'Vincent'],
    ['King, Jr., Martin Luther', 'King Jr.', 'Martin Luther'],
    ['Martin Luther King Jr.', 'King Jr.', 'Martin Luther'],
    ['DOE Jane', 'DOE', 'Jane'],
    ['de Souza', 'de Souza', ''],
    ['Plato', 'Plato', ''],
    ['山田太郎', '山田太郎', ''],
    ['JANE DOE', 'DOE', 'JANE'],
    ['  ', '', '']
  ])('reads "%s"', (name, familyName, givenName) => {
    expect(personName(name)).toEqual({ familyName, givenName });
  });
});

describe('readPeople', () => {
  const read = (text: string) =>
    readPeople(text, number => `p${number}`).map(
      ({ familyName, givenName, orcid, affiliations }) =>
        [
          familyName,
          givenName,
          orcid,
          ...affiliations.map(({ name }) => name)
        ].join('|')
    );

  it.each([
    ['Silva, Ana', 'Silva|Ana|'],
    [
      'Ana Silva 0000-0002-1825-0097 (University of Évora)',
      'Silva|Ana|0000-0002-1825-0097|University of Évora'
    ],
    [
      '2) Silva, Ana; CERN; Brown University; https://orcid.org/0000-0002-1825-0097',
      'Silva|Ana|0000-0002-1825-0097|CERN|Brown University'
    ],
    ['- Ana Silva <ana@example.org>', 'Silva|Ana|'],
    ['Silva\tCERN', 'Silva|||CERN'],
    ['Rui Costa (ORCID: 0000000218250097)', 'Costa|Rui|0000-0002-1825-0097']
  ])('reads "%s"', (line, expected) => {
    expect(read(line)).toEqual([expected]);
  });

  it('reads a line for each, and skips those without a name', () => {
    expect(read('Ana Silva\r\n\n42\n  Rui Costa  \r---')).toEqual([
      'Silva|Ana|',
      'Costa|Rui|'
    ]);
    expect(readPeople('A B\nC D', n => `p${n}`).map(({ key }) => key)).toEqual([
      'p0',
      'p1'
    ]);
  });

  it('takes any text, in linear time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const one of readPeople(text, String)) {
          expect(one.familyName.trim()).not.toBe('');
        }
      })
    );
    for (const evil of ['(', '@', ',', '0000-', '() ', ';', ' -']) {
      const begun = processorTime();
      readPeople(`a${evil.repeat(100_000)}\n`.repeat(5), String);
      expect(processorTime() - begun).toBeLessThan(500);
    }
  });
});
