import { IFinding, Severity } from '../finding';
import { ITranslator } from '../text';
import { IUrlUse, UrlFlag } from './use';

/** What there is to say about an address that may not work for others. */
export function urlFinding(
  use: IUrlUse,
  flag: UrlFlag,
  trans: ITranslator
): IFinding {
  const [severity, message] = words(flag, use.url, trans);
  return {
    id: `uses.url-${flag}`,
    severity,
    section: 'contents',
    message,
    place: use.place,
    excerpt: use.url.slice(0, 80)
  };
}

function words(
  flag: UrlFlag,
  url: string,
  trans: ITranslator
): [Severity, string] {
  switch (flag) {
    case 'expires':
      return ['warning', trans.__('The address %1 carries a key or works for a limited time only. Use a lasting address, or include the file.', url)]; // prettier-ignore
    case 'private':
      return ['warning', trans.__('The address %1 is inside your own network. Others cannot reach it. Include the file instead.', url)]; // prettier-ignore
    case 'local':
      return ['warning', trans.__('The address %1 leads to this computer. Others cannot reach it.', url)]; // prettier-ignore
    case 'file':
      return ['warning', trans.__('The address %1 leads to a file on this computer. Others do not have it. Include the file, and name it from the notebook’s folder.', url)]; // prettier-ignore
    case 'drive':
      return ['info', trans.__('The address %1 leads to Google Drive. It works only as long as the file is shared there. Include the file if you can.', url)]; // prettier-ignore
    case 'dropbox':
      return ['warning', trans.__('The address %1 opens a page of Dropbox, not the file. End it with dl=1, or include the file.', url)]; // prettier-ignore
    case 'blocked':
      return ['warning', trans.__('Binder does not let connections such as %1 out (file transfer, databases, unusual ports). Include the data instead.', url)]; // prettier-ignore
  }
}
