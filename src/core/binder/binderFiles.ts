/** The files by which Binder finds an environment, and those that it does not know. */

/** The ways to build that repo2docker has. */
export type BinderKind =
  'docker' | 'julia' | 'nix' | 'r' | 'conda' | 'pipfile' | 'python';

/** The folders that Binder takes instead of the root; only one may be there. */
export const BINDER_FOLDERS: readonly string[] = ['.binder', 'binder'];

/** Files with which Binder builds an environment, in the place where it looks. */
export const ENVIRONMENT_FILES: readonly string[] = [
  'Dockerfile',
  'JuliaProject.toml',
  'Project.toml',
  'REQUIRE',
  'default.nix',
  'environment.yml',
  'environment.yaml',
  'Pipfile.lock',
  'Pipfile',
  'runtime.txt',
  'requirements.txt'
];

/** Files that count at the root only. */
export const ROOT_FILES: readonly string[] = [
  'DESCRIPTION',
  'setup.py',
  'pyproject.toml'
];

/** Files that help, but never are an environment by themselves. */
export const HELPER_FILES: readonly string[] = [
  'apt.txt',
  'postBuild',
  'start',
  'install.R',
  'requirements3.txt',
  'Manifest.toml'
];

/*
 * Files that describe an environment to other programs, and that Binder does
 * not read (repo2docker#1339 and #1426 for pixi), with the command that writes
 * what it reads; '' for none.
 */
const EXPORTS: Readonly<Record<string, string>> = {
  'uv.lock':
    'uv export --format requirements-txt --no-hashes --no-emit-project --frozen -o requirements.txt',
  'poetry.lock':
    'poetry export -f requirements.txt --without-hashes -o requirements.txt',
  'pdm.lock': 'pdm export --without-hashes -o requirements.txt',
  'pixi.toml': 'pixi project export conda-environment environment.yml',
  'pixi.lock': 'pixi project export conda-environment environment.yml',
  'pylock.toml': '',
  'renv.lock': '',
  'conda-lock.yml': '',
  'conda-linux-64.lock': '',
  'packrat/packrat.lock': ''
};

/** Files that describe an environment to other programs than Binder. */
export const UNKNOWN_FILES: readonly string[] = Object.keys(EXPORTS);

/** The command that writes a file for Binder from one of another program; '' for none. */
export function exportCommand(name: string): string {
  return EXPORTS[name] ?? '';
}

/* What each way to build leaves aside, of the files that can be beside. */
const IGNORED: Record<BinderKind, readonly string[]> = {
  docker: [...ENVIRONMENT_FILES, ...HELPER_FILES],
  nix: [...ENVIRONMENT_FILES, 'install.R', 'requirements3.txt'],
  julia: ['REQUIRE', 'default.nix', 'Pipfile', 'Pipfile.lock', 'install.R'],
  r: ['Pipfile', 'Pipfile.lock'],
  conda: [
    'Pipfile',
    'Pipfile.lock',
    'runtime.txt',
    'requirements.txt',
    'install.R'
  ],
  pipfile: ['runtime.txt', 'requirements.txt', 'install.R'],
  python: ['install.R']
};

/**
 * The names that a way to build leaves aside.
 *
 * @param chosen - the file that made Binder choose it.
 */
export function ignoredFiles(kind: BinderKind, chosen: string): string[] {
  const twins: Record<string, string> = {
    'environment.yml': 'environment.yaml',
    'JuliaProject.toml': 'Project.toml'
  };
  const twin = twins[chosen];
  const ignored = twin ? [...IGNORED[kind], twin] : IGNORED[kind];
  return ignored.filter(name => name !== chosen);
}
