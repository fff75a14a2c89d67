/* What the benchmark asks of the simulated site. */

/** A draft with one file that was announced. */
export async function newDraft(site, key) {
  const { id } = await ask(site, 'POST', '/api/records', {
    files: { enabled: true }
  });
  const files = `/api/records/${id}/draft/files`;
  if (key) {
    await ask(site, 'POST', files, [{ key }]);
  }
  return { id, content: `${site.base}${files}/${key}/content` };
}

/** What the draft has: `{size, checksum}`. */
export function fileOf(site, draft, key) {
  return ask(site, 'GET', `/api/records/${draft}/draft/files/${key}`);
}

async function ask(site, method, path, body) {
  const response = await fetch(`${site.base}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${site.token}`,
      Accept: 'application/vnd.inveniordm.v1+json',
      'Content-Type': 'application/json'
    },
    body: body && JSON.stringify(body)
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status}`);
  }
  return response.json();
}
