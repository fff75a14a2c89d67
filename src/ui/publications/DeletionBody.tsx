import * as React from 'react';
import { useId } from 'react';
import type { ITranslator } from '../../core/text';
import type { IDeletion } from '../../session/publications/ports';
import { Icon } from '../Icon';
import { formatDate } from '../format';

interface IDeletionBodyProps {
  deletion: IDeletion;
  /** It was agreed to without a reason. */
  isMissing: boolean;
  onReason: (id: string) => void;
  trans: ITranslator;
}

/** What deleting a record means, and the question why. */
export function DeletionBody({
  deletion,
  isMissing,
  onReason,
  trans
}: IDeletionBodyProps): JSX.Element {
  const id = useId();
  const { site, title, doi, until, reasons } = deletion;
  return (
    <div className="jp-ZenodoPublisher-dialog jp-ZenodoPublisher-confirm">
      <dl className="jp-ZenodoPublisher-facts">
        <div>
          <dt>{trans.__('Site')}</dt>
          <dd>{site.name}</dd>
        </div>
        <div>
          <dt>{trans.__('Title')}</dt>
          <dd>{title}</dd>
        </div>
        <div>
          <dt>{trans.__('DOI')}</dt>
          <dd>{doi}</dd>
        </div>
      </dl>
      <p className="jp-ZenodoPublisher-perm">
        <Icon name="warn" tone="warn" />
        <span>
          {trans.__(
            'The record and its files are removed for good. Its DOI stays used up, and leads to a note with your reason. Your own files stay. This is possible until %1.',
            formatDate(until)
          )}
        </span>
      </p>
      <div className="jp-ZenodoPublisher-field">
        <label htmlFor={`${id}-reason`}>{trans.__('Reason')}</label>
        <select
          className="jp-mod-styled"
          id={`${id}-reason`}
          defaultValue=""
          required
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-error` : undefined}
          onChange={event => onReason(event.target.value)}
        >
          <option value="">{trans.__('Choose a reason')}</option>
          {reasons.map(reason => (
            <option key={reason.id} value={reason.id}>
              {reason.title}
            </option>
          ))}
        </select>
        {isMissing && (
          <p className="jp-ZenodoPublisher-fieldError" id={`${id}-error`}>
            <Icon name="stop" tone="error" />
            <span>{trans.__('%1 wants a reason.', site.name)}</span>
          </p>
        )}
      </div>
    </div>
  );
}
