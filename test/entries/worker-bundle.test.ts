/** What would be uploaded to Cloudflare: nothing of Node in it, and small enough for the free plan. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Cloudflare's limit for the free plan, compressed. */
const FREE_PLAN_BYTES = 3_000_000;
/** A native module passes the dry run and fails at start, so names are looked for in the text. */
const FORBIDDEN = [
  '"node:',
  'hnswlib',
  '"bindings"',
  'onnxruntime',
  '@xenova',
  'sharp',
  'require("fs")',
  'process.env',
];

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';

function dryRun(environment: readonly string[]): string {
  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');
  const options = [
    'deploy',
    '--dry-run',
    '--outdir',
    join(folder, 'out'),
    '--assets',
    join(folder, 'assets'),
    ...environment,
  ];
  return execFileSync(process.execPath, [wrangler, ...options], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1', NO_COLOR: '1' },
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-bundle-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'files.json'), '{}');
  dryRun(['--env', '']);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the bundle of the Worker', () => {
  it('holds nothing of Node and no native module', () => {
    const script = readFileSync(join(folder, 'out', 'worker.js'), 'utf8');
    for (const name of FORBIDDEN) expect(script.includes(name), name).toBe(false);
  });

  it('is one script and the kernels, small enough for the free plan', () => {
    const files = readdirSync(join(folder, 'out')).filter(
      (name) => !name.endsWith('.map') && name !== 'README.md',
    );
    expect(files.filter((name) => name.endsWith('.wasm'))).toHaveLength(1);
    expect(files).toHaveLength(2);
    const bytes = files.map((name) => gzipSync(readFileSync(join(folder, 'out', name))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FREE_PLAN_BYTES);
  });

  it('declares the bindings of an account only for production', () => {
    const local = dryRun(['--env', '']);
    const production = dryRun(['--env', 'production']);
    for (const binding of ['env.AI', 'env.VECTORIZE', 'env.SNAPSHOTS']) {
      expect(local.includes(binding), `${binding} locally`).toBe(false);
      expect(production.includes(binding), `${binding} in production`).toBe(true);
    }
    for (const binding of ['env.ASSETS', 'env.ASK_LIMIT']) expect(production).toContain(binding);
  }, 60_000);
});
