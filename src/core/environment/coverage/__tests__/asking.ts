import { plainEnglish as trans } from '../../../text';
import type { ICapture, ICapturedPackage } from '../../capture';
import { uses } from '../../__tests__/outcome';
import { IUsedCode } from '../../needs/findNeeds';
import { coverage, ICoverage } from '../coverage';

/** The coverage of these imports by these files. */
export function ask(
  files: Record<string, string>,
  names: string[],
  more: { kernel?: ICapture; paths?: string[]; shadowed?: string[]; python?: string; code?: IUsedCode[] } = {} // prettier-ignore
): ICoverage {
  return coverage({
    uses: uses(...names),
    files: new Map(Object.entries(files)),
    kernel: null,
    paths: [],
    ...more,
    trans
  });
}

/** `name` → `covered requirements.txt:2`, short. */
export function table({ modules }: ICoverage): Record<string, string> {
  return Object.fromEntries(
    modules.map(({ name, status, by, isIndirect }) => [
      name,
      [status, by ? `${by.path}:${by.line}` : '', isIndirect ? 'indirect' : '']
        .join(' ')
        .trim()
    ])
  );
}

/** A package that is imported, as a kernel tells it. */
export function captured(name: string, version: string, module: string) {
  return {
    name,
    version,
    requirement: `${name}==${version}`,
    conda: null,
    reason: 'import',
    modules: [module]
  } as ICapturedPackage;
}

/** What a kernel says of imports. */
export function kernel(
  kinds: Record<string, ICapture['modules'][0]['kind']>,
  packages: ICapturedPackage[],
  requires: Record<string, string[]> = {}
): ICapture {
  return {
    python: '3.12',
    conda: false,
    needsConda: false,
    channels: [],
    packages,
    system: [],
    modules: Object.entries(kinds).map(([name, kind]) => ({
      name,
      kind,
      packages: []
    })),
    requires: new Map(Object.entries(requires)),
    sources: [],
    findings: []
  };
}
