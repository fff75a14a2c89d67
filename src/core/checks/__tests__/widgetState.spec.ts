import { plainEnglish } from '../../text';
import { widgetStateCheck } from '../widgetState';
import { code, notebookFile, run } from './notebookFiles';

const check = widgetStateCheck(plainEnglish);
const KEY = 'application/vnd.jupyter.widget-state+json';
const widgets = (saved: unknown) =>
  run(check, notebookFile([code('1', 1)], { metadata: { widgets: { [KEY]: saved } } })); // prettier-ignore
const model = (version: string, state: object = {}) => ({
  model_module: '@jupyter-widgets/controls',
  model_module_version: version,
  model_name: 'FloatProgressModel',
  state
});

describe('widget-state', () => {
  it.each([
    ['1.5.0', '7'],
    ['2.0.0', '8'],
    ['^1.0.0', '7']
  ])('notes controls %s as ipywidgets %s', async (controls, version) => {
    const [finding] = await widgets({
      state: { a: { model_module: 'x' }, b: model(controls) },
      version_major: 2
    });
    expect(finding).toMatchObject({
      severity: 'info',
      fixes: [
        { fix: { kind: 'edit-copy', edit: { kind: 'drop-widget-state' } } }
      ]
    });
    expect(finding.message).toContain(`ipywidgets ${version}.`);
  });

  it('warns from 5 MB on', async () => {
    const of = (size: number) =>
      widgets({ state: { a: model('2.0.0', { value: 'x'.repeat(size) }) } });
    expect((await of(4_900_000))[0].severity).toBe('info');
    expect((await of(5_100_000))[0].severity).toBe('warning');
  });

  it.each([[{}], [null], [3], [{ a: model('1.5.0') }], [{ state: [1] }]])(
    'warns of the form %j',
    async saved => {
      const [finding] = await widgets(saved);
      expect(finding.severity).toBe('warning');
      expect(finding.message).toContain('not in the usual form');
    }
  );

  it('notes models of other packages without a version', async () => {
    const [finding] = await widgets({ state: { a: null, b: { model_module: 'k3d' } } }); // prettier-ignore
    expect(finding.severity).toBe('info');
    expect(finding.message).not.toContain('ipywidgets');
  });

  it.each([
    [{}],
    [{ widgets: {} }],
    [{ widgets: [KEY] }],
    [{ widgets: { other: 1 } }]
  ])('accepts %j', async metadata => {
    const file = notebookFile([code('1', 1)], { metadata });
    expect(await run(check, file)).toEqual([]);
  });
});
