import { canSend, readOffer, usualRoute } from '../jupyterServer';
import { readTransfer } from '../readState';

const offer = { sites: ['https://zenodo.org'], maxBytes: 1000 };
const file = (source: string | null, size: number | null) => ({ source, size });

describe('what Jupyter’s server can send', () => {
  it.each([
    ['files of its own', [file('a/b.csv', 1000)], true],
    ['what was made here', [file(null, 10), file('a', 1)], true],
    ['more than it takes', [file('a', 999), file('b', 2)], false],
    ['what has no known size', [file('a', null)], false],
    ['what is on another drive', [file('S3:a.csv', 1)], false]
  ])('%s', (_name, files, can) => {
    expect(canSend(offer, 'https://zenodo.org', files)).toBe(can);
  });

  it('is nothing for a site that it does not know, or without it', () => {
    const files = [file('a', 1)];
    expect(canSend(offer, 'https://other.example', files)).toBe(false);
    expect(canSend(null, 'https://zenodo.org', files)).toBe(false);
  });
});

describe('the way of those who do not choose', () => {
  it.each([
    ['auto', false, 50e6, 'browser'],
    ['auto', false, 50e6 + 1, 'server'],
    ['auto', true, 1, 'server'],
    ['browser', true, 1e9, 'browser'],
    ['server', false, 1, 'server']
  ] as const)('%s, remote %s, %s bytes: %s', (mode, isRemote, size, route) => {
    expect(usualRoute({ mode, isRemote }, [file('a', size)])).toBe(route);
  });
});

describe('what another version of the server says', () => {
  it.each([null, 7, {}, { transfers: null }, { transfers: { maxBytes: '1' } }])(
    'offers nothing: %j',
    value => {
      expect(readOffer(value)).toBeNull();
    }
  );

  it.each([null, [], {}, { id: 'a' }, { id: 'a', phase: 'dancing' }])(
    'is no transfer: %j',
    value => {
      expect(readTransfer(value)).toBeNull();
    }
  );

  it('is taken as far as it makes sense', () => {
    const state = readTransfer({
      ...{ id: 'a', phase: 'uploading', done: -1, total: '7', uploads: 7 },
      wait: { reason: 'rate-limit', until: 12.5 },
      error: { code: 'refused', text: 'No\u202e.', site_status: 400 }
    });
    expect(state).toMatchObject({
      ...{ done: 0, total: 0, uploads: [], files: [], name: '' },
      wait: { reason: 'rate-limit', until: 12500 },
      failure: { code: 'refused', text: 'No.', status: 400 }
    });
  });
});
