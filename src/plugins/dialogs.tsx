import { Dialog, showDialog } from '@jupyterlab/apputils';
import { ReactWidget } from '@jupyterlab/ui-components';
import React from 'react';
import type { ITranslator } from '../core/text';
import type { IDialogs } from '../session/ports';
import type { IConfirmation } from '../session/state';
import { Paths } from '../ui/Paths';
import { ConfirmationBody, confirmationTitle } from '../ui/ConfirmationBody';

/** Asks in JupyterLab's dialogs. The focus starts on the answer that changes nothing. */
export class Dialogs implements IDialogs {
  constructor(options: Dialogs.IOptions) {
    this.trans = options.trans;
  }

  async confirmPublish(facts: IConfirmation): Promise<boolean> {
    const trans = this.trans;
    return this.ask(
      confirmationTitle(facts, trans),
      <ConfirmationBody facts={facts} trans={trans} />,
      trans.__('Cancel'),
      Dialog.okButton({
        label: facts.review
          ? trans.__('Submit for review')
          : facts.replaces
            ? trans.__('Replace files')
            : trans.__('Publish now')
      })
    );
  }

  async confirmDiscard(doi: string): Promise<boolean> {
    const trans = this.trans;
    return this.ask(
      trans.__('Discard this draft?'),
      <p>
        {doi
          ? trans.__(
              'The draft and its DOI %1 are deleted. Your files stay.',
              doi
            )
          : trans.__('The draft is deleted. Your files stay.')}
      </p>,
      trans.__('Keep draft'),
      Dialog.warnButton({ label: trans.__('Discard draft') })
    );
  }

  async confirmKeepFiles(doi: string): Promise<boolean> {
    const trans = this.trans;
    return this.ask(
      trans.__('Keep the files of the record?'),
      <p>
        {trans.__(
          'What was uploaded to replace them is deleted. The record %1 keeps the files that it has, and your own files stay.',
          doi
        )}
      </p>,
      trans.__('Go on replacing'),
      Dialog.warnButton({ label: trans.__('Discard draft') })
    );
  }

  async confirmSave(paths: readonly string[]): Promise<boolean> {
    const trans = this.trans;
    return this.ask(
      trans.__('Save first?'),
      <>
        <p>
          {trans._n(
            'This file has unsaved changes. What is published is what is saved.',
            'These %1 files have unsaved changes. What is published is what is saved.',
            paths.length
          )}
        </p>
        <Paths paths={paths} />
      </>,
      trans.__('Cancel'),
      Dialog.okButton({ label: trans.__('Save') })
    );
  }

  async confirmNoBadges(
    doi: string,
    paths: readonly string[],
    isGone: boolean
  ): Promise<boolean> {
    const { trans } = this;
    return this.ask(
      trans.__('Remove the badges?'),
      <>
        <p>
          {isGone
            ? trans._n(
                'The badge with the DOI %2 leads to no files any more. It is in this file:',
                'The badge with the DOI %2 leads to no files any more. It is in these %1 files:',
                paths.length,
                doi
              )
            : trans._n(
                'The badge with the DOI %2 goes out of this file. The record stays.',
                'The badge with the DOI %2 goes out of these %1 files. The record stays.',
                paths.length,
                doi
              )}
        </p>
        <Paths paths={paths} />
      </>,
      trans.__('Keep badges'),
      Dialog.okButton({ label: trans.__('Remove badges') })
    );
  }

  /** The panel is to be closed while its upload runs. */
  async confirmLeave(): Promise<boolean> {
    const trans = this.trans;
    return this.ask(
      trans.__('Leave while uploading?'),
      <p>{trans.__('The upload stops. You can resume it later.')}</p>,
      trans.__('Keep uploading'),
      Dialog.warnButton({ label: trans.__('Leave') })
    );
  }

  /** Ask a question whose default answer is no. */
  protected async ask(
    title: string,
    body: JSX.Element,
    no: string,
    yes: Dialog.IButton
  ): Promise<boolean> {
    const { button } = await showDialog({
      title,
      body: ReactWidget.create(body),
      buttons: [Dialog.cancelButton({ label: no }), yes],
      defaultButton: 0
    });
    return button.accept;
  }

  protected readonly trans: ITranslator;
}

export namespace Dialogs {
  export interface IOptions {
    readonly trans: ITranslator;
  }
}
