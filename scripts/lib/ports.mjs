/* Ports on this machine. */
import net from 'node:net';

function listen(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

/** The wanted port, or a free one where none is wanted. */
export async function choosePort(wanted, purpose) {
  try {
    return await listen(wanted ?? 0);
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      throw new Error(
        `Port ${wanted} for ${purpose} is in use. Choose another one, or none: then a free one is taken.`
      );
    }
    throw new Error(`Port ${wanted} for ${purpose}: ${error.message}`);
  }
}

/** Wait until a server answers, whatever it says. */
export async function answers(url, { seconds = 90, alive = () => true } = {}) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end && alive()) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(5000) });
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 150));
    }
  }
  throw new Error(`${url} does not answer.`);
}

/**
 * A port for each of the tests that run at a time, as each has servers of its
 * own: two, as much of a test is waiting. A real site is one for all.
 */
export async function choosePorts(purpose) {
  const ports = [await choosePort(undefined, purpose)];
  if (!process.env.ZP_SITE_URL) {
    ports.push(await choosePort(undefined, purpose));
  }
  return ports.join(' ');
}
