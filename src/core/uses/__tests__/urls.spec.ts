import { urlFlags, withoutSecrets } from '../urls';

describe('addresses', () => {
  it.each<[string, string[]]>([
    ['https://zenodo.org/records/1/files/a.csv?download=1', []],
    ['https://x.s3.amazonaws.com/a?X-Amz-Expires=60', ['expires']],
    ['https://x.blob.core.windows.net/a?sv=1&sig=abc', ['expires']],
    ['https://u:p@x.org/a', ['expires']],
    ['http://localhost:8888/x', ['local']],
    ['http://127.0.0.1/x', ['local']],
    ['http://[::1]:80/x', ['local']],
    ['http://10.1.2.3/x', ['private']],
    ['http://172.20.0.1/x', ['private']],
    ['http://172.40.0.1/x', []],
    ['http://192.168.1.1/x', ['private']],
    ['http://nas.local/x', ['private']],
    ['https://intranet.uni.de/x', ['private']],
    ['https://internals.org/x', []],
    ['file:///home/u/a.csv', ['file']],
    ['https://drive.google.com/file/d/1/view', ['drive']],
    ['https://drive.google.com/uc?id=1', []],
    ['https://www.dropbox.com/s/a/b.csv?dl=0', ['dropbox']],
    ['https://www.dropbox.com/s/a/b.csv?dl=1', []],
    ['ftp://x.org/a', ['blocked']],
    ['ssh://x.org/a', ['blocked']],
    ['postgresql+psycopg2://u:p@x.org:5432/d', ['blocked']],
    ['mongodb+srv://x.org', ['blocked']],
    ['http://x.org:8080/a', ['blocked']],
    ['https://x.org:443/a', []],
    ['s3://bucket/a', []]
  ])('%s: %j', (url, expected) => {
    expect(urlFlags(url)).toEqual(expected);
  });

  it.each([
    ['https://x.org/a?token=t#t', 'https://x.org/a'],
    ['https://u:p@x.org/a@b', 'https://x.org/a@b'],
    ['https://x.org', 'https://x.org'],
    ['https://u:p/@x.org', 'https://u:p/@x.org'],
    ['https://x.org/\u0000/a', 'https://x.org/…/a']
  ])('%s without what may be a key', (url, expected) => {
    expect(withoutSecrets(url)).toBe(expected);
  });
});
