/** Starts the built service on a free port, and says when it can answer. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RealServer {
  readonly origin: string;
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Long enough to embed the corpus on a slow machine; the index is kept in the usual data folder. */
export const START_MILLISECONDS = 600_000;

/** Fails with the service's own words if it ends, or with the time if it never becomes ready. */
export async function startRealServer(): Promise<RealServer> {
  const program = join(ROOT, 'dist/lectern.js');
  if (!existsSync(program)) throw new Error(`${program} is missing; run: npm run build`);
  const port = await freePort();
  const environment = { ...process.env, PORT: String(port), HOST: '127.0.0.1' };
  const service = spawn(process.execPath, [program, 'serve'], { cwd: ROOT, env: environment });
  let words = '';
  service.stdout.on('data', (chunk) => (words += chunk));
  service.stderr.on('data', (chunk) => (words += chunk));
  const origin = `http://127.0.0.1:${port}`;
  const close = (): Promise<void> => stop(service);
  if (await becomesReady(origin, service)) return { origin, close };
  await close();
  throw new Error(
    `the service was not ready after ${START_MILLISECONDS / 1000} s or ended: ${words.slice(-2000)}`,
  );
}

async function becomesReady(origin: string, service: ChildProcess): Promise<boolean> {
  const end = Date.now() + START_MILLISECONDS;
  while (Date.now() < end && service.exitCode === null) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.ok === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

async function stop(service: ChildProcess): Promise<void> {
  if (service.exitCode === null && service.signalCode === null) {
    service.kill('SIGTERM');
    await once(service, 'exit');
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
