import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import type { IAffiliation, ICreator } from '../../core/metadata/model';
import { usePanel } from '../context';
import { CardField } from './CardField';

interface IAffiliationsProps {
  creator: ICreator;
  index: number;
  idOf: (part: string) => string;
  onChange: (affiliations: readonly IAffiliation[]) => void;
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
  const [lines, setLines] = useState<readonly IAffiliation[]>(
    creator.affiliations.length > 0 ? creator.affiliations : [{ name: '' }]
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
          value={line.name}
          onChange={value => {
            // What is typed is no longer what was chosen from the list.
            const next = lines.map((other, n) =>
              n === at ? { name: value } : other
            );
            setLines(next);
            onChange(next.filter(({ name }) => name.trim() !== ''));
          }}
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
