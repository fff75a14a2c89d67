import { createHash } from 'crypto';
import { Simulator } from '../../../../simulator/simulator';
import { ISettings } from '../../../../simulator/settings';
import { TestClock } from '../../clock';
import { plainEnglish } from '../../text';
import { ZenodoClient } from '../client';
import { nonceReference } from '../nonce';
import { HttpConnectionError, IHttp } from '../http';
import { ISite, zenodoSandbox } from '../sites';
import { IUploadOptions, uploadFile } from '../uploadFile';

export const site: ISite = {
  ...zenodoSandbox,
  id: 'simulator',
  url: 'http://127.0.0.1:5055',
  doiResolver: 'http://127.0.0.1:5055'
};

/** A browser: what the simulator drops, or answers without CORS headers, cannot be read. */
function httpOf(simulator: Simulator): IHttp {
  return {
    send: async ({ method, url, headers, body, onProgress }) => {
      let response: Response;
      try {
        response = await simulator.handle(
          new Request(url, {
            method,
            headers: { ...headers, Origin: 'http://localhost:8888' },
            body: body ?? undefined
          })
        );
      } catch (error) {
        throw new HttpConnectionError('dropped', { cause: error });
      }
      if (!response.headers.has('Access-Control-Allow-Origin')) {
        throw new HttpConnectionError('no CORS headers');
      }
      if (body instanceof Blob) {
        onProgress?.(body.size);
      }
      const text = await response.text();
      return {
        status: response.status,
        headers: {
          get: name =>
            name === 'Retry-After' ? null : response.headers.get(name)
        },
        text: () => text
      };
    }
  };
}

export const bytes = new TextEncoder().encode(
  'PK\u0003\u0004 not really a zip'
);
export const md5 = createHash('md5').update(bytes).digest('hex');
export const nonce = '5f0e4a52-91c0-4d3a-9f0c-3f3a2c2f1b11';
export const body = {
  access: { record: 'public', files: 'public' },
  files: { enabled: true },
  metadata: {
    title: 'Rivers',
    publisher: 'Zenodo',
    publication_date: '2026-11-21',
    resource_type: { id: 'software-computationalnotebook' },
    creators: [
      {
        person_or_org: {
          type: 'personal',
          family_name: 'Silva',
          given_name: 'Ana'
        }
      }
    ],
    rights: [{ id: 'mit' }],
    references: [{ reference: nonceReference(nonce) }]
  }
};

/** A client, and the simulator that it talks to. */
export function setUpSimulator(changes: Partial<ISettings> = {}) {
  const clock = new TestClock();
  const simulator = new Simulator('sandbox', {
    now: () => clock.now(),
    ...changes
  });
  const client = new ZenodoClient({
    site,
    http: httpOf(simulator),
    clock,
    trans: plainEnglish,
    getToken: () => simulator.secrets.token
  });
  const upload = (draftId: string, more: Partial<IUploadOptions> = {}) =>
    uploadFile({
      client,
      clock,
      trans: plainEnglish,
      draftId,
      key: 'rivers.zip',
      content: new Blob([bytes]),
      md5,
      ...more
    });
  const requests = () =>
    simulator.log.map(({ method, path }) => `${method} ${path}`);
  return { clock, simulator, client, upload, requests };
}
