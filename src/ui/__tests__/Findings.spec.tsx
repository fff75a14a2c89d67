import { clear, finding, FindingsPage, write } from './findingsPage';
import { focused, nameOf } from './testing';

let page: FindingsPage;

afterEach(() => page.dispose());

describe('a finding', () => {
  it('says how much it matters, what it is, and where', () => {
    page = new FindingsPage([
      finding('a', { severity: 'error', excerpt: 'read("x")' }),
      finding('b', { excerpt: 'About b' }),
      finding('c', { severity: 'info', place: { path: 'r.txt', line: 3 } })
    ]);
    const texts = page.items().map(li => li.textContent);
    expect(texts[0]).toContain('To fix: About a.');
    expect(texts[1]).toContain('To check: About b.');
    expect(texts[2]).toContain('Note: About c.');
    const codes = page.all('.jp-ZenodoPublisher-findingText code');
    // What the message says already is not said twice.
    expect(codes.map(code => code.textContent)).toEqual(['read("x")']);
    page.press(page.buttons('Show a.ipynb, cell 3')[0]);
    page.press(page.button('Show r.txt, line 3'));
    expect(page.session.calls).toEqual([
      ['open', 'a.ipynb', 2],
      ['open', 'r.txt']
    ]);
  });

  it('makes no elements of what it quotes', () => {
    page = new FindingsPage([
      finding('a', {
        message: 'Read <img src=x> here.',
        excerpt: '<script>alert(1)</script>',
        fixes: [write({ after: '<img src=x>\n', path: '<b>' })]
      })
    ]);
    page.use('Fix… Add pyarrow');
    expect(page.all('img, script')).toHaveLength(0);
    expect(page.one('ins').textContent).toContain('<img src=x>');
  });

  it('offers to be ignored, but not where it keeps all from going out', () => {
    page = new FindingsPage([
      finding('stop', { severity: 'error', stops: true }),
      finding('stop', {
        severity: 'error',
        stops: true,
        section: 'environment'
      }),
      finding('error', { severity: 'error' }),
      finding('warning'),
      finding('note', { severity: 'info' }),
      finding('code', { severity: 'info', message: 'Read `a.csv` **now**.' }),
      finding('meta', { severity: 'error', section: 'metadata' }),
      finding('env', { severity: 'error', section: 'environment' })
    ]);
    const names = page.all('button').map(nameOf);
    expect(names.filter(name => name.startsWith('Ignore'))).toEqual([
      'Ignore: About warning.',
      'Ignore: About note.',
      'Ignore: Read a.csv now.',
      'Ignore: About env.'
    ]);
    page.use('Ignore: About warning.');
    expect(page.session.calls).toEqual([['ignore', 'warning']]);
    expect(page.told()).toContain('Ignored.');
    expect(focused()).toContain('About note.');
    // The last of a list: the list has the focus. Nothing left: what was set aside.
    page.use('Ignore: Read a.csv now.');
    expect(focused()).toBe('Findings in Contents');
  });

  it('leaves the focus on what was set aside when nothing else is left', () => {
    page = new FindingsPage([finding('only')]);
    page.use('Ignore: About only.');
    expect(page.all('ul[aria-label="Findings in Contents"]')).toHaveLength(0);
    expect(focused()).toBe('1 set aside');
  });

  it('stays unfolded when findings are told anew, in another order', () => {
    const one = finding('one', { fixes: [write()], key: 'k' });
    page = new FindingsPage([one, finding('two', { fixes: [clear] })]);
    page.use('Fix… Add pyarrow');
    page.change({
      findings: [
        finding('zero'),
        finding('two', { fixes: [clear], message: 'Now 3 of them.' }),
        { ...one, message: 'Other words.' }
      ]
    });
    expect(page.all('[aria-expanded="true"]').map(nameOf)).toContain(
      'Fix… Add pyarrow'
    );
    expect(
      page
        .button('Fix… Leave it out of the published copy')
        .getAttribute('aria-expanded')
    ).toBe('false');
    expect(focused()).toBe('Fix… Add pyarrow');
  });

  it('tells two alike apart', () => {
    const error = jest.spyOn(console, 'error').mockImplementation();
    page = new FindingsPage([
      finding('same', { fixes: [write()] }),
      finding('same', { fixes: [write()] })
    ]);
    page.press(page.buttons('Fix… Add pyarrow')[1]);
    expect(
      page
        .buttons('Fix… Add pyarrow')
        .map(one => one.getAttribute('aria-expanded'))
    ).toEqual(['false', 'true']);
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
  });

  it('is folded with the others, from six of a kind on', () => {
    page = new FindingsPage('abcdefg'.split('').map(id => finding(id)));
    expect(page.items()).toHaveLength(6);
    page.use('and 2 more');
    expect(page.items()).toHaveLength(7);
    expect(focused()).toBe('Findings in Contents');
  });
});

describe('what was set aside', () => {
  it('unfolds with its reason, and can be shown again', () => {
    const one = finding('one');
    const two = finding('two', { severity: 'error', stops: true });
    page = new FindingsPage([], {
      setAside: [
        { finding: one, reason: '' },
        { finding: two, reason: 'An <b>example</b>' },
        { finding: finding('env', { section: 'environment' }), reason: '' }
      ]
    });
    page.press(page.button('Contents'));
    const button = page.button('2 set aside');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(page.all('ul[aria-label="Set aside"]')).toHaveLength(0);
    page.use('2 set aside');
    const lines = page.all('ul[aria-label="Set aside"] > li');
    expect(
      lines.map(line => line.textContent?.includes('Your reason'))
    ).toEqual([false, true]);
    expect(lines[1].textContent).toContain('Your reason: An <b>example</b>');
    page.use('Show again: About two.');
    expect(page.session.calls).toEqual([['bringBack', 'two']]);
    expect(page.told()).toBe('Shown again.');
    expect(focused()).toContain('To fix: About two.');
    // Each section has its own.
    expect(page.buttons('1 set aside')).toHaveLength(2);
  });
});
