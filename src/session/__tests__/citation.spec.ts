import { Desk } from './desk';

describe('the citation of what was published', () => {
  it('is copied as the site gives it, or not at all', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    expect(await session.copy.citation('text')).toBe(false);
    await session.publication.publish();
    const { outcome } = session.state.publish;
    expect(await session.copy.citation('text')).toBe(true);
    expect(await session.copy.citation('bibtex')).toBe(true);
    const [text, bibtex] = desk.copied.slice(-2);
    expect(text).toContain(outcome?.doi);
    expect(bibtex).toContain('@misc{');
    expect(await session.copy.citation('cff')).toBe(true);
    const cff = desk.copied.pop();
    expect(cff).toMatch(/^cff-version: 1\.2\.0\n/);
    expect(cff).toContain(`doi: ${outcome?.doi}\n`);
    desk.zenodo.simulator.faults.add({ kind: 'drop', times: Infinity });
    expect(await session.copy.citation('text')).toBe(false);
    expect(desk.copied.slice(-1)).toEqual([bibtex]);
    session.dispose();
  });
});
