import type { ITranslator } from '../../core/text';
import type { IRequestView } from '../../session/requests/requestsView';
import type { IconName, IconTone } from '../Icon';

/** How a request stands: a sentence with emphasis, and an icon that says it too. */
export function requestWords(
  { status, community, kind }: IRequestView,
  trans: ITranslator
): { text: string; icon: IconName; tone?: IconTone } {
  const name = community || trans.__('the community');
  switch (status) {
    case 'submitted':
    case 'created':
      return {
        icon: 'now',
        tone: 'brand',
        text: trans.__('**Waiting** for the curators of “%1”.', name)
      };
    case 'accepted':
      return {
        icon: 'ok',
        tone: 'ok',
        text: trans.__('**Accepted** by “%1”.', name)
      };
    case 'declined':
      return {
        icon: 'warn',
        tone: 'warn',
        text:
          kind === 'review'
            ? trans.__('**Not accepted** by “%1”.', name)
            : trans.__(
                '**Not accepted** by “%1”. Record and DOI stay as they are.',
                name
              )
      };
    case 'cancelled':
      return {
        icon: 'remove',
        text: trans.__('**Taken back** from “%1”.', name)
      };
    case 'expired':
      return {
        icon: 'warn',
        tone: 'warn',
        text: trans.__(
          '**Expired:** the curators of “%1” did not decide in time.',
          name
        )
      };
  }
}
