/* The rule must bite: one wrong import of each kind, and its right neighbours. */
import path from 'node:path';
import { after, describe, it } from 'node:test';

import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';

import floors from './floors.mjs';

RuleTester.afterAll = after;
RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({
  languageOptions: { parser: tseslint.parser, sourceType: 'module' }
});

const good = (file, code) => ({ filename: path.resolve(file), code });
const bad = (file, code, message) => ({
  filename: path.resolve(file),
  code,
  errors: [{ message }]
});

tester.run('floors', floors.rules.floors, {
  valid: [
    good('src/index.ts', "import { panel } from './plugins/panel';"),
    good('src/plugins/panel.ts', "import { IZenodo } from '../tokens';"),
    good('src/plugins/panel.ts', "await import('../ui/panel');"),
    good('src/tokens.ts', "import type { Session } from './session/session';"),
    good('src/session/session.ts', "import type { IOpener } from '../tokens';"),
    good('src/ui/panel.tsx', "import { Session } from '../session/session';"),
    good('src/ui/panel.tsx', "import type { Run } from '../core/publish/run';"),
    good('src/ui/a.tsx', "import { type Run } from '../core/publish/run';"),
    good('src/ui/panel.tsx', "import { zenodo } from '../core/zenodo/sites';"),
    good('src/ui/panel.tsx', "import icon from '../../style/icon.svg';"),
    good('src/ui/panel.tsx', "import * as React from 'react';"),
    good('src/jupyter/files.ts', "import { IFiles } from '../core/files';"),
    good(
      'src/jupyter/files.ts',
      "import type { IFilesPort } from '../session/ports';"
    ),
    good('src/core/clock.ts', "import { CancelledError } from './error';"),
    good('src/core/zenodo/http.ts', "import { IClock } from '../clock';"),
    good('src/core/bundle/plan.ts', "import ignore from 'ignore';"),
    good(
      'src/core/zenodo/__tests__/client.spec.ts',
      "import { Zenodo } from '../../../../simulator/zenodo';"
    ),
    good('simulator/cli.ts', "import { serve } from './http';")
  ],
  invalid: [
    bad(
      'src/core/zenodo/client.ts',
      "import { Session } from '../../session/session';",
      'core imports only floors below it, and session is above.'
    ),
    bad(
      'src/core/zenodo/client.ts',
      "import type { Session } from '../../session/session';",
      'core imports only floors below it, and session is above.'
    ),
    bad(
      'src/core/a/b.ts',
      "let x: import('../../ui/panel').Panel;",
      'core imports only floors below it, and ui is above.'
    ),
    bad(
      'src/session/session.ts',
      "export { Panel } from '../ui/panel';",
      'session imports only floors below it, and ui is above.'
    ),
    bad(
      'src/session/session.ts',
      "export * from '../plugins/panel';",
      'session imports only floors below it, and plugins is above.'
    ),
    bad(
      'src/session/session.ts',
      "await import('../plugins/panel');",
      'session imports only floors below it, and plugins is above.'
    ),
    bad(
      'src/jupyter/files.ts',
      "const x = require('../session/session');",
      'jupyter imports only floors below it, and session is above.'
    ),
    bad(
      'src/jupyter/files.ts',
      "import type { Session } from '../session/session';",
      'jupyter imports only floors below it, and session is above.'
    ),
    bad(
      'src/session/session.ts',
      "import { IOpener } from '../tokens';",
      'session imports only floors below it, and tokens is above.'
    ),
    bad(
      'src/core/finding.ts',
      "import { Zip } from './bundle/zip';",
      'What all of core shares imports no room of core.'
    ),
    bad(
      'src/core/notebook/read.ts',
      "import { INotebookContent } from '@jupyterlab/nbformat';",
      "core runs without JupyterLab and without a page: no '@jupyterlab/nbformat' here."
    ),
    bad(
      'src/core/notebook/read.ts',
      "import { JSONExt } from '@lumino/coreutils';",
      "core runs without JupyterLab and without a page: no '@lumino/coreutils' here."
    ),
    bad(
      'src/ui/panel.tsx',
      "import { Client } from '../core/zenodo/client';",
      "Components use 'core/zenodo/client' through the session: import types only."
    ),
    bad(
      'src/ui/panel.tsx',
      "import { run } from '../core/publish';",
      "Components use 'core/publish' through the session: import types only."
    ),
    bad(
      'src/ui/panel.tsx',
      "import { type Run, run } from '../core/publish/run';",
      "Components use 'core/publish/run' through the session: import types only."
    ),
    bad(
      'src/ui/panel.tsx',
      "import { Contents } from '../jupyter/contents';",
      "Components use 'jupyter/contents' through the session: import types only."
    ),
    bad(
      'src/session/session.ts',
      "import { Zenodo } from '../../simulator/zenodo';",
      'Only tests may import the simulator.'
    ),
    bad(
      'src/attic/box.ts',
      "import { IFiles } from '../core/files';",
      'src/attic is on no floor: add it to scripts/lint/floors.mjs.'
    ),
    bad(
      'simulator/zenodo.ts',
      "import { zenodo } from '../src/core/zenodo/sites';",
      'The simulator imports nothing of src: it must not share its mistakes.'
    )
  ]
});
