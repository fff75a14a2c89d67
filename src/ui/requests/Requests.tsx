import * as React from 'react';
import type {
  ICommentView,
  IRequestActions,
  IRequestsView,
  IRequestView
} from '../../session/requests/requestsView';
import { ExternalLink } from '../ExternalLink';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { useTrans } from '../context';
import { formatMoment } from '../format';
import { AnswerForm } from './AnswerForm';
import { requestWords } from './requestWords';

interface IRequestsProps {
  view: IRequestsView;
  actions: IRequestActions;
  /** The site's name. */
  site: string;
  /** Taking back is a button elsewhere. */
  withoutWithdraw?: boolean;
}

/** What was asked of communities, what they wrote, and a way to answer. */
export function Requests({
  view,
  actions,
  site,
  withoutWithdraw = false
}: IRequestsProps): JSX.Element {
  const trans = useTrans();
  const { requests, isBusy, problem } = view;
  return (
    <div className="jp-ZenodoPublisher-requests">
      <ul aria-label={trans.__('Requests to communities')}>
        {requests.map(request => (
          <li key={request.id} className="jp-ZenodoPublisher-request">
            <State request={request} />
            <Comments comments={request.comments} />
            <p className="jp-ZenodoPublisher-links">
              <ExternalLink href={request.url}>
                {trans.__('The request on %1', site)}
              </ExternalLink>
              {request.canWithdraw && !withoutWithdraw && (
                <button
                  type="button"
                  className="jp-ZenodoPublisher-link"
                  aria-disabled={isBusy || undefined}
                  onClick={() => void actions.withdraw(request.id)}
                >
                  {trans.__('Withdraw')}
                  <span className="jp-ZenodoPublisher-hidden">
                    {' '}
                    {request.community}
                  </span>
                </button>
              )}
            </p>
            {(request.status === 'submitted' ||
              request.status === 'declined') &&
              request.comments && (
                <AnswerForm
                  community={request.community}
                  isBusy={isBusy}
                  onSend={text => actions.answer(request.id, text)}
                />
              )}
          </li>
        ))}
      </ul>
      <div role="status">
        {problem && (
          <p className="jp-ZenodoPublisher-note">
            <Icon name="warn" tone="warn" />
            <span>{problem}</span>
          </p>
        )}
      </div>
    </div>
  );
}

function State({ request }: { request: IRequestView }): JSX.Element {
  const trans = useTrans();
  const { text, icon, tone } = requestWords(request, trans);
  return (
    <p className="jp-ZenodoPublisher-note">
      <Icon name={icon} tone={tone} />
      <span>
        <Rich text={text} />
      </span>
    </p>
  );
}

/** What people wrote: text, as it is untrusted, never HTML. */
function Comments({
  comments
}: {
  comments: readonly ICommentView[] | null;
}): JSX.Element | null {
  const trans = useTrans();
  if (!comments || comments.length === 0) {
    return null;
  }
  return (
    <ol
      className="jp-ZenodoPublisher-comments"
      aria-label={trans.__('What was written')}
    >
      {comments.map(({ id, who, text, at }) => (
        <li key={id} data-who={who}>
          <p className="jp-ZenodoPublisher-small">
            <b>
              {who === 'you'
                ? trans.__('You')
                : who === 'site'
                  ? trans.__('The site')
                  : trans.__('A curator')}
            </b>{' '}
            {formatMoment(at)}
          </p>
          <blockquote>{text}</blockquote>
        </li>
      ))}
    </ol>
  );
}
