/** Who paid. */
export interface IFunder {
  /** As typed, or as the site's list has it. */
  readonly name: string;
  /** The ROR id in the site's list of funders, as `00k4n6c32`; missing for free text. */
  readonly id?: string;
}

/** A grant. */
export interface IAward {
  /** In the site's list of awards, as `00k4n6c32::654241`; missing for free text. */
  readonly id?: string;
  readonly number: string;
  readonly title: string;
  /** Web address; '' = none. */
  readonly url: string;
}

/** A funder, and the award where there is one. */
export interface IFunding {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  readonly funder: IFunder;
  readonly award: IAward | null;
}

/**
 * A community to which the record is submitted. It is no part of a draft: the
 * first one is set as the draft's review, by its UUID, before publishing;
 * others are asked after publishing (zenodo-api 9).
 */
export interface ICommunity {
  /** UUID: a review takes no slug (FINDINGS 35). */
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Who may submit: everybody, or members only. '' = not known. */
  readonly submissionPolicy: 'open' | 'closed' | '';
  /**
   * Whether a curator must look at submissions: `closed` of all, `members` of
   * those who are not members, `open` of none by those who may publish
   * without. '' = not known.
   */
  readonly reviewPolicy: 'open' | 'closed' | 'members' | '';
}
