import type { IChoice } from '../../core/metadata/model';
import type { ITranslator } from '../../core/text';
import { commonRelations } from './relations';
import { commonResourceTypes } from './resourceTypes';
import { commonRoles } from './roles';
import {
  commonDateTypes,
  commonDescriptionTypes,
  commonDevelopmentStatuses,
  commonTitleTypes
} from './types';

/** The vocabularies that are short enough to choose from a list. */
export interface ILists {
  readonly resourceTypes: readonly IChoice[];
  /** Those that another work may have. */
  readonly linkableTypes: readonly IChoice[];
  readonly titleTypes: readonly IChoice[];
  readonly descriptionTypes: readonly IChoice[];
  readonly dateTypes: readonly IChoice[];
  readonly creatorRoles: readonly IChoice[];
  readonly contributorRoles: readonly IChoice[];
  readonly relations: readonly IChoice[];
  readonly developmentStatuses: readonly IChoice[];
}

/** The name of a short vocabulary. */
export type ListName = keyof ILists;

/** What can be chosen before the site's own lists are known, or where they can't be had. */
export function commonLists(trans: ITranslator): ILists {
  const types = commonResourceTypes(trans);
  const roles = commonRoles(trans);
  return {
    resourceTypes: types,
    linkableTypes: types,
    titleTypes: commonTitleTypes(trans),
    descriptionTypes: commonDescriptionTypes(trans),
    dateTypes: commonDateTypes(trans),
    creatorRoles: roles,
    contributorRoles: roles,
    relations: commonRelations(trans),
    developmentStatuses: commonDevelopmentStatuses(trans)
  };
}
