import { plainEnglish as trans } from '../../../text';
import { readZenodoJson } from '../zenodoJson';
import { describeExamples } from './describeExamples';
import { zenodoOther } from './examples/zenodoOther';
import { zenodoPeople } from './examples/zenodoPeople';
import { zenodoWorks } from './examples/zenodoWorks';

describeExamples(
  '.zenodo.json',
  [...zenodoPeople, ...zenodoWorks, ...zenodoOther],
  text => readZenodoJson(text, '.zenodo.json', trans)
);
