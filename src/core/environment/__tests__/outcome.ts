import { IModuleUse } from '../../uses/moduleUse';
import { ICapture } from '../capture';
import { requirementsText } from '../files';

/** Certain imports of the second cell. */
export function uses(...names: string[]): IModuleUse[] {
  return names.map(name => ({
    name,
    language: 'python',
    places: [{ path: 'nb/a.ipynb', cell: 2 }],
    optional: false
  }));
}

/** What matters of a capture, short. */
export function outcome(capture: ICapture) {
  return {
    modules: Object.fromEntries(
      capture.modules.map(m => [m.name, [m.kind, ...m.packages].join(' ')])
    ),
    lines: requirementsText(capture)
      .split('\n')
      .filter(line => line && !line.startsWith('#')),
    findings: capture.findings.map(f => f.id).sort()
  };
}
