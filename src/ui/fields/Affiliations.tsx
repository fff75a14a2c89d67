import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ICreator } from '../../core/metadata/model';
import { usePanel } from '../context';
import { CardField } from './CardField';

interface IAffiliationsProps {
  creator: ICreator;
  index: number;
  idOf: (part: string) => string;
  onChange: (affiliations: readonly string[]) => void;
}

/**
 * A creator's affiliations, one field each. The form never holds empty ones,
 * so the fields that are still empty live here.
 */
export function Affiliations({
  creator,
  index,
  idOf,
  onChange
}: IAffiliationsProps): JSX.Element {
  const { trans } = usePanel();
  const [lines, setLines] = useState<readonly string[]>(
    creator.affiliations.length > 0 ? creator.affiliations : ['']
  );
  const focusLast = useRef(false);
  const last = idOf(`affiliation-${lines.length - 1}`);
  useEffect(() => {
    if (focusLast.current) {
      focusLast.current = false;
      document.getElementById(last)?.focus();
    }
  }, [last]);
  return (
    <div className="jp-ZenodoPublisher-group">
      {lines.map((line, at) => (
        <CardField
          key={at}
          id={idOf(`affiliation-${at}`)}
          field={
            at === 0
              ? `creators.${index}.affiliations`
              : `creators.${index}.affiliations.${at}`
          }
          label={
            at === 0
              ? trans.__('Affiliation')
              : trans.__('Affiliation %1', at + 1)
          }
          optional={trans.__('optional')}
          value={line}
          onChange={value => {
            const next = lines.map((other, n) => (n === at ? value : other));
            setLines(next);
            onChange(next.filter(one => one.trim() !== ''));
          }}
        />
      ))}
      {lines.every(line => line.trim() !== '') && (
        <button
          type="button"
          className="jp-ZenodoPublisher-link"
          onClick={() => {
            focusLast.current = true;
            setLines([...lines, '']);
          }}
        >
          {trans.__('Add an affiliation')}
        </button>
      )}
    </div>
  );
}
