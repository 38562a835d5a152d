/** The kernels against plain arithmetic on models of many shapes, and the refusal of models that they do not compute. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileKernels as compileSource, SOURCE_SECTION } from '../../scripts/build-kernels.mjs';
import { Encoder, packColumns } from '../../src/embedding/wasm-core/encoder.ts';
import { readEncoderWeights } from '../../src/embedding/wasm-core/encoder-weights.ts';
import { Kernels } from '../../src/embedding/wasm-core/kernels.ts';
import { compileKernels } from './bundled-model.ts';
import { writeOnnxFixture, type FixtureShape } from './onnx-fixture.ts';
import { encodePlainly } from './reference-encoder.ts';

const EPSILON = 1e-5;
const OPTIONS = { maxTokens: 64, normalizationEpsilon: EPSILON };
const module = await compileKernels();
const compilerInstalled = existsSync(new URL('../../node_modules/assemblyscript', import.meta.url));

const shapes: FixtureShape[] = [
  { vocabulary: 50, width: 16, heads: 4, inner: 32, layers: 1 },
  { vocabulary: 50, width: 64, heads: 4, inner: 128, layers: 3 },
  { vocabulary: 40, width: 96, heads: 6, inner: 8, layers: 2 },
  { vocabulary: 30, width: 48, heads: 3, inner: 1536, layers: 2 },
  { vocabulary: 20, width: 24, heads: 1, inner: 24, layers: 6 },
  { vocabulary: 12, width: 96, heads: 6, inner: 192, layers: 2, coverage: 0.75 },
  { vocabulary: 20, width: 32, heads: 2, inner: 64, layers: 0 },
  {
    vocabulary: 20,
    width: 32,
    heads: 1,
    inner: 0,
    layers: 0,
    coverage: 0.75,
    features: { hidden: 64, output: 48, threshold: 0.1 },
  },
  {
    vocabulary: 20,
    width: 32,
    heads: 2,
    inner: 64,
    layers: 1,
    features: { hidden: 16, output: 200, threshold: 0.2 },
  },
];

describe.each(shapes)(
  'a model of $layers layers, $width wide, $heads heads, $inner inner, coverage $coverage, features $features',
  (shape) => {
    it('gives the vectors of the plain arithmetic for every number of rows', async () => {
      const weights = readEncoderWeights(writeOnnxFixture(shape, 7));
      const encoder = new Encoder(Kernels.load(module), weights, OPTIONS);
      for (const count of [1, 2, 3, 4, 5, 7, 8, 13, 64]) {
        const tokens = Array.from({ length: count }, (_, index) => (index * 7 + count) % shape.vocabulary);
        const plain = encodePlainly(tokens, weights, EPSILON);
        const found = encoder.encode(tokens);
        expect(found.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
        expect(Math.max(...plain.map((value, k) => Math.abs(value - (found[k] ?? NaN))))).toBeLessThan(2e-4);
      }
    });
  },
);

describe('the encoder', () => {
  const shape: FixtureShape = { vocabulary: 30, width: 32, heads: 2, inner: 64, layers: 2 };

  it('cuts a text at its longest length', async () => {
    const encoder = new Encoder(
      Kernels.load(module),
      readEncoderWeights(writeOnnxFixture(shape, 3)),
      OPTIONS,
    );
    const tokens = Array.from({ length: 100 }, (_, index) => index % 30);
    expect(encoder.encode(tokens)).toEqual(encoder.encode(tokens.slice(0, 64)));
  });

  it('keeps exact sums where every product has the greatest size', async () => {
    const wide: FixtureShape = { vocabulary: 2, width: 8, heads: 1, inner: 4096, layers: 1 };
    const weights = readEncoderWeights(writeOnnxFixture(wide, 5));
    const block = weights.blocks[0];
    block?.contraction.quantized.fill(127);
    block?.expansion.quantized.fill(127);
    block?.feedForwardNorm.bias.fill(9);
    const encoder = new Encoder(Kernels.load(module), weights, OPTIONS);
    const found = encoder.encode([0, 1]);
    for (const [k, value] of encodePlainly([0, 1], weights, EPSILON).entries())
      expect(found[k]).toBeCloseTo(value, 3);
  });

  it('refuses tokens beyond the vocabulary', async () => {
    const encoder = new Encoder(
      Kernels.load(module),
      readEncoderWeights(writeOnnxFixture(shape, 3)),
      OPTIONS,
    );
    expect(() => encoder.encode([30])).toThrow('token 30 is not below the vocabulary of 30');
  });

  it('refuses widths that the kernels cannot cut into tiles', () => {
    const odd = {
      inner: 12,
      columns: 8,
      quantized: new Int8Array(96),
      scales: new Float32Array(8),
      bias: new Float32Array(8),
    };
    expect(() => packColumns(odd)).toThrow('12 × 8');
  });
});

describe('the model file', () => {
  const shape: FixtureShape = { vocabulary: 30, width: 32, heads: 2, inner: 64, layers: 2 };

  it('is refused with a tensor that the encoder does not know', () => {
    expect(() => readEncoderWeights(writeOnnxFixture(shape, 3, 'pooling.weight'))).toThrow(
      '"pooling.weight"',
    );
  });

  it('is refused when it is cut short or not ONNX at all', () => {
    const file = writeOnnxFixture(shape, 3);
    for (const length of [0, 1, 10, 1000, file.length - 1]) {
      expect(() => readEncoderWeights(file.slice(0, length)), `${length} bytes`).toThrow(
        /protobuf|not an ONNX model/,
      );
    }
    expect(() => readEncoderWeights(new TextEncoder().encode('<!doctype html><title>404</title>'))).toThrow();
  });
});

describe('kernels.wasm', () => {
  it('is small and imports nothing but its memory', () => {
    expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  });

  it('was made from kernels.as as it stands', () => {
    const source = readFileSync(new URL('../../src/embedding/wasm-core/kernels.as', import.meta.url));
    const [section = new ArrayBuffer(0)] = WebAssembly.Module.customSections(module, SOURCE_SECTION);
    expect(Buffer.from(section).toString('hex')).toBe(createHash('sha256').update(source).digest('hex'));
  });

  // The compiler takes 100 MB and is no dependency: npm install --no-save assemblyscript@0.28.20 lets this test run.
  it.skipIf(!compilerInstalled)('is byte by byte what the compiler makes of kernels.as', async () => {
    const committed = readFileSync(new URL('../../src/embedding/wasm-core/kernels.wasm', import.meta.url));
    expect(Buffer.from(await compileSource()).equals(committed)).toBe(true);
  });
});
