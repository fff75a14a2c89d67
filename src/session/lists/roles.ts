import type { IChoice } from '../../core/metadata/model';
import type { ITranslator } from '../../core/text';

/** What a creator or contributor did: InvenioRDM's vocabulary `contributorsroles`. */
export function commonRoles(trans: ITranslator): readonly IChoice[] {
  return [
    { id: 'contactperson', title: trans.__('Contact person') },
    { id: 'datacollector', title: trans.__('Data collector') },
    { id: 'datacurator', title: trans.__('Data curator') },
    { id: 'datamanager', title: trans.__('Data manager') },
    { id: 'distributor', title: trans.__('Distributor') },
    { id: 'editor', title: trans.__('Editor') },
    { id: 'hostinginstitution', title: trans.__('Hosting institution') },
    { id: 'other', title: trans.__('Other') },
    { id: 'producer', title: trans.__('Producer') },
    { id: 'projectleader', title: trans.__('Project leader') },
    { id: 'projectmanager', title: trans.__('Project manager') },
    { id: 'projectmember', title: trans.__('Project member') },
    { id: 'registrationagency', title: trans.__('Registration agency') },
    { id: 'registrationauthority', title: trans.__('Registration authority') },
    { id: 'relatedperson', title: trans.__('Related person') },
    { id: 'researchgroup', title: trans.__('Research group') },
    { id: 'researcher', title: trans.__('Researcher') },
    { id: 'rightsholder', title: trans.__('Rights holder') },
    { id: 'sponsor', title: trans.__('Sponsor') },
    { id: 'supervisor', title: trans.__('Supervisor') },
    { id: 'translator', title: trans.__('Translator') },
    { id: 'workpackageleader', title: trans.__('Work package leader') }
  ];
}
