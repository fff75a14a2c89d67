import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { pythons } from '../../__tests__/python';
import { isTrueOnBinder } from '../marker';

const python = '3.12';

/** What Python's `packaging` says of markers on such a computer. */
function realVerdicts(markers: readonly string[]): boolean[] {
  const code = `
import json, sys
from pip._vendor.packaging.markers import Marker
computer = {"os_name": "posix", "sys_platform": "linux", "platform_machine": "x86_64",
  "platform_python_implementation": "CPython", "platform_system": "Linux",
  "implementation_name": "cpython", "python_version": "3.12", "python_full_version": "3.12.99",
  "implementation_version": "3.12.99", "platform_release": "", "platform_version": "", "extra": ""}
print(json.dumps([Marker(m).evaluate(computer) for m in json.load(sys.stdin)]))`;
  return JSON.parse(
    execFileSync(pythons[0], ['-c', code], {
      input: JSON.stringify(markers),
      encoding: 'utf8'
    })
  ) as boolean[];
}

const clause = fc.constantFrom(
  'sys_platform == "win32"',
  'sys_platform != "win32"',
  "platform_system == 'Linux'",
  '"linux" in sys_platform',
  "platform_machine not in 'aarch64 arm64'",
  'python_version < "3.9"',
  'python_version >= "3.10"',
  'python_full_version < "3.13"',
  '"3.11" <= python_version',
  'python_version ~= "3.10"',
  'python_full_version == "3.12.*"',
  'python_version != "3.12"',
  'implementation_name == "cpython"',
  'os_name == "nt"',
  'extra == "test"',
  'platform_python_implementation != "PyPy"'
);

const { marker } = fc.letrec<{ marker: string }>(tie => ({
  marker: fc.oneof(
    { depthSize: 'small' },
    clause,
    fc
      .tuple(tie('marker'), fc.constantFrom('and', 'or'), tie('marker'))
      .map(([left, word, right]) => `${left} ${word} ${right}`),
    tie('marker').map(inner => `(${inner})`)
  )
}));

describe('isTrueOnBinder', () => {
  it('decides as Python does', () => {
    const markers = fc.sample(marker, { numRuns: 500, seed: 7 });
    const real = realVerdicts(markers);
    const ours = markers.map(one => isTrueOnBinder(one, { python }));
    expect(new Set(real).size).toBe(2);
    expect(markers.filter((_, i) => ours[i] !== real[i])).toEqual([]);
  });

  it.each([
    ['"dev" in dependency_groups', { groups: ['dev'] }, true],
    ['"dev" in dependency_groups', {}, false],
    ['"dev" not in dependency_groups', {}, true],
    ['"gpu" in extras', { extras: ['gpu'] }, true],
    ['extra == "gpu"', { extras: ['gpu'] }, true]
  ])('knows the groups of %s with %j', (text, more, expected) => {
    expect(isTrueOnBinder(text, { python, ...more })).toBe(expected);
  });

  it.each([
    '',
    'nonsense',
    'python_version <',
    'unknown == "x"',
    '(sys_platform == "win32"',
    'sys_platform == "win32" os_name == "nt"',
    '#',
    '('.repeat(5000)
  ])('installs what it cannot read: %s', text => {
    expect(isTrueOnBinder(text, { python })).toBe(true);
  });
});
