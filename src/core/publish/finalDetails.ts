import { launchUrl } from '../binder/launchUrl';
import type { IRelatedIdentifier } from '../metadata/toRecord';
import type { IDraft } from '../zenodo/types';
import type { IContext } from './context';
import { linksOf } from './dataRecord';
import { sendDetails, siteBody } from './details';
import { formBody } from './formBody';
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
  const { site, layout, notebooks } = request;
  const relatedIdentifiers = [...launchLinks(context, draft), ...linksOf(request)]; // prettier-ignore
  // A zip shows its list of files, of itself.
  const defaultPreview = layout === 'files' ? notebooks[0] : undefined;
  return sendDetails(
    context,
    entry,
    entry.draft ?? draft,
    place =>
      place?.details === 'site'
        ? siteBody(
            withoutLaunchLinks(place.draft, site.binder, draft.doi),
            relatedIdentifiers,
            defaultPreview
          )
        : formBody(request, place?.draft ?? null, {
            relatedIdentifiers,
            defaultPreview
          }),
    // What no form knows is in the draft only.
    look || draft.detailsOfSite === true || request.versionOf !== undefined
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
