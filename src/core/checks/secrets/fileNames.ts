/** Files that give themselves away by their names. */

const NAMES =
  /^(?:\.env(?:[.-].*)?|\.netrc|_netrc|\.pypirc|\.npmrc|kaggle\.json|credentials|id_rsa.*|id_ed25519.*|id_ecdsa.*|.*\.(?:pem|p12|pfx|key|kdbx)|\.htpasswd|service-account.*\.json|\.git-credentials|\.renviron)$/i;

/* What projects share: templates, and the public half of a key pair. */
const HARMLESS = /\.(?:example|sample|template|dist|pub)$/i;

/** Whether a file is of a kind that holds secrets, whatever is in it. */
export function isSecretFile(path: string): boolean {
  const parts = path.split('/');
  const name = parts[parts.length - 1];
  return (
    (NAMES.test(name) && !HARMLESS.test(name)) ||
    parts.slice(0, -1).includes('.jupyter')
  );
}
