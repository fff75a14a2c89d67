import { emptyMetadata, localDate } from '../core/metadata/empty';
import { stepNames } from '../core/publish/steps';
import { commonLists } from './lists/lists';
import type { ISessionPorts } from './ports';
import { noSignIn } from './signIn/signInState';
import type { IPublicationState, IStepView } from './state';
import { noRequests } from './requests/requestsView';
import { noTestRun } from './testRun/testRunState';
import { noVersion } from './versionState';

/** The six steps, all to come. */
export const stepsToCome: readonly IStepView[] = stepNames.map(name => ({
  name,
  status: 'to-come',
  detail: ''
}));

/** The state of a publication of which nothing is known but the selection. */
export function initialState(
  ports: ISessionPorts,
  id: string,
  selection: readonly string[]
): IPublicationState {
  const { sites, clock, trans } = ports;
  const site =
    sites.all.find(one => one.id === sites.defaultId) ?? sites.all[0];
  return {
    id,
    selection,
    phase: 'editing',
    asked: false,
    findings: [],
    setAside: [],
    contents: {
      reading: { files: 0 },
      checking: null,
      root: '',
      roots: [],
      entries: [],
      above: [],
      count: 0,
      bytes: 0,
      packedBytes: null,
      unsaved: [],
      usesGitignore: false,
      showsHidden: false,
      layout: 'zip',
      layouts: [],
      crate: true,
      bulk: 'small',
      bulky: [],
      picked: [],
      notPicked: []
    },
    data: {
      ...{ paths: [], bytes: 0, title: '', defaultTitle: '' },
      ...{ license: 'cc-by-4.0', cells: [], foreign: [] }
    },
    version: noVersion,
    environment: {
      file: null,
      pythonVersion: null,
      packages: null,
      accepted: false,
      coverage: null,
      capture: 'not-possible',
      generated: [],
      notebook: null,
      lockFiles: []
    },
    testRun: noTestRun,
    metadata: {
      values: emptyMetadata(localDate(new Date(clock.now()))),
      origins: {},
      candidates: {},
      lists: commonLists(trans),
      errors: {}
    },
    account: {
      sites: sites.all,
      site,
      status: 'signed-out',
      refused: null,
      otherSite: null,
      signIn: noSignIn,
      problems: sites.problems
    },
    publish: {
      when: 'after-upload',
      reviewFirst: false,
      route: { offered: false, by: 'browser', unseen: 0 },
      review: null,
      requests: noRequests,
      badges: [],
      readme: null,
      steps: stepsToCome,
      progress: null,
      asking: false,
      trouble: null,
      draft: null,
      outcome: null
    }
  };
}
