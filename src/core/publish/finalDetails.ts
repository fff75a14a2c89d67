import { launchUrl } from '../binder/launchUrl';
import { IRelatedIdentifier, toDraftBody } from '../metadata/toRecord';
import type { IDraft } from '../zenodo/types';
import type { IContext } from './context';
import { linksOf } from './dataRecord';
import { sendDetails, siteBody } from './details';
import type { IJournalDraft, IJournalEntry } from './journalEntry';
import { withoutLaunchLinks } from './replaceFiles';

/**
 * Send the details without the nonce, and with the launch link that the DOI
 * makes possible.
 *
 * @param look - whether somebody may have changed the draft since it was seen
 * @throws as `sendDetails`
 */
export function sendFinalDetails(
  context: IContext,
  entry: IJournalEntry,
  draft: IJournalDraft,
  look: boolean
): Promise<{ entry: IJournalEntry; draft: IDraft }> {
  const { request } = context;
  const { site, metadata, layout, notebooks } = request;
  const relatedIdentifiers = [...launchLinks(context, draft), ...linksOf(request)]; // prettier-ignore
  // A zip shows its list of files, of itself.
  const defaultPreview = layout === 'files' ? notebooks[0] : undefined;
  return sendDetails(
    context,
    entry,
    entry.draft ?? draft,
    there =>
      there
        ? siteBody(
            withoutLaunchLinks(there, site.binder, draft.doi),
            relatedIdentifiers,
            defaultPreview
          )
        : toDraftBody({
            ...{ metadata, site, relatedIdentifiers },
            ...(defaultPreview ? { defaultPreview } : {})
          }),
    look || draft.detailsOfSite === true
  );
}

function launchLinks(
  { request }: IContext,
  { doi }: IJournalDraft
): IRelatedIdentifier[] {
  const { site, binderReady, notebooks } = request;
  return binderReady && site.binder && notebooks.length
    ? [
        {
          identifier: launchUrl({ hub: site.binder, doi, path: notebooks[0] }),
          scheme: 'url',
          relation_type: { id: 'issupplementedby' },
          resource_type: { id: 'software' }
        }
      ]
    : [];
}
