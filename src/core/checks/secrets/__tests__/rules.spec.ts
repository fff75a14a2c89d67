/** Each rule of the table with what it finds and what it must not. */
import { formTable, hex, name, r } from './formTable';
import { ALNUM } from './labelled/random';
import { jwt, tokens } from './labelled/tokens';
import { placeTable } from './placeTable';
import { hitsIn, rulesIn } from './scanText';

describe.each([...formTable, ...placeTable])(
  'The rule %s',
  (rule, finds, passes) => {
    it.each(finds.map((text, i) => [i, text] as const))(
      'finds %i',
      async (_, text) => {
        expect(await rulesIn(`some words\n${text}\nand more`)).toContain(rule);
      }
    );

    it.each(passes.map((text, i) => [i, text] as const))(
      'passes %i',
      async (_, text) => {
        expect(await rulesIn(`some words\n${text}\nand more`)).not.toContain(
          rule
        );
      }
    );
  }
);

describe('Files known by their names', () => {
  it.each([
    '.env',
    'a/.env.local',
    '.netrc',
    'id_rsa',
    'k/server.pem',
    'kaggle.json',
    '.jupyter/jupyter_config.py'
  ])('stops %s', async path => {
    const [hit] = await hitsIn('', path);
    expect(hit).toMatchObject({ rule: 'dotfile', level: 'stop', path });
  });

  it.each([
    'env.txt',
    '.environment',
    '.env.example',
    'id_rsa.pub',
    'pem.txt',
    'credentials.md',
    'jupyter/a.py'
  ])('passes %s', async path => {
    expect(await hitsIn('', path)).toEqual([]);
  });
});

describe('What matters less', () => {
  it.each([
    ['jwt', jwt(r, 1), 'note', 'expired'],
    ['jwt', jwt(r, 9999999999), 'warn', undefined],
    [
      'jupyter-token',
      `http://localhost:8888/?token=${hex(48)}`,
      'warn',
      'local'
    ],
    ['stripe', name('sk|_test_') + r.mixed(24), 'warn', 'test-key'],
    ['keyword', `pwd = "${r.from(ALNUM, 12)}7x"`, 'warn', undefined]
  ])('%s', async (rule, text, level, remark) => {
    const [hit] = await hitsIn(text);
    expect([hit.rule, hit.level, hit.remark]).toEqual([rule, level, remark]);
  });

  it('A Google key in a page may be a map’s', async () => {
    const [hit] = await hitsIn(name('AI|za') + r.mixed(35), 'map.html');
    expect(hit).toMatchObject({ level: 'stop', remark: 'map-key' });
  });

  it('the more exact rule is believed', async () => {
    const [maker] = tokens.github;
    const text = `Authorization: token ${maker(r)}`;
    expect(await rulesIn(text)).toEqual(['github']);
  });
});
