/** Reads the Worker's own files from its static assets, where large ones lie in parts (see scripts/worker-assets.mjs). */
import { z } from 'zod';

/** What this needs of the `ASSETS` binding. */
export interface AssetsBinding {
  fetch(request: Request): Promise<Response>;
}

const FileList = z.object({
  files: z.record(z.string(), z.object({ bytes: z.int(), parts: z.array(z.string()).min(1) })),
});

export interface WorkerAssets {
  has(path: string): boolean;
  /** @throws {Error} naming the path when there is no such file or a part has not the size that it should. */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  readText(path: string): Promise<string>;
}

async function fetchPart(binding: AssetsBinding, path: string): Promise<Uint8Array<ArrayBuffer>> {
  // Only the path counts: the binding ignores the host.
  const response = await binding.fetch(new Request(`https://assets/${path}`));
  if (!response.ok) throw new Error(`asset "${path}" cannot be read: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export async function openWorkerAssets(binding: AssetsBinding): Promise<WorkerAssets> {
  const list = new TextDecoder().decode(await fetchPart(binding, 'files.json'));
  const { files } = FileList.parse(JSON.parse(list));
  const read = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const file = files[path];
    if (!file) throw new Error(`asset "${path}" is not in files.json: run "node scripts/build-worker.mjs"`);
    const parts = await Promise.all(file.parts.map((part) => fetchPart(binding, part)));
    const [only] = parts;
    const whole = parts.length === 1 && only ? only : joined(parts, file.bytes);
    if (whole.length !== file.bytes)
      throw new Error(`asset "${path}" has ${whole.length} bytes, expected ${file.bytes}`);
    return whole;
  };
  return {
    has: (path) => path in files,
    read,
    readText: async (path) => new TextDecoder().decode(await read(path)),
  };
}

function joined(parts: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(
    Math.max(
      bytes,
      parts.reduce((sum, part) => sum + part.length, 0),
    ),
  );
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
