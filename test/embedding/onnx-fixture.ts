/** Writes small ONNX files of the encoder's layout with pseudo-random weights, so that tests can vary every size. */

export interface FixtureShape {
  readonly vocabulary: number;
  readonly width: number;
  readonly heads: number;
  readonly inner: number;
  readonly layers: number;
  readonly coverage?: number;
  /** Sizes of the feature map behind the blocks, and the threshold of its kernel. */
  readonly features?: { readonly hidden: number; readonly output: number; readonly threshold: number };
}

interface Tensor {
  readonly name: string;
  readonly element: 1 | 3;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

function number(field: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(field * 8), ...varint(value)]);
}

function block(field: number, content: Uint8Array): Uint8Array {
  return joined([Uint8Array.from([...varint(field * 8 + 2), ...varint(content.length)]), content]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const text = (field: number, content: string): Uint8Array => block(field, new TextEncoder().encode(content));

function node(operation: string, inputs: readonly string[], output: string): Uint8Array {
  return block(1, joined([...inputs.map((name) => text(1, name)), text(2, output), text(4, operation)]));
}

function tensor({ name, element, shape, bytes }: Tensor): Uint8Array {
  return block(
    5,
    joined([...shape.map((size) => number(1, size)), number(2, element), text(8, name), block(9, bytes)]),
  );
}

/** Numbers in [−1, 1) from a linear congruential generator (Numerical Recipes' constants). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** The bytes of a model file. `extra` adds a tensor of that name, which a reader should not accept. */
export function writeOnnxFixture(shape: FixtureShape, seed: number, extra?: string): Uint8Array {
  const { vocabulary, width, heads, inner, layers } = shape;
  const random = randomNumbers(seed);
  const parts: Uint8Array[] = [];
  const floats = (name: string, size: readonly number[], make: () => number): void => {
    const values = Float32Array.from({ length: size.reduce((a, b) => a * b, 1) }, make);
    parts.push(tensor({ name, element: 1, shape: size, bytes: new Uint8Array(values.buffer) }));
  };
  const int8 = (name: string, rows: number, columns: number): void => {
    const values = Int8Array.from({ length: rows * columns }, () => Math.round(random() * 127));
    parts.push(tensor({ name, element: 3, shape: [rows, columns], bytes: new Uint8Array(values.buffer) }));
  };
  const linear = (layer: string, rows: number, columns: number): void => {
    const matrix = `matrix_${parts.length}`;
    int8(`${matrix}_q`, rows, columns);
    floats(`${matrix}_s`, [1, columns], () => (random() + 1.5) / (127 * Math.sqrt(rows)));
    floats(`${layer}.bias`, [columns], random);
    parts.push(
      node('Cast', [`${matrix}_q`], `${matrix}_f`),
      node('Mul', [`${matrix}_f`, `${matrix}_s`], `${matrix}_w`),
    );
    parts.push(
      node('MatMul', ['x', `${matrix}_w`], `${layer}/y`),
      node('Add', [`${layer}.bias`, `${layer}/y`], `${layer}/z`),
    );
  };
  const norm = (layer: string): void => {
    floats(`${layer}.weight`, [width], () => 1 + random() / 2);
    floats(`${layer}.bias`, [width], random);
  };
  int8('emb_q', vocabulary, width);
  floats('emb_s', [vocabulary, 1], () => (random() + 1.5) / 127);
  parts.push(node('Gather', ['emb_q', 'input_ids'], 'rows'));
  floats('left', [1, heads, 1, 1], () => Math.abs(random()));
  floats('right', [1, heads, 1, 1], () => Math.abs(random()));
  for (let layer = 0; layer < layers; layer++) {
    norm(`blocks.${layer}.n1`);
    linear(`blocks.${layer}.qkv`, width, 3 * width);
    linear(`blocks.${layer}.o`, width, width);
    norm(`blocks.${layer}.n2`);
    linear(`blocks.${layer}.f1`, width, inner);
    linear(`blocks.${layer}.f2`, inner, width);
  }
  floats('one', [], () => 1);
  const { coverage, features } = shape;
  if (features) {
    linear('features.hidden', width, features.hidden);
    linear('features.output', features.hidden, features.output);
    floats('alike_threshold', [], () => features.threshold);
  }
  if (coverage !== undefined) floats('coverage_power', [], () => -coverage);
  if (extra) floats(extra, [width], random);
  return joined([number(1, 8), block(7, joined(parts))]);
}
