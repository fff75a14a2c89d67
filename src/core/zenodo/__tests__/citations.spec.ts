import { UnexpectedAnswerError } from '../errors';
import { failure, setUp } from './common';
import { recorded } from './recorded';
import { body, setUpSimulator } from './simulated';

describe('citeRecord', () => {
  it.each([
    ['text', 'record.get.csl_text', 'text/x-bibliography', 'Carberry, J.'],
    ['bibtex', 'record.get.bibtex', 'application/x-bibtex', '@misc{carberry']
  ] as const)('reads %s as recorded', async (format, name, type, begin) => {
    const { client, http } = setUp([recorded(name)]);
    const text = await client.citeRecord('100118', format);
    expect(text.startsWith(begin)).toBe(true);
    expect(http.lines).toEqual(['GET /records/100118']);
    expect(http.requests[0].headers).toEqual({ Accept: type });
  });

  it.each([
    ['text', '<!doctype html><p>Nothing'],
    ['text', '{"message": "no"}'],
    ['text', ' '],
    ['bibtex', 'Carberry (2026)'],
    ['bibtex', `@misc{${'a'.repeat(2_000_000)}`]
  ] as const)('takes no %s that is none', async (format, text) => {
    const { client } = setUp([{ status: 200, text }]);
    expect(await failure(client.citeRecord('1', format))).toBeInstanceOf(
      UnexpectedAnswerError
    );
  });

  it('cites what was published', async () => {
    const { client, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    await upload(id);
    const { doi } = await client.publish(id);
    const text = await client.citeRecord(id, 'text');
    expect(text).toContain('Silva, A. (2026)');
    expect(await client.citeRecord(id, 'bibtex')).toContain(
      `doi          = {${doi}}`
    );
  });
});
