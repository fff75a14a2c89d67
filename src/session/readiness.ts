import type { IFinding } from '../core/finding';
import type { ContentsPart } from './contentsPart';
import type { EnvironmentPart } from './environmentPart';
import type { Inspection } from './inspection';
import type { MetadataPart } from './metadataPart';
import type { IPublicationState } from './state';
import type { VersionPart } from './versionPart';
import type { WorksPart } from './worksPart';

/** The parts that have findings. */
export interface IFindingParts {
  readonly contents: ContentsPart;
  readonly environment: EnvironmentPart;
  readonly metadata: MetadataPart;
  readonly version: VersionPart;
  readonly works: WorksPart;
  readonly inspection: Inspection;
}

/** The findings of all sections. */
export function allFindings(parts: IFindingParts): IFinding[] {
  const { contents, environment, metadata, version, works, inspection } = parts;
  const general = metadata.general.map(message => ({
    id: 'metadata.refused',
    severity: 'error' as const,
    section: 'metadata' as const,
    message
  }));
  return [
    ...contents.findings,
    ...inspection.findings,
    ...environment.findings,
    ...metadata.findings,
    ...works.findings,
    ...version.findings,
    ...general
  ];
}

/** Whether the notebooks get a Binder badge: Binder takes what is public, and not too much. */
export function binderReady(state: IPublicationState): boolean {
  return (
    state.environment.accepted &&
    state.contents.bulk !== 'huge' &&
    state.metadata.values.access === 'public'
  );
}

/** Whether what stands in the form goes out: a record whose files are replaced keeps its own details. */
export function isFormSent({
  version
}: Pick<IPublicationState, 'version'>): boolean {
  return version.as !== 'replace-files';
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
