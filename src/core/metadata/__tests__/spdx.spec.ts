import { licenseChoice, licenseId } from '../spdx';

describe('licenseId', () => {
  it.each([
    ['MIT', 'mit'],
    ['CC-BY-4.0', 'cc-by-4.0'],
    ['GPL-3.0', 'gpl-3.0-only'],
    ['GPL-3.0+', 'gpl-3.0-or-later'],
    ['LGPL-2.1+', 'lgpl-2.1-or-later'],
    ['AGPL-3.0', 'agpl-3.0-only'],
    ['GFDL-1.3', 'gfdl-1.3-only'],
    ['GPL-3.0-or-later', 'gpl-3.0-or-later'],
    ['GPLv3', 'gpl-3.0-only'],
    ['Apache 2.0', 'apache-2.0'],
    ['BSD', null],
    ['BSD License', null],
    ['LicenseRef-mine', null],
    ['constructor', 'constructor'],
    ['', null]
  ])('of %s is %s', (spdx, id) => {
    expect(licenseId(spdx)).toBe(id);
  });
});

describe('licenseChoice', () => {
  it.each([
    [['MIT', 'Apache-2.0', 'MIT'], ['mit', 'apache-2.0'], []],
    [['(MIT OR Apache-2.0)'], ['mit', 'apache-2.0'], []],
    [['MIT AND Zlib'], [], ['MIT AND Zlib']],
    [
      ['GPL-2.0-only WITH Classpath-exception-2.0', 'MIT'],
      ['mit'],
      ['GPL-2.0-only WITH Classpath-exception-2.0']
    ],
    [[''], [], []]
  ])('of %j', (expressions, known, unknown) => {
    expect(licenseChoice(expressions)).toEqual({ ids: known, unknown });
  });
});
