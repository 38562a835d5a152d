/** The WASM driver on Node, from a folder, with damaged folders refused in one line. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWasmEmbedder } from '../../src/embedding/drivers/wasm.ts';
import { createWasmEmbedderFromFolder } from '../../src/embedding/drivers/wasm-folder.ts';
import { bundledModel, modelPath } from './bundled-model.ts';

async function withCopy(
  change: (folder: string) => void,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-model-'));
  try {
    cpSync(modelPath, folder, { recursive: true });
    change(folder);
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the WASM embedder from a folder', () => {
  it('gives the same bytes as from memory', async () => {
    const [fromFolder, fromMemory] = [
      await createWasmEmbedderFromFolder(modelPath),
      await createWasmEmbedder(await bundledModel()),
    ];
    expect(fromFolder.id).toBe(fromMemory.id);
    expect(await fromFolder.embed(['贸易额', 'trade'], 'query')).toEqual(
      await fromMemory.embed(['贸易额', 'trade'], 'query'),
    );
  });

  it('refuses damaged and missing files, naming them', async () => {
    const damage = (folder: string) => writeFileSync(join(folder, 'onnx/model_quantized.onnx'), 'no model');
    await withCopy(damage, (folder) =>
      expect(createWasmEmbedderFromFolder(folder)).rejects.toThrow(
        'onnx/model_quantized.onnx does not have the checksum',
      ),
    );
    await withCopy(
      (folder) => rmSync(join(folder, 'tokenizer.json')),
      (folder) => expect(createWasmEmbedderFromFolder(folder)).rejects.toThrow('tokenizer.json is missing'),
    );
    await withCopy(
      (folder) => writeFileSync(join(folder, 'manifest.json'), '{}'),
      (folder) => expect(createWasmEmbedderFromFolder(folder)).rejects.toThrow('manifest.json is incomplete'),
    );
    await expect(createWasmEmbedderFromFolder('/nowhere')).rejects.toThrow('manifest.json cannot be read');
  });
});
