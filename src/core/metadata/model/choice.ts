/** An entry of a large vocabulary of the site, as it was chosen: a language, a subject. */
export interface IChoice {
  readonly id: string;
  /** As it was shown; the id where no title is known. Never sent. */
  readonly title: string;
}
