import type { IPublicationRequest } from '../core/publish/request';
import { requestStamp } from '../core/publish/request';

/**
 * Remembers what the user confirmed. A confirmation is void as soon as files,
 * details or anything else that goes out is another.
 */
export class Confirmations {
  /** @param ask - puts the question; `doi` is null before it is reserved. */
  constructor(
    private readonly _ask: (
      request: IPublicationRequest,
      doi: string | null
    ) => Promise<boolean>
  ) {}

  /** Whether the user agrees to publish this: asked once. */
  async confirm(
    request: IPublicationRequest,
    doi: string | null
  ): Promise<boolean> {
    const choices = choicesOf(request);
    if (this._confirmed !== choices && (await this._ask(request, doi))) {
      this._confirmed = choices;
    }
    return this._confirmed === choices;
  }

  forget(): void {
    this._confirmed = null;
  }

  private _confirmed: string | null = null;
}

function choicesOf(request: IPublicationRequest): string {
  const { metadata, draftChoice, review, versionOf, replaces } = request;
  return JSON.stringify([
    requestStamp(request, '', ''),
    metadata,
    draftChoice ?? null,
    review?.id ?? null,
    versionOf ?? null,
    replaces ?? null
  ]);
}
