import * as React from 'react';
import type { IEditSession } from '../../session/editing/editState';
import { Icon } from '../Icon';
import { fieldLabel, formFields } from '../fieldNames';
import { useForm } from '../form';

interface IEditBarProps {
  session: IEditSession;
  /** Take the focus to a field, or to the summary of what is wrong. */
  onGo: (field: string) => void;
}

/** What was changed, and what to do with it. */
export function EditBar({ session, onGo }: IEditBarProps): JSX.Element {
  const { trans } = useForm();
  const { phase, changed, isBegun } = session.state;
  const names = [
    ...new Set(
      formFields
        .filter(field => changed.includes(field))
        .map(field => fieldLabel(field, trans))
    )
  ];
  const isSaving = phase === 'saving';
  const isNothing = names.length === 0 && !isBegun;
  return (
    <div
      className="jp-ZenodoPublisher-bar"
      role="group"
      aria-label={trans.__('Actions')}
    >
      <div className="jp-ZenodoPublisher-barIn">
        <div className="jp-ZenodoPublisher-barText" role="status">
          <p>
            <Icon name="edit" />
            <span>
              {isSaving
                ? trans.__('Publishing the change…')
                : names.length > 0
                  ? trans.__('You changed: %1.', names.join(', '))
                  : isBegun
                    ? trans.__('A change was begun and is not public yet.')
                    : trans.__('Nothing is changed yet.')}
            </span>
          </p>
        </div>
        {!isSaving && !isNothing && (
          <div className="jp-ZenodoPublisher-barDo">
            <button
              type="button"
              className="jp-mod-styled jp-ZenodoPublisher-btn"
              onClick={() => void session.discard()}
            >
              {trans.__('Discard changes')}
            </button>
            <button
              type="button"
              className="jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn"
              onClick={() => {
                onGo('summary');
                void session.publish();
              }}
            >
              {trans.__('Publish changes')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
