/* The memory of one process, as Linux counts it. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Begin anew with the peak; gives a function that tells by how many bytes it rose. */
export function watchPeak(pid) {
  // Source: proc(5), clear_refs: 5 sets the peak to what is used now.
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = bytes(pid, 'VmRSS');
  return () => bytes(pid, 'VmHWM') - before;
}

function bytes(pid, name) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (
    Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)[1]) * 1024
  );
}
