/** The transformers.js driver refuses models that are missing, damaged or not to be had offline, each in one line. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTransformersEmbedder } from '../../src/embedding/drivers/transformers.ts';
import { embedderId, knownPrefixes, type ModelManifest } from '../../src/embedding/model-manifest.ts';
import { modelPath } from './bundled-model.ts';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'lectern-model-'));
  folder = join(parent, 'model');
  cpSync(modelPath, folder, { recursive: true });
});
afterEach(() => rmSync(parent, { recursive: true }));

async function refusal(model: string): Promise<string> {
  const error: unknown = await createTransformersEmbedder({ model }).catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('the model was accepted');
  expect(error.name).toBe('ModelError');
  expect(error.message).not.toContain('\n');
  expect(error.message).toContain(`model "${model}"`);
  return error.message;
}

describe('createTransformersEmbedder', () => {
  it('names the file whose checksum differs, and how to restore it', async () => {
    const path = join(folder, 'onnx/model_quantized.onnx');
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await refusal(folder)).toMatch(
      /onnx\/model_quantized\.onnx has checksum [0-9a-f]{12}….*git checkout -- models/,
    );
  });

  it('names the file that is missing', async () => {
    rmSync(join(folder, 'tokenizer.json'));
    expect(await refusal(folder)).toContain('the file tokenizer.json is missing');
  });

  it('says that a manifest cannot be read', async () => {
    writeFileSync(join(folder, 'manifest.json'), '{');
    expect(await refusal(folder)).toContain('its manifest.json cannot be read');
  });

  it('says that a model that is not there would have to be downloaded', async () => {
    expect(await refusal(join(parent, 'nowhere'))).toContain('LECTERN_OFFLINE=0');
  });
});

describe('a model’s card', () => {
  const manifest = JSON.parse(readFileSync(join(modelPath, 'manifest.json'), 'utf8')) as ModelManifest;

  it('gives retrained weights another id, so that old vectors are never compared with new ones', () => {
    const retrained = {
      ...manifest,
      files: { ...manifest.files, 'onnx/model_quantized.onnx': 'f'.repeat(64) },
    };
    expect(embedderId(manifest)).not.toBe(embedderId(retrained));
    expect(embedderId(manifest)).toContain(manifest.id);
  });

  it('knows what families of hub models want before a text', () => {
    expect(knownPrefixes('Xenova/multilingual-e5-small')).toMatchObject({
      query: 'query: ',
      passage: 'passage: ',
    });
    expect(knownPrefixes('intfloat/multilingual-e5-large-instruct').passage).toBe('');
    expect(knownPrefixes('Xenova/paraphrase-multilingual-MiniLM-L12-v2')).toMatchObject({
      query: '',
      passage: '',
    });
  });
});
