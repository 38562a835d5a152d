/** The threads' script, bundled as the build bundles it: Node cannot run its source. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const source = new URL('../../src/', import.meta.url);

export async function bundleThreadScript(folder: string): Promise<URL> {
  const file = join(folder, 'embedding-thread.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('entries/embedding-thread.ts', source))],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  await copyFile(new URL('embedding/wasm-core/kernels.wasm', source), join(folder, 'kernels.wasm'));
  return pathToFileURL(file);
}
