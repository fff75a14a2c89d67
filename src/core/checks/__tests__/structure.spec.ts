import { plainEnglish } from '../../text';
import { structureCheck } from '../structure';
import {
  code,
  fileOf,
  markdown,
  notebookFile,
  places,
  run
} from './notebookFiles';

const check = structureCheck(plainEnglish);
const mark = (side: string) => side.repeat(7);
const conflict = `${mark('<')} HEAD\na\n${mark('=')}\nb\n${mark('>')} other\n`;

describe('dup-ids', () => {
  it('accepts a notebook in form, and one without ids before 4.5', async () => {
    expect(await run(check, [markdown('# A'), code('1', 1)])).toEqual([]);
    const cells = [markdown('a', { id: undefined })];
    const old = notebookFile(cells, { nbformat_minor: 4 });
    expect(await run(check, old)).toEqual([]);
  });

  it.each([undefined, '', 'a b', 3, 'same', 'x'.repeat(65)])(
    'warns of the id %j',
    async id => {
      const cells = [code('1', 1, [], { id: 'same' }), markdown('a', { id })];
      const found = await run(check, cells);
      expect(places(found)).toEqual(['notebook.cell-ids 2']);
      expect(found[0].severity).toBe('warning');
    }
  );

  it('stops for what is no JSON, and says where', async () => {
    const [finding] = await run(check, fileOf('a.ipynb', '{\n "cells": [,]}'));
    expect(finding).toMatchObject({
      id: 'notebook.invalid',
      severity: 'error',
      stops: true
    });
    expect(finding.message).toContain('line 2');
    const { error: _, ...silent } = fileOf('a.ipynb', '');
    expect((await run(check, silent))[0].message).toContain('damaged');
  });

  it('stops for a merge that was not finished, wherever it stands', async () => {
    for (const before of [
      '',
      '{\n',
      `{"a": "${'x'.repeat(999_990)}",\n`,
      `{"a": "${'x'.repeat(2_000_000)}",\n`
    ]) {
      const file = fileOf('a.ipynb', `${before}${conflict}`);
      const [finding] = await run(check, file);
      expect(finding).toMatchObject({
        id: 'notebook.conflict',
        severity: 'error',
        stops: true,
        excerpt: `${mark('<')} HEAD`
      });
    }
  });

  it('does not take a mark within a line for one', async () => {
    const broken = `{"a": "${'x'.repeat(999_992)}${mark('<')} HEAD"`;
    const [finding] = await run(check, fileOf('a.ipynb', broken));
    expect(finding.id).toBe('notebook.invalid');
  });

  it('warns of old notebooks, without stopping', async () => {
    const old = '{"nbformat": 3, "worksheets": []}';
    const [finding] = await run(check, fileOf('a.ipynb', old));
    expect(finding).toMatchObject({
      id: 'notebook.unsupported',
      severity: 'warning'
    });
    expect(finding.stops).toBeUndefined();
  });

  it('warns of a merge in a cell', async () => {
    const found = await run(check, [markdown('# A'), code(conflict, 1)]);
    expect(places(found)).toEqual(['notebook.conflict-cell 2']);
    const near = [code(`a ${mark('<')} b`, 1), code(`${mark('<')}b`, 2)];
    expect(await run(check, near)).toEqual([]);
  });
});
