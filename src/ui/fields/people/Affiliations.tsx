import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import type { IAffiliation } from '../../../core/metadata/model';
import { useForm } from '../../form';
import { countryName } from '../../countryName';
import { TextLookUp } from '../../lookup/TextLookUp';

interface IAffiliationsProps {
  /** The list in the form's notation. */
  field: string;
  affiliations: readonly IAffiliation[];
  idOf: (part: string) => string;
  onChange: (affiliations: readonly IAffiliation[]) => void;
}

/**
 * Where somebody works, one field each. The form never holds empty ones, so the
 * fields that are still empty live here.
 */
export function Affiliations({
  field,
  affiliations,
  idOf,
  onChange
}: IAffiliationsProps): JSX.Element {
  const { session, trans } = useForm();
  const [lines, setLines] = useState<readonly IAffiliation[]>(
    affiliations.length > 0 ? affiliations : [{ name: '' }]
  );
  // A person that was found brings affiliations along.
  const told = useRef(affiliations);
  useEffect(() => {
    if (told.current !== affiliations) {
      told.current = affiliations;
      setLines(affiliations.length > 0 ? affiliations : [{ name: '' }]);
    }
  }, [affiliations]);
  const focusLast = useRef(false);
  const last = idOf(`affiliation-${lines.length - 1}`);
  useEffect(() => {
    if (focusLast.current) {
      focusLast.current = false;
      document.getElementById(last)?.focus();
    }
  }, [last]);
  const put = (at: number, changed: IAffiliation) => {
    const next = lines.map((other, n) => (n === at ? changed : other));
    setLines(next);
    told.current = next.filter(({ name }) => name.trim() !== '');
    onChange(told.current);
  };
  return (
    <div className="jp-ZenodoPublisher-group">
      {lines.map((line, at) => (
        <TextLookUp
          key={at}
          id={idOf(`affiliation-${at}`)}
          field={`${field}.${at}`}
          also={at === 0 ? field : undefined}
          label={
            at === 0
              ? trans.__('Affiliation')
              : trans.__('Affiliation %1', at + 1)
          }
          optional={trans.__('optional')}
          help={
            line.id
              ? trans.__('ROR %1', line.id)
              : trans.__('Type to search, or write it out')
          }
          list={trans.__('Affiliations')}
          value={line.name}
          // What is typed is no longer what was chosen from the list.
          onChange={name => put(at, name === line.name ? line : { name })}
          search={(text, signal) => session.lookUps.affiliations(text, signal)}
          show={({ id, name, acronym, country }) => ({
            key: id,
            title: name,
            detail: [acronym, countryName(country)].filter(Boolean).join(', ')
          })}
          onTake={({ id, name }) => put(at, { id, name })}
        />
      ))}
      {lines.every(({ name }) => name.trim() !== '') && (
        <button
          type="button"
          className="jp-ZenodoPublisher-link"
          onClick={() => {
            focusLast.current = true;
            setLines([...lines, { name: '' }]);
          }}
        >
          {trans.__('Add an affiliation')}
        </button>
      )}
    </div>
  );
}
