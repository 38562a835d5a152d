// Starts the Worker locally and offline: builds its assets, then runs Wrangler. Usage: npm run dev:worker -- [--port N] [--ip A]
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildFromEnvironment } from './build-worker.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { port: { type: 'string', default: '8788' }, ip: { type: 'string', default: '127.0.0.1' } },
});
if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
  console.error(`--port "${values.port}" cannot be used: a whole number from 0 to 65535 is accepted`);
  process.exit(2);
}

await buildFromEnvironment();
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');
// No account, no telemetry, no key bindings: the same in a terminal, a container and a test.
const options = [
  '--port',
  values.port,
  '--ip',
  values.ip,
  '--inspector-port',
  '0',
  '--local',
  '--show-interactive-dev-session=false',
];
const child = spawn(
  process.execPath,
  [wrangler, 'dev', '--config', join(root, 'wrangler.toml'), ...options],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
