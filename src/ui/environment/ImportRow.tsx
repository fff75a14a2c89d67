import * as React from 'react';
import type { ICoveredModule } from '../../core/environment/coverage/coverage';
import type { IPlace } from '../../core/finding';
import type { ITranslator } from '../../core/text';
import { Icon } from '../Icon';
import type { IconName, IconTone } from '../Icon';
import { usePanel } from '../context';
import { placeLabel } from '../problems';

/** More places than this are only counted. */
const PLACES = 2;

interface IImportRowProps {
  module: ICoveredModule;
}

/** One import. The names of the columns stand beside the values where it is narrow. */
export function ImportRow({ module }: IImportRowProps): JSX.Element {
  const { session, trans } = usePanel();
  const { name, optional, places } = module;
  const { icon, tone, word } = stateOf(module, trans);
  const more = places.length - PLACES;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <code>{name}</code>
        {optional && (
          <>
            {' '}
            <span className="jp-ZenodoPublisher-opt">
              {trans.__('optional')}
            </span>
          </>
        )}
      </th>
      <td role="cell" data-label={trans.__('Used in')}>
        <span>
          {places.slice(0, PLACES).map((place, index) => (
            <React.Fragment key={index}>
              {index > 0 && '; '}
              <Place
                label={shortLabel(place, trans)}
                onShow={() =>
                  session.contents.open(place.path ?? '', place.cell)
                }
              />
            </React.Fragment>
          ))}
          {more > 0 && <> {trans._n('and %1 more', 'and %1 more', more)}</>}
        </span>
      </td>
      <td role="cell" data-label={trans.__('Comes from')}>
        <span>{originOf(module, trans)}</span>
      </td>
      <td role="cell" data-label={trans.__('State')}>
        <span>
          <Icon name={icon} tone={tone} /> {word}
        </span>
      </td>
    </tr>
  );
}

function Place({
  label,
  onShow
}: {
  label: string;
  onShow: () => void;
}): JSX.Element {
  const { trans } = usePanel();
  return (
    <button type="button" className="jp-ZenodoPublisher-link" onClick={onShow}>
      <span className="jp-ZenodoPublisher-hidden">{trans.__('Show')} </span>
      {label}
    </button>
  );
}

/** A notebook's place without the ending that all of them have. */
function shortLabel(place: IPlace, trans: ITranslator): string {
  const path = place.path?.replace(/\.ipynb$/i, '');
  return placeLabel({ ...place, path }, trans) ?? '';
}

function stateOf(
  { status, optional }: ICoveredModule,
  trans: ITranslator
): { icon: IconName; tone: IconTone; word: string } {
  switch (status) {
    case 'covered':
      return { icon: 'ok', tone: 'ok', word: trans.__('covered') };
    case 'standard':
      return { icon: 'ok', tone: 'ok', word: trans.__('part of Python') };
    case 'local':
      return { icon: 'ok', tone: 'ok', word: trans.__('in the bundle') };
    case 'not-covered':
      return optional
        ? { icon: 'info', tone: 'info', word: trans.__('missing') }
        : { icon: 'warn', tone: 'warn', word: trans.__('missing') };
    case 'unknown':
      return { icon: 'info', tone: 'info', word: trans.__('not sure') };
  }
}

function originOf(
  { name, status, by, isIndirect, packages }: ICoveredModule,
  trans: ITranslator
): string {
  switch (status) {
    case 'standard':
      return trans.__('Python itself');
    case 'local':
      return trans.__('your own file');
    case 'covered':
      return by === null
        ? trans.__('Binder itself')
        : isIndirect
          ? trans.__('%1, line %2: %3 needs it', by.path, by.line, by.name)
          : trans.__('%1, line %2', by.path, by.line);
    case 'not-covered':
      return packages.length > 0 && packages[0] !== name
        ? trans.__('nothing yet; %1 has it', packages[0])
        : trans.__('nothing yet');
    case 'unknown':
      return trans.__('could not be found out');
  }
}
