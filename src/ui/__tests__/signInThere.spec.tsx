import { noSignIn, type ISignInState } from '../../session/signIn/signInState';
import { FakeSession, Page, readyState } from './testing';

let page: Page;

afterEach(() => page.dispose());

function open(signIn: Partial<ISignInState>): FakeSession {
  const ready = readyState();
  const session = new FakeSession({
    ...ready,
    account: {
      ...ready.account,
      status: 'signed-out',
      signIn: { ...noSignIn, offered: true, ...signIn }
    }
  });
  page = new Page(session);
  return session;
}

const button = (name: string) =>
  page.all('button').find(one => one.textContent === name);

function press(name: string): void {
  const found = button(name);
  if (!found) {
    throw new Error(`There is no button ${name}`);
  }
  page.press(found);
}

describe('Signing in on the site’s own page', () => {
  it('is not offered where it cannot be done', () => {
    open({ offered: false });
    expect(button('Sign in with Zenodo')).toBeUndefined();
    expect(page.host.textContent).toContain('your Zenodo token');
  });

  it('is offered above the field for a token', () => {
    const session = open({});
    press('Sign in with Zenodo');
    expect(session.calls).toContainEqual(['signInThere']);
    const [first, second] = page.all('.jp-ZenodoPublisher-account button');
    expect(first.textContent).toBe('Sign in with Zenodo');
    expect(first.className).toContain('jp-mod-accept');
    expect(second.textContent).toBe('Sign in');
    expect(second.className).not.toContain('jp-mod-accept');
  });

  it('has the focus of those who follow the last step left', () => {
    open({});
    press('signing in to Zenodo');
    expect(document.activeElement?.textContent).toBe('Sign in with Zenodo');
  });

  it('is what those are sent to whose publication waits for it', () => {
    const session = open({});
    const { publish } = session.state;
    page.change({
      phase: 'stopped',
      publish: {
        ...publish,
        trouble: {
          ...{ happened: 'a', kept: 'b', next: 'c', details: '' },
          actions: ['sign-in']
        }
      }
    });
    press('Go to Sign in');
    expect(document.activeElement?.textContent).toBe('Sign in with Zenodo');
  });

  it.each([
    ['waiting', /Go on in the window of Zenodo/, false],
    ['closed', /looks as if the window of Zenodo was closed/, true],
    ['asking', /Zenodo let you in/, false]
  ] as const)('says how it goes: %s', (phase, text, again) => {
    const session = open({ phase, problem: 'Of the last time.' });
    expect(page.host.textContent).toMatch(text);
    expect(page.host.textContent).not.toContain('Of the last time.');
    expect(button('Sign in with Zenodo') !== undefined).toBe(again);
    press('Do not wait');
    expect(session.calls).toContainEqual(['cancelSignIn']);
  });

  it('goes to the window that is open', () => {
    const session = open({ phase: 'waiting' });
    press('Show it');
    expect(session.calls).toContainEqual(['showWindow']);
  });

  it('says why it did not work, as text', () => {
    open({ problem: '<b>No</b>' });
    expect(page.host.textContent).toContain('<b>No</b>');
  });

  it('says after signing out what is left to do there', () => {
    open({ hasLeft: true });
    const link = page
      .all<HTMLAnchorElement>('a')
      .find(one => one.textContent?.startsWith('your applications'));
    expect(link?.href).toBe(
      'https://zenodo.org/account/settings/applications/'
    );
  });

  it('says who will keep what we get', () => {
    open({});
    expect(page.host.textContent).toContain('kept in memory until you close');
    expect(page.host.textContent).toContain('Kept in memory until you close');
    page.dispose();
    open({ keeper: 'manager' });
    expect(page.host.textContent).not.toContain('in memory');
    expect(page.host.textContent).not.toContain('Sent to zenodo.org only');
    expect(page.host.textContent).toMatch(
      /What we get is kept by the secrets manager of this Jupyter.*Used for zenodo.org only\. Kept by the secrets manager/
    );
  });

  it('says so where the token could not be removed', () => {
    open({ offered: false, hasLeft: true, keeper: 'stuck' });
    expect(page.host.textContent).toContain('did not remove the token');
    expect(page.host.textContent).not.toContain('we forgot the token');
  });

  it('says who keeps the token of somebody who is signed in', () => {
    const ready = readyState();
    const signIn: ISignInState = { ...noSignIn, keeper: 'manager' };
    page = new Page(
      new FakeSession({ ...ready, account: { ...ready.account, signIn } })
    );
    expect(page.host.textContent).toContain(
      'The token is kept by the secrets manager of this Jupyter.'
    );
    expect(page.host.textContent).not.toContain('in memory');
  });
});
