import { CancelledError } from '../../core/error';
import type { IFinding } from '../../core/finding';
import type { IChoice } from '../../core/metadata/model';
import type { ITranslator } from '../../core/text';
import type { Vocabularies } from '../../core/zenodo/vocabularies';

/**
 * The site's own list of resource types. Never rejects: where it can't be had,
 * there are no types and a finding, and the usual types are offered.
 */
export async function siteResourceTypes(
  vocabularies: Pick<Vocabularies, 'resourceTypes'>,
  trans: ITranslator
): Promise<{ types: readonly IChoice[]; findings: readonly IFinding[] }> {
  try {
    const types = await vocabularies.resourceTypes();
    return {
      types: types.map(({ id, title }) => ({ id, title })),
      findings: []
    };
  } catch (error) {
    const missing: IFinding = {
      id: 'metadata.types-not-loaded',
      severity: 'info',
      section: 'metadata',
      message: trans.__(
        'The list of resource types could not be loaded. The usual ones are offered.'
      )
    };
    return {
      types: [],
      findings: error instanceof CancelledError ? [] : [missing]
    };
  }
}
