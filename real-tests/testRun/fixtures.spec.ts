import { availableParallelism, freemem } from 'node:os';

import { ICause } from '../../src/core/testRun/causes/cause';
import { causesOf } from '../../src/core/testRun/causes/causesOf';
import { outsideFindings } from '../../src/core/testRun/causes/outsideFindings';
import { plainEnglish as trans } from '../../src/core/text';
import { hasProgram, hasPython, IEnded, rehearse } from './engine';
import { fixtureNames, FixtureProject } from './project';

/** A project, run, mended, and run again. */
interface IRehearsed {
  readonly first: IEnded;
  readonly causes: readonly ICause[];
  readonly second: IEnded | null;
}

const projects = fixtureNames.map(name => new FixtureProject(name));

/** What this machine lacks to show a fixture; '' = nothing. */
function lacks({ expected }: FixtureProject): string {
  const python = expected.pythons?.find(version => !hasPython(version));
  const program = expected.unlessProgram;
  return python
    ? `without Python ${python}`
    : program && hasProgram(program)
      ? `with ${program}`
      : '';
}

const shown = projects.filter(project => lacks(project) === '');

/** Each run takes some 300 MB with what installs its packages. */
const atOnce = freemem() > 2e9 ? Math.min(2, availableParallelism()) : 1;

const rehearsed = new Map<string, IRehearsed>();

async function mend(project: FixtureProject): Promise<void> {
  const first = await rehearse(project);
  const causes = causesOf(first.run, project.context(first.log));
  const fix = causes[0]?.fixes[0];
  let second: IEnded | null = null;
  if (fix && project.expected.secondRun !== null) {
    project.apply(fix.fix);
    second = await rehearse(project);
  }
  rehearsed.set(project.name, { first, causes, second });
}

function of({ name }: FixtureProject): IRehearsed {
  const found = rehearsed.get(name);
  if (!found) {
    throw new Error(`${name} was not run.`);
  }
  return found;
}

function outcome({ run }: IEnded): string {
  return run.failure?.code ?? run.notebooks[0]?.outcome ?? run.phase;
}

beforeAll(async () => {
  const waiting = [...shown];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await mend(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}, 900_000);

describe.each(projects.map(project => ({ name: project.name, project })))(
  'the project $name',
  ({ project }) => {
    const { expected } = project;
    const test = shown.includes(project) ? it : it.skip;
    const ways = lacks(project);

    test(`stops where it is broken ${ways}`.trim(), () => {
      const { first } = of(project);
      expect(outcome(first)).toBe(expected.outcome);
      if (expected.outcome !== 'install') {
        expect(first.run.notebooks[0].cell).toBe(expected.cell);
      }
    });

    test('is told its cause, and the fix', () => {
      const { causes } = of(project);
      expect(causes.map(({ kind }) => kind)).toEqual(
        expected.cause === null ? [] : [expected.cause]
      );
      const [cause] = causes;
      if (cause) {
        expect(cause.title).toContain(expected.says);
        expect(cause.place.cell ?? null).toBe(expected.cell);
      }
      expectFix(cause?.fixes[0]?.fix ?? null, expected.fix);
    });

    if (expected.outside) {
      const { path } = expected.outside;
      test('is told what it read elsewhere', () => {
        const findings = outsideFindings(of(project).first.run, trans);
        expect(findings.map(({ excerpt }) => excerpt)).toEqual([path]);
      });
    }

    if (expected.secondRun !== null) {
      test(`ends with “${expected.secondRun}” after it`, () => {
        const { second } = of(project);
        expect(second && outcome(second)).toBe(expected.secondRun);
      });
    }
  }
);

function expectFix(
  fix: ICause['fixes'][number]['fix'] | null,
  expected: FixtureProject['expected']['fix']
): void {
  if (expected === null || fix === null) {
    expect(fix).toBe(expected);
    return;
  }
  const { adds, ...same } = expected;
  expect(fix).toMatchObject(same);
  if (fix.kind === 'write-file' && adds !== undefined) {
    const before = (fix.before ?? '').split('\n');
    const added = fix.after.split('\n').filter(line => !before.includes(line));
    expect(added).toEqual([adds]);
  }
}

it('at least eight projects run after their fix', () => {
  const mended = shown.filter(project => {
    const { second } = of(project);
    return second !== null && outcome(second) === 'ran';
  });
  expect(mended.length).toBeGreaterThanOrEqual(8);
});
