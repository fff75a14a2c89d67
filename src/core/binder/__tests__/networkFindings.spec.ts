import { plainEnglish } from '../../text';
import { networkFindings } from '../networkFindings';

const found = (...texts: string[]) =>
  networkFindings(
    texts.map((text, cell) => ({ place: { path: 'a.ipynb', cell }, text })),
    plainEnglish
  ).map(({ excerpt, place }) => [excerpt, place?.cell]);

describe('networkFindings', () => {
  it.each([
    ['ftp://ftp.example.org/x', 'ftp://ftp.example.org'],
    ['"SFTP://me:pw@h.example.org/x"', 'sftp://h.example.org'],
    [
      'create_engine("postgresql+psycopg2://u:p@db.example.org/x")',
      'postgresql://db.example.org'
    ],
    ['mongodb+srv://a.example.org', 'mongodb://a.example.org'],
    ['http://example.org:8080/data.csv', 'http://example.org:8080'],
    ['https://example.org:8443', 'https://example.org:8443']
  ])('finds %s', (text, excerpt) => {
    expect(found(text)).toEqual([[excerpt, 0]]);
  });

  it.each([
    'https://example.org/x',
    'http://example.org:80/x',
    'rsync://example.org',
    'git://example.org:9418/x',
    'ftp://localhost/x',
    'mysql://127.0.0.1:3306',
    'file:///x',
    'nothing'
  ])('lets pass %s', text => {
    expect(found(text)).toEqual([]);
  });

  it('says each address once, at its first place, without a password', () => {
    const text = 'ftp://u:secret@h.example.org/a ftp://h.example.org/b';
    expect(found('x', text, text)).toEqual([['ftp://h.example.org', 1]]);
    const [one] = networkFindings([{ place: {}, text }], plainEnglish);
    expect(JSON.stringify(one)).not.toContain('secret');
  });

  it('is quick with long texts', () => {
    const text = 'ftp://'.repeat(50_000) + 'a'.repeat(300_000);
    const start = performance.now();
    found(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
