import { plainEnglish as trans } from '../../../text';
import { readCodemeta } from '../codemeta';
import { describeExamples } from './describeExamples';
import { codemetaOther } from './examples/codemetaOther';
import { codemetaPeople } from './examples/codemetaPeople';

const read = (text: string) => readCodemeta(text, 'codemeta.json', trans);

describeExamples('codemeta.json', [...codemetaPeople, ...codemetaOther], read);

describe('what a codemeta.json offers', () => {
  it('is a date and those who maintain it', () => {
    const { values, offers } = read(
      '{"datePublished": "2020-01-01", "maintainer": {"familyName": "Main"}}'
    );
    expect(values).toEqual({});
    expect(offers).toEqual({
      publicationDate: '2020-01-01',
      contributors: [
        expect.objectContaining({ familyName: 'Main', role: 'contactperson' })
      ]
    });
  });
});
