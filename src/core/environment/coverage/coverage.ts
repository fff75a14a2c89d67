import { IFinding, IPlace } from '../../finding';
import { ITranslator } from '../../text';
import { IModuleUse } from '../../uses/moduleUse';
import type { ICapture } from '../capture';
import { coverageFindings } from './coverageFindings';
import { IDeclaration } from './declaration';
import { coverModule } from './coverModule';
import { findNeeds, IUsedCode } from '../needs/findNeeds';
import { neededFindings } from './neededFindings';
import { EnvironmentTexts, readDeclarations } from './readDeclarations';
import { screenFindings } from './screenFindings';
import { unusedDeclarations } from './unused';

/** Whether an import will be there on Binder. */
export type CoverageStatus =
  /** A line of an environment file installs it, or Binder has it by itself. */
  | 'covered'
  | 'standard'
  /** A file of the bundle. */
  | 'local'
  | 'not-covered'
  | 'unknown';

/** One import, and what installs it. */
export interface ICoveredModule {
  readonly name: string;
  readonly status: CoverageStatus;
  /** What installs it; null where nothing does, or Binder itself. */
  readonly by: IDeclaration | null;
  /** It comes along with what `by` names, which needs it. */
  readonly isIndirect: boolean;
  /** Distributions that bring it: as the kernel says, else as is well known; the likeliest first. */
  readonly packages: readonly string[];
  /** The line to add; null where nobody knows it for sure. */
  readonly line: string | null;
  readonly places: readonly IPlace[];
  readonly optional: boolean;
}

export interface ICoverage {
  /** In the order of the uses. */
  readonly modules: readonly ICoveredModule[];
  /** What is asked for and seems not to be used. */
  readonly unused: readonly IDeclaration[];
  /** What of the files could not be read, as it stands there. */
  readonly unclear: readonly { readonly path: string; readonly text: string }[];
  readonly findings: readonly IFinding[];
}

export interface ICoverageQuestion {
  /** Those of other languages than Python are left out. */
  readonly uses: readonly IModuleUse[];
  /** The bundle's environment files (also apt.txt, and those that `-r` names), with their texts. */
  readonly files: EnvironmentTexts;
  /** What the kernel said of the same imports; null without one. */
  readonly kernel: ICapture | null;
  /** All paths of the bundle. */
  readonly paths: readonly string[];
  /** Code of the notebooks and their local modules, to see what they need and never import. */
  readonly code?: readonly IUsedCode[];
  /** Environment files that Binder leaves aside because of others. */
  readonly shadowed?: readonly string[];
  /** `3.12`, as the environment has it; null where nobody knows. */
  readonly python?: string | null;
  readonly trans: ITranslator;
}

/**
 * Hold the imports against the environment files: which line installs each,
 * which are left over, and which lines nobody uses. Nothing is asked of a
 * network; without a kernel, a table of well-known names helps.
 */
export function coverage(question: ICoverageQuestion): ICoverage {
  const { files, kernel, paths, shadowed, trans } = question;
  const uses = question.uses.filter(({ language }) => language === 'python');
  const declarations = readDeclarations(files, shadowed);
  const python = question.python ?? kernel?.python ?? null;
  const modules = uses.map(use =>
    coverModule(use, { declarations, kernel, paths, python })
  );
  const imported = new Map(uses.map(({ name, places }) => [name, places[0]]));
  const needs = findNeeds(imported, question.code ?? []);
  const unused = unusedDeclarations(declarations.declared, modules, kernel);
  return {
    modules,
    unused,
    unclear: declarations.unclear,
    findings: [
      ...coverageFindings({ modules, unused, declarations, files, trans }),
      ...screenFindings(declarations.declared, files, trans),
      ...neededFindings({ needs, declarations, files, kernel, trans })
    ]
  };
}
