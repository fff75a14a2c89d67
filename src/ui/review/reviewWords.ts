import type { ITranslator } from '../../core/text';
import type { IReviewView } from '../../session/state';

/** What is said of a review: what happened, what was kept, what to do. */
export interface IReviewWords {
  readonly title: string;
  readonly happened: string;
  readonly next: string;
}

/** The words for each way in which a review can stand. */
export function reviewWords(
  { state, community }: IReviewView,
  doi: string,
  trans: ITranslator
): IReviewWords {
  const name = community || trans.__('the community');
  const kept = doi
    ? trans.__(
        'The draft and its DOI %1 are as they were. Nothing is public.',
        doi
      )
    : trans.__('The draft is as it was. Nothing is public.');
  const again = trans.__(
    'Press **Submit for review** to try again; or choose **Publish now** at the end of this page, to publish it without waiting.'
  );
  switch (state) {
    case 'declined':
      return {
        title: trans.__('“%1” did not accept it', name),
        happened: kept,
        next: trans.__(
          'Change what the curators ask for and press **Submit for review** again; or choose **Publish now** at the end of this page, to publish it without waiting for them.'
        )
      };
    case 'expired':
      return {
        title: trans.__('The curators of “%1” did not decide in time', name),
        happened: kept,
        next: again
      };
    case 'cancelled':
      return {
        title: trans.__('It was taken back from “%1”', name),
        happened: kept,
        next: again
      };
    case 'submitting':
      return {
        title: trans.__('We did not hear whether “%1” has it', name),
        happened: trans.__('It is never submitted twice.'),
        next: trans.__('Press **Check again** to ask.')
      };
    default:
      return {
        title: trans.__('“%1” looks at it. Nothing is public yet', name),
        happened: doi
          ? trans.__(
              'Its curators publish it, or write what they would like to be changed. This can take days to weeks; you may close this page. The DOI %1 works once it is published.',
              doi
            )
          : trans.__(
              'Its curators publish it, or write what they would like to be changed. This can take days to weeks; you may close this page.'
            ),
        next: trans.__(
          'Details and files can still be changed: **Update draft** sends them.'
        )
      };
  }
}
