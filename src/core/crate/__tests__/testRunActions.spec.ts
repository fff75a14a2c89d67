import type { ITestEvidence } from '../../testRun/evidence';
import { Graph } from '../entities';
import { addTestRuns } from '../testRunActions';

const evidence: ITestEvidence = {
  stamp: 's',
  kind: 'environment',
  begun: Date.UTC(2026, 10, 21, 10, 0),
  ended: Date.UTC(2026, 10, 21, 10, 2),
  environment: {
    ...{ tool: 'uv', language: 'python', used: '3.12.4' },
    differences: ['apt']
  },
  notebooks: [
    {
      ...{ path: '01 clean.ipynb', outcome: 'ran', error: '', outputs: 'same' },
      ...{ seconds: 12.34, peakBytes: 150_000_000 }
    },
    {
      ...{ path: '02.ipynb', outcome: 'error', error: 'KeyError' },
      ...{ outputs: null, seconds: 1, peakBytes: 0 }
    },
    {
      ...{ path: '03.ipynb', outcome: 'waiting', error: '', outputs: null },
      ...{ seconds: 0, peakBytes: 0 }
    }
  ]
};

function described(changed: Partial<ITestEvidence> = {}) {
  const things = new Graph();
  const all = { ...evidence, ...changed };
  const references = addTestRuns(things, all, 'requirements.txt');
  const byId = Object.fromEntries(things.entities.map(e => [e['@id'], e]));
  return { references, byId };
}

describe('what a crate says of a test run', () => {
  it('is an action for each notebook that was run', () => {
    const { references, byId } = described();
    expect(references).toEqual([{ '@id': '#test-run-1' }, { '@id': '#test-run-2' }]); // prettier-ignore
    expect(byId['#test-run-1']).toMatchObject({
      '@type': 'CreateAction',
      name: 'Test run of 01 clean.ipynb in a clean environment',
      instrument: { '@id': '01%20clean.ipynb' },
      object: { '@id': 'requirements.txt' },
      startTime: '2026-11-21T10:00:00.000Z',
      endTime: '2026-11-21T10:02:00.000Z',
      actionStatus: { '@id': 'http://schema.org/CompletedActionStatus' }
    });
    const results = byId['#test-run-1'].result as { '@id': string }[];
    expect(
      results.map(({ '@id': id }) => [byId[id].name, byId[id].value])
    ).toEqual([
      ['outputs', 'unchanged'],
      ['seconds', '12.3'],
      ['peak of memory in bytes', '150000000'],
      ['environment made with', 'uv'],
      ['language version', '3.12.4'],
      ['differs from Binder', 'system packages were not installed']
    ]);
  });

  it('says which one stopped, and why', () => {
    expect(described().byId['#test-run-2']).toMatchObject({
      actionStatus: { '@id': 'http://schema.org/FailedActionStatus' },
      error: 'KeyError'
    });
  });

  it('claims no environment where there was but a fresh kernel', () => {
    const { byId } = described({ kind: 'kernel', environment: null });
    expect(byId['#test-run-1']).toMatchObject({
      name: 'Test run of 01 clean.ipynb in a fresh kernel'
    });
    expect(byId['#test-run-1']).not.toHaveProperty('object');
  });
});
