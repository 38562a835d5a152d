/** The bundled model's files as the WASM driver takes them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WasmModel } from '../../src/embedding/drivers/wasm.ts';

const models = new URL('../../models/', import.meta.url);
/** The newest bundled model. */
const name =
  readdirSync(models)
    .filter((entry) => entry.startsWith('lectern-embed-'))
    .sort()
    .at(-1) ?? '';
export const modelFolder = new URL(`${name}/`, models);
export const modelPath = fileURLToPath(modelFolder).replace(/\/$/, '');

export function readModelFile(path: string): Buffer {
  return readFileSync(new URL(path, modelFolder));
}

export function compileKernels(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(
    readFileSync(new URL('../../src/embedding/wasm-core/kernels.wasm', import.meta.url)),
  );
}

export async function bundledModel(): Promise<WasmModel> {
  return {
    weights: new Uint8Array(readModelFile('onnx/model_quantized.onnx')).buffer,
    tokenizer: JSON.parse(readModelFile('tokenizer.json').toString()),
    wasm: await compileKernels(),
    manifest: JSON.parse(readModelFile('manifest.json').toString()),
  };
}
