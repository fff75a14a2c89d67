/** Turns what a scan tells into findings, in the user's language. */
import { IFinding, IFix, Severity } from '../../finding';
import { ITranslator } from '../../text';

import { Level, Remark } from './rule';
import { whatIs, whereToRevoke } from './ruleTexts';
import { ISecretHit } from './secretHit';

const SEVERITY: Record<Level, Severity> = {
  stop: 'error',
  warn: 'warning',
  note: 'info'
};

/** The findings of hits, in their order. */
export function secretFindings(
  hits: readonly ISecretHit[],
  trans: ITranslator
): IFinding[] {
  return hits.map(hit => ({
    id: `secrets.${hit.rule}`,
    severity: SEVERITY[hit.level],
    section: 'contents',
    message: message(hit, trans),
    place: {
      path: hit.path,
      ...(hit.cell === undefined ? {} : { cell: hit.cell }),
      ...(hit.line === undefined ? {} : { line: hit.line })
    },
    ...(hit.masked ? { excerpt: hit.masked } : {}),
    key: hit.key,
    ...(hit.level === 'stop' ? { stops: true } : {}),
    fixes: fixes(hit, trans)
  }));
}

function message(hit: ISecretHit, trans: ITranslator): string {
  const found = trans.__(
    '%1 is in %2.',
    whatIs(hit.rule, trans),
    place(hit, trans)
  );
  switch (hit.rule) {
    case 'dotfile':
      return trans.__(
        '%1 is a file of a kind that holds passwords or keys. Leave it out, unless you are sure that everyone may read it.',
        hit.path
      );
    case 'many':
      return trans._n(
        '%2 holds very many possible secrets; %1 more is not listed. Leave the file out, or look through it.',
        '%2 holds very many possible secrets; %1 more are not listed. Leave the file out, or look through it.',
        hit.count,
        hit.path
      );
    case 'unread':
      return trans.__(
        '%1 could not be checked for secrets. Look through it yourself, or leave it out.',
        hit.path
      );
    case 'env-dump':
      return trans.__(
        '%1 Passwords and keys are often among them, and everyone could read them. Remove the values from the copy.',
        found
      );
  }
  const parts = [found, repeated(hit, trans), why(hit.remark, trans)];
  if (hit.level !== 'note') {
    parts.push(advice(hit, trans));
  }
  return parts.filter(part => part !== '').join(' ');
}

function place(
  { where, cell, line, path }: ISecretHit,
  trans: ITranslator
): string {
  const number = (cell ?? 0) + 1;
  if (cell === undefined) {
    return line === undefined
      ? trans.__('the metadata of %1', path)
      : trans.__('line %1 of %2', line, path);
  }
  switch (where) {
    case 'output':
      return trans.__('the output of cell %1 of %2', number, path);
    case 'metadata':
      return trans.__('the metadata of cell %1 of %2', number, path);
    case 'attachment':
      return trans.__('an attachment of cell %1 of %2', number, path);
    default:
      return trans.__('cell %1 of %2', number, path);
  }
}

function repeated({ count }: ISecretHit, trans: ITranslator): string {
  return count > 1
    ? trans._n('It is there once.', 'It is there %1 times.', count)
    : '';
}

function why(remark: Remark | undefined, trans: ITranslator): string {
  switch (remark) {
    case 'expired':
      return trans.__('It has expired, so nobody can use it any more.');
    case 'local':
      return trans.__('It opens a server on your own computer only.');
    case 'test-key':
      return trans.__('It is a test key, which moves no money.');
    case 'map-key':
      return trans.__(
        'Keys of maps in web pages are often meant to be public: then accept it.'
      );
    default:
      return '';
  }
}

function advice(hit: ISecretHit, trans: ITranslator): string {
  const revoke = whereToRevoke(hit.rule, trans);
  if (hit.level === 'warn') {
    return trans.__(
      'If it is real, remove it from the copy: everyone could read it.'
    );
  }
  return revoke === null
    ? trans.__(
        'Everyone could read it. Remove it from the copy. If it was ever shared, change it where it is used: removing the text does not help then.'
      )
    : trans.__(
        'Everyone could use it. Remove it from the copy. If it was ever shared, revoke it (%1): removing the text does not help then.',
        revoke
      );
}

function fixes({ path, key, canMask }: ISecretHit, trans: ITranslator): IFix[] {
  const exclude: IFix = {
    label: trans.__('Leave the file out'),
    fix: { kind: 'exclude', paths: [path] }
  };
  return canMask
    ? [
        {
          label: trans.__('Remove it from the copy'),
          fix: { kind: 'edit-copy', path, edit: { kind: 'mask', key } }
        },
        exclude
      ]
    : [exclude];
}
