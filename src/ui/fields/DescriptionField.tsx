import * as React from 'react';
import { useRef } from 'react';
import { descriptionHtml } from '../../core/metadata/html';
import type { MetadataField, TextFormat } from '../../core/metadata/model';
import { spamSigns } from '../../core/metadata/moderation';
import { Icon } from '../Icon';
import { LongName } from '../LongName';
import { SafeHtml } from '../SafeHtml';
import { useForm, useTarget } from '../form';
import { useUnfolding } from '../useUnfolding';
import { FieldError } from './FieldError';
import { Origin } from './Origin';
import { useField } from './useField';
import { useOrigin } from './useOrigin';

interface IDescriptionFieldProps {
  /** The field in the form's notation. */
  field: string;
  label: string;
  optional?: string;
  /** The form's field that it is, for where it came from. */
  from?: MetadataField;
  text: string;
  format: TextFormat;
  onChange: (text: string, format: TextFormat) => void;
}

/** A text that becomes HTML, with a preview of what readers see. */
export function DescriptionField({
  field,
  label,
  optional,
  from,
  text,
  format,
  onChange
}: IDescriptionFieldProps): JSX.Element {
  const { state, trans } = useForm();
  const own = useField(field, useOrigin(from) !== null);
  const area = useRef<HTMLTextAreaElement>(null);
  useTarget('metadata', field, area);
  const { isOpen, id, button, toggle } = useUnfolding();
  const html = descriptionHtml(text, format);
  const signs = spamSigns(html);
  const site = state.account.site.name;
  const formatId = `${own.id}-format`;
  const labelId = `${own.id}-label`;
  return (
    <div className="jp-ZenodoPublisher-field">
      <div className="jp-ZenodoPublisher-labelRow">
        <label id={labelId} htmlFor={own.id}>
          {label}
        </label>
        {optional && <span className="jp-ZenodoPublisher-opt">{optional}</span>}
      </div>
      <textarea
        ref={area}
        className="jp-mod-styled"
        id={own.id}
        value={text}
        rows={4}
        onBlur={own.touch}
        onChange={event => onChange(event.target.value, format)}
        {...own.aria}
      />
      <div className="jp-ZenodoPublisher-writtenAs">
        <label htmlFor={formatId}>{trans.__('Written as')}</label>
        <select
          className="jp-mod-styled"
          id={formatId}
          aria-describedby={labelId}
          value={format}
          onChange={event => onChange(text, event.target.value as TextFormat)}
        >
          <option value="text">{trans.__('plain text')}</option>
          <option value="markdown">{trans.__('Markdown')}</option>
          <option value="html">{trans.__('HTML')}</option>
        </select>
        <button
          ref={button}
          type="button"
          className="jp-ZenodoPublisher-link"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={toggle}
        >
          <LongName
            short={trans.__('Preview')}
            long={trans.__('Preview of %1', label)}
          />
        </button>
      </div>
      <div className="jp-ZenodoPublisher-shown" id={id} hidden={!isOpen}>
        {isOpen &&
          (html ? (
            <SafeHtml html={html} />
          ) : (
            <p>{trans.__('Nothing is written yet.')}</p>
          ))}
      </div>
      <FieldError field={own} />
      <div aria-live="polite" className="jp-ZenodoPublisher-loose">
        {signs.tooManyLinks && (
          <p className="jp-ZenodoPublisher-note">
            <Icon name="warn" tone="warn" />
            <span>
              {trans._n(
                'There is %1 link in it. With more than 5, %2 may take it for advertising and hold it back. Put links to works among Related works or References.',
                'There are %1 links in it. With more than 5, %2 may take it for advertising and hold it back. Put links to works among Related works or References.',
                signs.links,
                site
              )}
            </span>
          </p>
        )}
        {signs.tooManyEmoji && (
          <p className="jp-ZenodoPublisher-note">
            <Icon name="warn" tone="warn" />
            <span>
              {trans._n(
                'There is %1 emoji in it. With more than 3, %2 may take it for advertising and hold it back.',
                'There are %1 emoji in it. With more than 3, %2 may take it for advertising and hold it back.',
                signs.emoji,
                site
              )}
            </span>
          </p>
        )}
      </div>
      {from && <Origin field={from} id={own.helpId} />}
    </div>
  );
}
