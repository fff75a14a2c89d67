/*
 * Hands what the site answered to the page that asked, and closes. It trades
 * nothing itself: only the page that knows the state can.
 */
(async () => {
  const query = new URLSearchParams(location.search);
  const state = query.get('state') || '';
  // Not to be seen in the history, nor sent along by a later link.
  history.replaceState(null, '', location.pathname);
  const answer = {
    type: 'jupyterlab-zenodo-publisher:oauth',
    state,
    code: query.get('code') || '',
    error: query.get('error') || ''
  };
  if (window.opener) {
    window.opener.postMessage(answer, location.origin);
  }
  // A site may have cut the tie to the opener. Whoever knows the state listens.
  const bytes = new TextEncoder().encode(state);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const name = [...hash]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
  const channel = new BroadcastChannel(
    `jupyterlab-zenodo-publisher:oauth:${name}`
  );
  channel.postMessage(answer);
  channel.close();
  window.close();
})();
