/** The worker that computes sums: what is loaded there, and nothing else. */
import type { ISumPort, SumReply } from '../core/bundle/sums/sumMessages';
import { serveSums } from '../core/bundle/sums/sumServer';
import { openKeptFile } from './keptFileWriter';

// The types of a page are the only ones here; a worker's own `self` is a port.
serveSums(self as unknown as ISumPort<SumReply>, openKeptFile);
