import * as fc from 'fast-check';
import { parse } from 'yaml';
import { parseToml, tomlTable } from '../../toml';
import { withLines } from '../addLine';

const lines = ['numpy==2.3.1', 'x @ https://x.example/x.zip#sha256=a'];

describe('withLines', () => {
  it.each([
    ['', 'numpy==2.3.1\n'],
    ['a', 'a\nnumpy==2.3.1\n'],
    ['a\r\n', 'a\r\nnumpy==2.3.1\r\n']
  ])('adds to requirements.txt with %j', (text, after) => {
    expect(withLines('binder/requirements.txt', text, lines.slice(0, 1))).toBe(
      after
    );
  });

  it.each([
    'dependencies:\n  - python=3.12 # mine\n',
    'dependencies:\n- python=3.12',
    'dependencies:\n  - python=3.12\n  - pip\n  - pip:\n    - "a"\nname: x\n',
    'dependencies:\r\n  - python=3.12\r\n  - pip:\r\n      - a\r\n  - b\r\n'
  ])('adds to environment.yml with %j', text => {
    const after = withLines('environment.yml', text, lines) ?? '';
    const { dependencies } = parse(after) as { dependencies: unknown[] };
    const pip = (dependencies as { pip?: string[] }[]).flatMap(one => one.pip ?? []); // prettier-ignore
    expect(pip.slice(-2)).toEqual(lines);
    expect(dependencies).toContain('python=3.12');
    const kept = text.split(/\r?\n/).filter(line => line);
    expect(after.split(/\r?\n/)).toEqual(expect.arrayContaining(kept));
  });

  it.each(['dependencies: [python=3.12]', 'name: x', '- a', 'dependencies: {'])(
    'leaves environment.yml with %j to the user',
    text => {
      expect(withLines('environment.yml', text, lines)).toBeNull();
    }
  );

  it('adds to Pipfile', () => {
    const text = '[[source]]\nurl = "x"\n\n[packages]\na = "*"\n';
    const after = withLines('Pipfile', text, ['numpy==2.3.1', 'b']) ?? '';
    expect({ ...tomlTable(parseToml(after).packages) }).toEqual({
      a: '*',
      b: '*',
      numpy: '==2.3.1'
    });
    expect(withLines('Pipfile', text, lines)).toBeNull();
    expect(withLines('Pipfile', 'a = 1', ['b'])).toBeNull();
  });

  it.each([
    ['[project]\nname = "x"\ndependencies = []\n', ['numpy==2.3.1']],
    ['[project]\ndependencies = [\n  "a",\n]\n[tool.x]\n', ['numpy==2.3.1', 'a']], // prettier-ignore
    ['[project]\ndependencies = ["a"] # mine\n', ['numpy==2.3.1', 'a']]
  ])('adds to pyproject.toml with %j', (text, expected) => {
    const after = withLines('pyproject.toml', text, ['numpy==2.3.1']) ?? '';
    expect(tomlTable(parseToml(after).project).dependencies).toEqual(expected);
  });

  it.each(['setup.py', 'setup.cfg', 'Pipfile.lock'])('leaves %s', path => {
    expect(withLines(path, 'x', ['a'])).toBeNull();
  });

  it('keeps what is there, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const path of ['requirements.txt', 'environment.yml', 'Pipfile', 'pyproject.toml']) { // prettier-ignore
          const after = withLines(path, text, ['numpy==1']);
          if (after !== null) {
            expect(after.length).toBeGreaterThan(text.length);
            expect(after.replace(/\s*(?:- pip:?\s*)*(?:- )?numpy.*$/s, '')).toBe(text.replace(/\s*$/, '').slice(0, after.length)); // prettier-ignore
          }
        }
      })
    );
  });
});
