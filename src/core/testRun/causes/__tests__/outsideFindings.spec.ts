import { plainEnglish as trans } from '../../../text';
import { outsideFindings } from '../outsideFindings';
import { runOf } from './kit';

describe('what a run read outside of its folder', () => {
  it('is told, by notebook, with some of the files', () => {
    const outside = ['~/data/a.csv', '~/data/b.csv', '/srv/c.csv', '/srv/d.csv']; // prettier-ignore
    const [finding, ...more] = outsideFindings(runOf({ outcome: 'ran', outside }), trans); // prettier-ignore
    expect(more).toEqual([]);
    expect(finding.place).toEqual({ path: 'analysis.ipynb' });
    expect(finding.message).toContain('~/data/a.csv, ~/data/b.csv, /srv/c.csv and 1 more'); // prettier-ignore
  });

  it('is nothing where there is nothing', () => {
    expect(outsideFindings(runOf({ outcome: 'ran' }), trans)).toEqual([]);
  });
});
