import * as React from 'react';
import { useEffect, useId, useState } from 'react';
import type { MetadataField } from '../../../core/metadata/model';
import { Icon } from '../../Icon';
import { useForm } from '../../form';
import { fieldErrors } from '../../problems';

interface IFieldGroupProps {
  title: string;
  /** How much is filled in, in one line. */
  summary: string;
  /** The fields inside. */
  fields: readonly MetadataField[];
  children: React.ReactNode;
}

/** Fields that few need: folded, with a line of what is in them. */
export function FieldGroup({
  title,
  summary,
  fields,
  children
}: IFieldGroupProps): JSX.Element {
  const { state, trans, target } = useForm();
  const [unfolded, setUnfolded] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const id = useId();
  const isInside = (field: string) =>
    (fields as readonly string[]).includes(field.split('.')[0]);
  // Whoever goes to a field inside unfolds the group, at once: what is folded
  // does not take the focus.
  const wanted = target !== null && !target.reached && isInside(target.field);
  const open = unfolded || wanted;
  useEffect(() => {
    if (wanted) {
      setUnfolded(true);
    }
  }, [wanted]);
  useEffect(() => {
    if (open) {
      setWasOpen(true);
    }
  }, [open]);
  const wrong = state.asked
    ? Object.keys(fieldErrors(state)).filter(isInside).length
    : 0;
  return (
    <div className="jp-ZenodoPublisher-more">
      <div className="jp-ZenodoPublisher-moreHead">
        <h4>
          <button
            type="button"
            className="jp-ZenodoPublisher-toggle"
            aria-expanded={open}
            aria-controls={id}
            aria-describedby={`${id}-summary`}
            onClick={() => setUnfolded(!open)}
          >
            <Icon name="chevron" className="jp-ZenodoPublisher-chev" />
            {title}
          </button>
        </h4>
        <p className="jp-ZenodoPublisher-sum" id={`${id}-summary`}>
          {summary}
        </p>
        {wrong > 0 && (
          <p className="jp-ZenodoPublisher-chips">
            <span className="jp-ZenodoPublisher-chip jp-ZenodoPublisher-chipError">
              <Icon name="stop" tone="error" />
              {trans._n('%1 to fix', '%1 to fix', wrong)}
            </span>
          </p>
        )}
      </div>
      <div className="jp-ZenodoPublisher-moreBody" id={id} hidden={!open}>
        {/* Drawn once it is wanted: its lists are asked of the site. */}
        {(open || wasOpen) && children}
      </div>
    </div>
  );
}
