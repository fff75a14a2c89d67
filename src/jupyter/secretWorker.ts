/** The worker that looks for secrets: what is loaded there, and nothing else. */
import type { IScanPort, ScanReply } from '../core/checks/secrets/scanMessages';
import { serveScans } from '../core/checks/secrets/scanServer';

// The types of a page are the only ones here; a worker's own `self` is a port.
serveScans(self as unknown as IScanPort<ScanReply>);
