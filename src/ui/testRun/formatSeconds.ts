import type { ITranslator } from '../../core/text';

/** A duration as people read it: `8.4 s`, `3 min 20 s`. */
export function formatSeconds(seconds: number, trans: ITranslator): string {
  if (seconds < 60) {
    return trans.__('%1 s', seconds.toFixed(seconds < 10 ? 1 : 0));
  }
  const whole = Math.round(seconds);
  if (whole % 60 === 0) {
    return trans.__('%1 min', whole / 60);
  }
  return trans.__('%1 min %2 s', Math.floor(whole / 60), whole % 60);
}
