import type { ICapture } from '../core/environment/capture';
import type { EnvironmentTexts } from '../core/environment/coverage/readDeclarations';

/** What is known of the bundle's environment. */
export interface IEnvironmentFacts {
  /** The environment files of the bundle. */
  readonly environment: EnvironmentTexts;
  /** Those that Binder leaves aside because of others. */
  readonly shadowed: readonly string[];
  /** What the author's kernel says of itself; null = nothing. */
  readonly kernel: ICapture | null;
}
