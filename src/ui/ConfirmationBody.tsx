import * as React from 'react';
import type { ITranslator } from '../core/text';
import type { IConfirmation } from '../session/state';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { accessText } from './accessText';
import { formatDate, formatSize, hostOf } from './format';

export interface IConfirmationBodyProps {
  facts: IConfirmation;
  trans: ITranslator;
}

/** The title of the confirmation dialog. */
export function confirmationTitle(
  facts: IConfirmation,
  trans: ITranslator
): string {
  if (facts.review) {
    return trans.__('Submit for review on %1?', facts.site.name);
  }
  if (facts.replaces) {
    return trans.__('Replace the files on %1?', facts.site.name);
  }
  return facts.site.test
    ? trans.__('Publish a test on %1?', facts.site.name)
    : trans.__('Publish on %1?', facts.site.name);
}

/**
 * What the user confirms before anything becomes public. The body of a
 * JupyterLab dialog; its class `jp-ZenodoPublisher-dialog` makes only the
 * facts scroll.
 */
export function ConfirmationBody({
  facts,
  trans
}: IConfirmationBodyProps): JSX.Element {
  const { site, changed } = facts;
  return (
    <div className="jp-ZenodoPublisher-dialog jp-ZenodoPublisher-confirm">
      <div
        className="jp-ZenodoPublisher-dialogScroll"
        tabIndex={0}
        role="group"
        aria-label={trans.__('What will be published')}
      >
        <dl className="jp-ZenodoPublisher-facts">
          <Fact name={trans.__('Site')}>
            {site.test && <Icon name="flask" tone="warn" />}{' '}
            {trans.__('%1 (%2)', site.name, hostOf(site.url))}
          </Fact>
          <Fact name={trans.__('Title')}>{facts.title}</Fact>
          {!facts.replaces && (
            <Fact name={trans.__('Creators')}>
              <ol className="jp-ZenodoPublisher-factList">
                {facts.creators.map((creator, index) => (
                  <li key={index}>{creator}</li>
                ))}
              </ol>
            </Fact>
          )}
          {facts.replaces && facts.replaces.length > 0 && (
            <Fact name={trans.__('Old files')}>
              {trans.__('are removed from the record:')}
              {facts.replaces.map(key => (
                <code key={key} className="jp-ZenodoPublisher-line">
                  {key}
                </code>
              ))}
            </Fact>
          )}
          <Fact name={trans.__('Files')}>
            {facts.layout === 'zip'
              ? trans._n(
                  '%1 file, %2, in one zip',
                  '%1 files, %2, in one zip',
                  facts.files,
                  formatSize(facts.bytes)
                )
              : trans._n(
                  '%1 file, %2',
                  '%1 files, %2',
                  facts.files,
                  formatSize(facts.bytes)
                )}
          </Fact>
          {facts.data && (
            <Fact name={trans.__('Data')}>
              {trans._n(
                '%1 file, %2, in a record of its own:',
                '%1 files, %2, in a record of their own:',
                facts.data.files,
                formatSize(facts.data.bytes)
              )}
              <span className="jp-ZenodoPublisher-line">
                {facts.data.title}
              </span>
              {facts.data.licenses.map(license => (
                <span key={license} className="jp-ZenodoPublisher-line">
                  {license}
                </span>
              ))}
            </Fact>
          )}
          {!facts.replaces && <Terms facts={facts} trans={trans} />}
          {facts.versionOf && (
            <Fact name={trans.__('New version of')}>{facts.versionOf}</Fact>
          )}
          <Fact name={trans.__('DOI')}>
            {facts.doi ?? trans.__('reserved during the upload')}
          </Fact>
          <Fact name={trans.__('Your notebooks')}>
            {changed.length === 0 ? (
              facts.review && !site.test ? (
                trans.__('stay as they are; the badges are offered later')
              ) : (
                trans.__('stay as they are')
              )
            ) : (
              <>
                {trans.__('A badge goes to the top of')}
                {changed.map(path => (
                  <code key={path} className="jp-ZenodoPublisher-line">
                    {path}
                  </code>
                ))}
              </>
            )}
          </Fact>
        </dl>
      </div>
      <p className="jp-ZenodoPublisher-perm">
        <Icon name="warn" tone="warn" />
        <span>
          <Rich text={permanence(facts, trans)} />
        </span>
      </p>
      <p>
        {facts.review
          ? trans.__(
              'By pressing Submit for review you confirm that all named authors agree and that these files may be published.'
            )
          : facts.replaces
            ? trans.__(
                'By pressing Replace files you confirm that all named authors agree and that these files may be published.'
              )
            : trans.__(
                'By pressing Publish now you confirm that all named authors agree and that these files may be published.'
              )}
      </p>
    </div>
  );
}

/** What cannot be taken back, and until when it can. */
function permanence(
  { site, review, replaces, until }: IConfirmation,
  trans: ITranslator
): string {
  if (review) {
    return trans.__(
      '**Nothing is public yet.** When the curators accept it, the record is published without asking you again; the DOI and the files are permanent then. Until then you can withdraw it.'
    );
  }
  if (replaces) {
    return trans.__(
      '**The DOI stays the same, and leads to other files from now on.** Whoever downloaded the old ones keeps those; Binder may go on opening the old ones, as it keeps what it built for a DOI. The old files cannot be brought back. The details of the record stay as they are. Files can be replaced until %1.',
      formatDate(until)
    );
  }
  return site.test
    ? trans.__(
        '**This is a test.** Its DOI cannot be cited, and your notebooks stay as they are.'
      )
    : trans.__(
        '**The DOI and the files are permanent.** You can correct the details at any time. You can delete the record or replace its files only within 30 days, until %1.',
        formatDate(until)
      );
}

/** Under which terms it can be used, and who will look at it. */
function Terms({ facts, trans }: IConfirmationBodyProps): JSX.Element {
  return (
    <>
      <Fact name={trans.__('Licenses')}>
        {facts.licenses.length === 0
          ? trans.__('none: nobody may reuse it without asking you')
          : facts.licenses.map(license => (
              <span key={license} className="jp-ZenodoPublisher-line">
                {license}
              </span>
            ))}
      </Fact>
      <Fact name={trans.__('Access')}>{accessText(facts.access, trans)}</Fact>
      {facts.communities.length > 0 && (
        <Fact name={trans.__('Communities')}>
          {facts.review
            ? trans.__('Its curators look at it first, and publish it:')
            : trans.__('It is proposed to')}
          {facts.communities.map(community => (
            <span key={community} className="jp-ZenodoPublisher-line">
              {community}
            </span>
          ))}
        </Fact>
      )}
    </>
  );
}

function Fact({
  name,
  children
}: {
  name: string;
  children: React.ReactNode;
}): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
