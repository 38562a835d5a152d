/** The WASM driver from a model's folder on disk: for Node where onnxruntime's native code does not load. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Embedder } from '../embedder.ts';
import { ModelError } from '../model-error.ts';
import { ModelManifest } from '../model-manifest.ts';
import { createWasmEmbedder } from './wasm.ts';

const WEIGHTS = 'onnx/model_quantized.onnx';
/** Beside the bundled program, and in the source tree. */
const KERNELS = ['./kernels.wasm', '../wasm-core/kernels.wasm'];
const MEND = 'restore it with "git checkout -- models" or set LECTERN_MODEL to another model';

/** @throws {ModelError} when a file is missing or not the one that the manifest vouches for. */
async function readChecked(folder: string, file: string, manifest: ModelManifest): Promise<Uint8Array> {
  const bytes = await readFile(join(folder, file)).catch((cause: unknown) => {
    throw new ModelError(folder, `the file ${file} is missing`, MEND, { cause });
  });
  if (createHash('sha256').update(bytes).digest('hex') === manifest.files[file]) return bytes;
  throw new ModelError(folder, `the file ${file} does not have the checksum of its manifest`, MEND);
}

async function readManifest(folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  } catch (cause) {
    throw new ModelError(folder, 'its manifest.json cannot be read', MEND, { cause });
  }
}

/** The compiled kernels of the inference core, from beside the program or from the source tree. */
export async function compileKernels(): Promise<WebAssembly.Module> {
  for (const place of KERNELS) {
    const bytes = await readFile(new URL(place, import.meta.url)).catch(() => null);
    if (bytes) return WebAssembly.compile(bytes);
  }
  throw new Error('kernels.wasm is missing beside the program: run "npm run build"');
}

/** Only models of the bundled architecture; hub models need onnxruntime. @throws {ModelError} */
export async function createWasmEmbedderFromFolder(folder: string): Promise<Embedder> {
  const manifest = await readManifest(folder);
  const parsed = ModelManifest.safeParse(manifest);
  if (!parsed.success)
    throw new ModelError(folder, 'its manifest.json is incomplete', MEND, { cause: parsed.error });
  const weights = await readChecked(folder, WEIGHTS, parsed.data);
  const tokenizer = await readChecked(folder, 'tokenizer.json', parsed.data);
  return createWasmEmbedder({
    // A copy of its own: a Node buffer may share its memory with others.
    weights: new Uint8Array(weights).buffer,
    tokenizer: JSON.parse(new TextDecoder().decode(tokenizer)),
    wasm: await compileKernels(),
    manifest,
  });
}
