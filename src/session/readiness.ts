import { bySeverity, IFinding } from '../core/finding';
import type { ContentsPart } from './contentsPart';
import type { EnvironmentPart } from './environmentPart';
import type { MetadataPart } from './metadataPart';
import type { IPublicationState } from './state';

/** The findings of all sections, the worst first. */
export function allFindings(parts: {
  readonly contents: ContentsPart;
  readonly environment: EnvironmentPart;
  readonly metadata: MetadataPart;
}): IFinding[] {
  const { contents, environment, metadata } = parts;
  const general = metadata.general.map(message => ({
    id: 'metadata.refused',
    severity: 'error' as const,
    section: 'metadata' as const,
    message
  }));
  return bySeverity([
    ...contents.findings,
    ...environment.findings,
    ...metadata.findings,
    ...general
  ]);
}

/**
 * Whether a publication may begin. Errors of the environment keep Binder from
 * starting the notebooks, but nobody from publishing them.
 */
export function isReady(state: IPublicationState): boolean {
  return (
    state.account.status === 'signed-in' &&
    Object.keys(state.metadata.errors).length === 0 &&
    !state.findings.some(
      ({ severity, section, stops }) =>
        stops || (severity === 'error' && section !== 'environment')
    )
  );
}
