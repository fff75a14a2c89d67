import { applied } from '../../src/core/binder/__tests__/applied';
import {
  Layout,
  layouts,
  notebook
} from '../../src/core/binder/__tests__/layouts';
import { troubles } from '../../src/core/binder/__tests__/troubles';
import type {
  IBinderDetection,
  IBinderOptions
} from '../../src/core/binder/detect';
import { ICase, IReal, ourVerdict, realVerdicts } from './verdicts';

/** A bundle after a fix, or (without a label) before all. */
interface ITry {
  readonly name: string;
  readonly label: string | null;
  readonly files: Layout;
  readonly ours: IBinderDetection;
  /** It was the bundle's only error. */
  readonly wasOnly: boolean;
  real?: IReal;
}

const options: IBinderOptions = { python: '3.12', today: '2026-11-21' };

const bundles: [string, Layout, IBinderOptions][] = [
  ...Object.entries(layouts).map(
    ([name, files]): [string, Layout, IBinderOptions] => [name, files, options]
  ),
  ...Object.entries(troubles).map(
    ([name, trouble]): [string, Layout, IBinderOptions] => [
      name,
      trouble.files,
      { ...options, ...trouble.options }
    ]
  )
];

/** All fixes of all findings, each carried out alone. */
async function tries(): Promise<ITry[]> {
  const all: ITry[] = [];
  for (const [name, layout, more] of bundles) {
    const files = { ...notebook, ...layout };
    const ours = await ourVerdict(files, more);
    all.push({ name, label: null, files, ours, wasOnly: false });
    const errors = ours.findings.filter(one => one.severity === 'error');
    for (const finding of ours.findings) {
      for (const { label, fix } of finding.fixes ?? []) {
        const after = applied(files, fix);
        all.push({
          name,
          label,
          files: after,
          ours: await ourVerdict(after, more),
          wasOnly: errors.length === 1 && errors[0] === finding
        });
      }
    }
  }
  return all;
}

/* What Binder has nothing to build with after a fix: the kernel is read then. */
const isEmptied = ({ ours }: ITry) =>
  ours.findings.some(({ id }) => id === 'binder.none');

describe('fixes, judged by repo2docker', () => {
  let all: ITry[];

  beforeAll(async () => {
    const made = await tries();
    const cases = made.map(({ files }): ICase => ({ files, way: 'folder' }));
    const real = await realVerdicts(cases);
    all = made.map((one, i) => ({ ...one, real: real[i] }));
  }, 300_000);

  it('are many', () => {
    expect(all.filter(({ label }) => label !== null).length).toBeGreaterThan(
      150
    );
  });

  it('leave bundles of which we say what repo2docker says', () => {
    const differing = all.filter(({ ours, real }) => {
      const isGood = real!.kind !== null && real!.error === null;
      return (
        ours.accepted !== isGood ||
        (isGood && (ours.kind !== real!.kind || (ours.pythonVersion ?? null) !== real!.python)) // prettier-ignore
      );
    });
    expect(
      differing.map(({ name, label, ours, real }) => [name, label, ours, real])
    ).toEqual([]);
  });

  it('mend what they are for', () => {
    const failed = all.filter(
      one => one.wasOnly && !isEmptied(one) && (!one.real!.kind || one.real!.error) // prettier-ignore
    );
    expect(failed.map(({ name, label, real }) => [name, label, real])).toEqual(
      []
    );
    expect(all.filter(one => one.wasOnly && !isEmptied(one)).length).toBeGreaterThan(60); // prettier-ignore
  });

  it('leave lists that pip can read, and find those that it cannot', () => {
    const listRules =
      /^binder\.(?:requirement|conda-form|include-missing|missing|local-path|wheel-platform|hashes|private-url)$/;
    const differing = all.filter(
      ({ ours, real }) =>
        real!.pip !== null &&
        !ours.findings.some(({ id }) => listRules.test(id))
    );
    expect(
      differing.map(({ name, label, real }) => [name, label, real!.pip])
    ).toEqual([]);
    expect(all.filter(({ real }) => real!.pip !== null).length).toBeGreaterThan(
      5
    );
  });
});
