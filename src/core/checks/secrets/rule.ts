/** What a rule that looks for secrets is. */

/** `stop`: it stops the upload; `warn`: it is to be looked at; `note`: good to know. */
export type Level = 'stop' | 'warn' | 'note';

/** The rules' names: part of the findings' ids and keys, so never to be changed. */
export type RuleId =
  | 'own-token'
  | 'private-key'
  | 'github'
  | 'gitlab'
  | 'openai'
  | 'anthropic'
  | 'huggingface'
  | 'aws-id'
  | 'aws-secret'
  | 'google-api'
  | 'google-sa'
  | 'google-oauth'
  | 'slack'
  | 'stripe'
  | 'npm'
  | 'pypi'
  | 'sendgrid'
  | 'databricks'
  | 'azure-key'
  | 'azure-sas'
  | 's3-presigned'
  | 'jwt'
  | 'zenodo'
  | 'wandb'
  | 'kaggle'
  | 'jupyter-token'
  | 'url-credentials'
  | 'auth-header'
  | 'url-token'
  | 'env-dump'
  | 'dotfile'
  | 'keyword'
  /** A file with more than can be listed. */
  | 'many'
  /** A file that could not be looked through. */
  | 'unread';

/** Why a find matters less than its rule says. */
export type Remark = 'expired' | 'local' | 'test-key' | 'map-key';

/** Characters of a text from `start` up to, not including, `end`. */
export interface ISpan {
  readonly start: number;
  readonly end: number;
}

/** What a rule has found. */
export interface IMatch {
  /** The secret's value, or, with `parts`, all of what was found. */
  readonly start: number;
  readonly end: number;
  /** The values in it, where there are several. */
  readonly parts?: readonly ISpan[];
  /** The level, where it is not the rule's. */
  readonly level?: Level;
  readonly remark?: Remark;
}

/** What rules may know beyond the text. */
export interface IRuleContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** HTML, styles or a script, which may hold minified libraries. */
  readonly web: boolean;
}

/** A rule that looks for secrets. Nothing that it throws is shown to anyone. */
export interface IRule {
  readonly id: RuleId;
  readonly level: Level;
  /**
   * The rule is asked only where one of these words stands, in upper or lower
   * case. Written in lower case, ASCII.
   */
  readonly keywords: readonly string[];
  /** People may have thought of the value, so others can guess it. */
  readonly guessable?: boolean;
  /**
   * Look around a keyword. The time must not depend on the text's length.
   *
   * @param at - where the keyword begins.
   * @param length - the keyword's characters.
   */
  find(
    text: string,
    at: number,
    length: number,
    context: IRuleContext
  ): IMatch | null;
}
