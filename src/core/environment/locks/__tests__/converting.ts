import { plainEnglish as trans } from '../../../text';
import { convertLock, ILockOptions } from '../convertLock';

/** The files' texts, and the kinds of findings. */
export function convert(
  path: string,
  text: string,
  more: Partial<ILockOptions> = {}
) {
  const { files, findings } = convertLock(path, text, { python: '3.12', now: 0, trans, ...more }); // prettier-ignore
  return {
    files: Object.fromEntries(files.map(f => [f.path, String(f.content)])),
    findings: findings.map(({ id }) => id)
  };
}

/** Lines of requirements.txt without the head. */
export function lines(
  path: string,
  text: string,
  more: Partial<ILockOptions> = {}
) {
  return convert(path, text, more)
    .files['requirements.txt'].split('\n')
    .slice(1, -1);
}
