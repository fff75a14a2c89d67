import * as React from 'react';
import type { ILayoutChoice } from '../../core/bundle/layouts';
import { More } from '../More';
import { Rich } from '../Rich';
import { usePanel } from '../context';

/** One zip or single files, from which folder on, and what is made or left out. */
export function Packing(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { layout, layouts, root, crate, usesGitignore } = state.contents;
  return (
    <More
      id="packing"
      title={trans.__('How files are packed')}
      summary={
        layout === 'files' ? (
          trans.__('individual files')
        ) : root === '' ? (
          trans.__('one zip, from the top folder of Jupyter')
        ) : (
          <Rich text={trans.__('one zip, top folder `%1`', root)} />
        )
      }
    >
      <div className="jp-ZenodoPublisher-two">
        <fieldset className="jp-ZenodoPublisher-choices">
          <legend>{trans.__('Packing')}</legend>
          {layouts.map(choice => (
            <LayoutChoice key={choice.layout} choice={choice} />
          ))}
        </fieldset>
        <RootField />
      </div>
      <div className="jp-ZenodoPublisher-choices">
        <label>
          <input
            type="checkbox"
            checked={crate}
            onChange={event => session.contents.setCrate(event.target.checked)}
          />
          <span>
            <Rich
              text={trans.__(
                'Add a list of contents for machines (`ro-crate-metadata.json`)'
              )}
            />
          </span>
        </label>
        <label>
          <input
            type="checkbox"
            checked={usesGitignore}
            onChange={event =>
              void session.contents.setUsesGitignore(event.target.checked)
            }
          />
          <span>
            <Rich text={trans.__('Leave out what `.gitignore` leaves out')} />
          </span>
        </label>
      </div>
    </More>
  );
}

/** A layout; one that is not possible can be reached and says why, but not chosen. */
function LayoutChoice({ choice }: { choice: ILayoutChoice }): JSX.Element {
  const { session, state, trans, prefix } = usePanel();
  const { layout, possible, why } = choice;
  return (
    <label>
      <input
        type="radio"
        name={`${prefix}-layout`}
        checked={state.contents.layout === layout}
        aria-disabled={!possible || undefined}
        onChange={() => {
          if (possible) {
            session.contents.setLayout(layout);
          }
        }}
      />
      <span>
        {layout === 'zip'
          ? trans.__('One zip file')
          : trans.__('Individual files')}
        <span className="jp-ZenodoPublisher-help">
          {layout === 'zip'
            ? trans.__('Keeps folders, works in Binder.')
            : trans.__('With a preview on the page of the record.')}
        </span>
        {!possible && (
          <span className="jp-ZenodoPublisher-help">
            {trans.__('Not possible here: %1', why.join(' '))}
          </span>
        )}
      </span>
    </label>
  );
}

/** The folder that becomes the top of the archive. */
function RootField(): JSX.Element {
  const { session, state, trans, prefix } = usePanel();
  const { root, roots } = state.contents;
  const id = `${prefix}-root`;
  const choices = roots.includes(root) ? roots : [root, ...roots];
  return (
    <div className="jp-ZenodoPublisher-field">
      <label htmlFor={id}>{trans.__('Top folder')}</label>
      <select
        className="jp-mod-styled"
        id={id}
        value={root}
        aria-describedby={`${id}-help`}
        onChange={event => void session.contents.setRoot(event.target.value)}
      >
        {choices.map(folder => (
          <option key={folder} value={folder}>
            {folder === '' ? trans.__('top folder of Jupyter') : folder}
          </option>
        ))}
      </select>
      <p className="jp-ZenodoPublisher-help" id={`${id}-help`}>
        {trans.__('The paths in the bundle begin below this folder.')}
      </p>
    </div>
  );
}
