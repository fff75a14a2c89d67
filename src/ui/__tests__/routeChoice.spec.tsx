import type { IRouteState } from '../../session/state';
import { FakeSession, Page, readyState } from './testing';

let page: Page;

afterEach(() => page.dispose());

function open(route: IRouteState): FakeSession {
  const ready = readyState();
  const session = new FakeSession({
    ...ready,
    publish: { ...ready.publish, route }
  });
  page = new Page(session);
  return session;
}

const legends = () =>
  page.all('legend').map(legend => legend.textContent ?? '');

describe('the choice of the way of the files', () => {
  it('is not there without a server that sends them', () => {
    open({ offered: false, by: 'browser', unseen: 3 });
    expect(legends()).not.toContain('How the files travel');
  });

  it('names both ways, and what is not looked through', () => {
    const session = open({ offered: true, by: 'server', unseen: 2 });
    expect(legends()).toContain('How the files travel');
    expect(page.host.textContent).toMatch(/2 files of more than 5 MB stay/);
    const inputs = page.all<HTMLInputElement>('input[name$="-route"]');
    expect(inputs.map(({ checked }) => checked)).toEqual([true, false]);
    page.press(inputs[1]);
    expect(session.calls).toContainEqual(['chooseRoute', 'browser']);
  });

  it('says nothing of that where the browser reads all', () => {
    open({ offered: true, by: 'browser', unseen: 2 });
    expect(page.host.textContent).not.toMatch(/more than 5 MB/);
  });
});
