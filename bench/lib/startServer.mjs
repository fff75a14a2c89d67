/* Starts the server of files, in a process of its own: it must not compete with what measures. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Serve a folder; gives the address, and a way to end it. */
export function startServer(folder) {
  const file = fileURLToPath(new URL('./server.mjs', import.meta.url));
  const child = fork(file, [folder]);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', code => reject(new Error(`The server ended: ${code}`)));
    child.on('message', port =>
      resolve({
        url: `http://127.0.0.1:${port}/`,
        stop: () => child.kill()
      })
    );
  });
}
