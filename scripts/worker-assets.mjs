// Copies files to the Worker's static assets, cut into parts where they exceed what one asset may hold.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Cloudflare takes 25 MiB an asset; a rounder figure leaves air. */
export const LARGEST_PART = 20 * 1024 * 1024;

/**
 * Writes each source under its asset path into `folder`, and `files.json`: path → its bytes and its parts in order.
 * @param {string} folder emptied first
 * @param {ReadonlyMap<string, string>} sources asset path → file to copy
 * @param {number} [largest] bytes a part
 */
export async function writeAssets(folder, sources, largest = LARGEST_PART) {
  await rm(folder, { recursive: true, force: true });
  const files = {};
  for (const [path, source] of sources) {
    const bytes = await readFile(source);
    const count = Math.max(1, Math.ceil(bytes.length / largest));
    const parts = Array.from({ length: count }, (_, part) => (count === 1 ? path : `${path}.part${part}`));
    await mkdir(dirname(join(folder, path)), { recursive: true });
    for (const [part, name] of parts.entries()) {
      await writeFile(join(folder, name), bytes.subarray(part * largest, (part + 1) * largest));
    }
    files[path] = { bytes: bytes.length, parts };
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'files.json'), JSON.stringify({ files }, null, 1));
  return files;
}
