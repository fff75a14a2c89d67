import type { IPlanEntry } from '../core/bundle/entry';

/** Larger than this is no environment file that anyone wrote. */
const largest = 1_000_000;

const names =
  /^(?:environment\.ya?ml|(?:[^/]*requirements[^/]*|constraints[^/]*|runtime|apt)\.(?:txt|in)|Pipfile(?:\.lock)?|pyproject\.toml|setup\.(?:cfg|py)|Project\.toml|DESCRIPTION|install\.R|uv\.lock|poetry\.lock|pdm\.lock|pixi\.lock|conda-lock\.yml)$|^pylock(?:\.[^/]+)?\.toml$/;

/** The files of a bundle that may say what has to be installed: at its top, or in Binder's folder. */
export function environmentCandidates(
  included: readonly IPlanEntry[]
): IPlanEntry[] {
  return included.filter(({ path, size }) => {
    const name = path.replace(/^\.?binder\//, '');
    return names.test(name) && (size ?? 0) <= largest;
  });
}
