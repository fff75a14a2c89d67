import { plainEnglish as trans } from '../../../text';
import { readCff } from '../cff';
import { describeExamples } from './describeExamples';
import { cffOther } from './examples/cffOther';
import { cffPeople } from './examples/cffPeople';
import { cffWorks } from './examples/cffWorks';

const read = (text: string) => readCff(text, 'CITATION.cff', trans);

describeExamples(
  'CITATION.cff',
  [...cffPeople, ...cffWorks, ...cffOther],
  read
);

describe('what a CITATION.cff offers', () => {
  it('is a date, a contact and the authors of the other work', () => {
    const { values, offers } = read(`date-released: 2020-01-01
contact:
  - family-names: Roe
preferred-citation:
  authors:
    - family-names: Other
  doi: 10.1234/x
`);
    expect(values).not.toHaveProperty('publicationDate');
    expect(values).not.toHaveProperty('creators');
    expect(offers).toEqual({
      publicationDate: '2020-01-01',
      contributors: [
        expect.objectContaining({ familyName: 'Roe', role: 'contactperson' })
      ],
      creators: [expect.objectContaining({ familyName: 'Other' })]
    });
  });
});
