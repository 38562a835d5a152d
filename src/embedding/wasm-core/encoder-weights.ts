/** Finds the encoder's weights in the graph that the training exports, and refuses a graph that holds anything else. */
import { ELEMENT, readOnnxGraph, type GraphNode, type OnnxGraph, type StoredTensor } from './onnx-graph.ts';

/** `x · weights + bias`, where `weights[k][c] = quantized[k · columns + c] · scales[c]`. */
export interface LinearWeights {
  readonly inner: number;
  readonly columns: number;
  readonly quantized: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

export interface NormWeights {
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

/** One pre-norm transformer block. */
export interface BlockWeights {
  readonly attentionNorm: NormWeights;
  /** Queries, keys and values side by side: `width` → 3 · `width`. */
  readonly projection: LinearWeights;
  readonly attentionOutput: LinearWeights;
  readonly feedForwardNorm: NormWeights;
  readonly expansion: LinearWeights;
  readonly contraction: LinearWeights;
}

/**
 * Explicit feature map of a kernel between tokens: features(x) = |x| · max(0, unit(x) · hidden) · output, whose dot products stand for
 * |x| · |y| · max(0, cosine − threshold) / (1 − threshold). Means of such features tell texts apart that means of rows confuse;
 * the mean is taken before `output`, which gives the same.
 */
export interface FeatureWeights {
  readonly hidden: LinearWeights;
  readonly output: LinearWeights;
}

export interface EncoderWeights {
  readonly vocabulary: number;
  readonly width: number;
  readonly heads: number;
  /** One int8 row of `width` numbers per token, to be multiplied by the token's scale. */
  readonly table: Int8Array;
  readonly tableScales: Float32Array;
  /** What one token of distance costs in each head, for keys before and after the query. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly blocks: readonly BlockWeights[];
  /**
   * Power by which a token counts less, the more tokens of the text mean the same; 0 where all count alike. After the last block,
   * x[i] ← x[i] · c[i]^−power, where c[i] sums max(0, cosine − threshold) / (1 − threshold) over token i and all tokens, and is at least 1.
   */
  readonly coverage: number;
  /** Cosine from which two tokens mean something of the same. */
  readonly threshold: number;
  /** What is done to the rows after the last block; null in models whose rows are averaged as they are. */
  readonly features: FeatureWeights | null;
}

/** Hands out tensors by name and remembers which: one that nobody asks for means another architecture. */
class TensorShelf {
  readonly #graph: OnnxGraph;
  readonly #taken = new Set<string>();

  constructor(graph: OnnxGraph) {
    this.#graph = graph;
  }

  take(name: string, element: number): StoredTensor {
    const tensor = this.#graph.tensors.get(name);
    if (!tensor) throw new Error(`the model has no tensor "${name}"`);
    if (tensor.element !== element) {
      throw new Error(`tensor "${name}" has element type ${tensor.element}, expected ${element}`);
    }
    const count = tensor.shape.reduce((product, size) => product * size, element === ELEMENT.float32 ? 4 : 1);
    if (tensor.bytes.length !== count) {
      throw new Error(`tensor "${name}" holds ${tensor.bytes.length} bytes, its shape needs ${count}`);
    }
    this.#taken.add(name);
    return tensor;
  }

  floats(name: string, count?: number): Float32Array {
    const { bytes } = this.take(name, ELEMENT.float32);
    if (count !== undefined && bytes.length !== count * 4) {
      throw new Error(`tensor "${name}" has ${bytes.length / 4} numbers, expected ${count}`);
    }
    // Copied because a tensor may stand at any byte of the file.
    return new Float32Array(bytes.slice().buffer);
  }

  int8(name: string): { values: Int8Array; rows: number; columns: number } {
    const { bytes, shape } = this.take(name, ELEMENT.int8);
    const [rows = 0, columns = 0] = shape;
    return { values: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), rows, columns };
  }

  /** A tensor that nobody asked for and that may hold what was learned: single numbers and shapes do not. */
  untaken(): string | undefined {
    const learned = [...this.#graph.tensors.values()].filter(
      ({ element, shape }) => element !== ELEMENT.int64 && shape.some((size) => size > 1),
    );
    return learned.find(({ name }) => !this.#taken.has(name))?.name;
  }
}

interface LinearNames {
  readonly quantized: string;
  readonly scales: string;
  readonly bias: string;
}

/**
 * The names behind each `MatMul` by a stored matrix, under the layer's name (`blocks.0.qkv`). The exporter numbers the matrices, so they
 * are followed through the graph: Cast(q) · s = w, x · w = y, y + `<layer>.bias`.
 */
function findLinears(graph: OnnxGraph): Map<string, LinearNames> {
  const producers = new Map<string, GraphNode>();
  for (const node of graph.nodes) for (const output of node.outputs) producers.set(output, node);
  const linears = new Map<string, LinearNames>();
  for (const node of graph.nodes) {
    if (node.operation !== 'Add') continue;
    const bias = node.inputs.find((name) => graph.tensors.has(name) && name.endsWith('.bias'));
    const product = node.inputs
      .map((name) => producers.get(name))
      .find((from) => from?.operation === 'MatMul');
    const scaled = product && producers.get(product.inputs[1] ?? '');
    const cast = scaled?.inputs.map((name) => producers.get(name)).find((from) => from?.operation === 'Cast');
    const scales = scaled?.inputs.find((name) => graph.tensors.has(name));
    const quantized = cast?.inputs[0];
    if (bias && scales && quantized) linears.set(bias.slice(0, -'.bias'.length), { quantized, scales, bias });
  }
  return linears;
}

function readLinear(shelf: TensorShelf, linears: Map<string, LinearNames>, layer: string): LinearWeights {
  const names = linears.get(layer);
  if (!names) throw new Error(`the model has no int8 matrix for layer "${layer}"`);
  const { values, rows, columns } = shelf.int8(names.quantized);
  return {
    inner: rows,
    columns,
    quantized: values,
    scales: shelf.floats(names.scales, columns),
    bias: shelf.floats(names.bias, columns),
  };
}

function readNorm(shelf: TensorShelf, layer: string, width: number): NormWeights {
  return { gain: shelf.floats(`${layer}.weight`, width), bias: shelf.floats(`${layer}.bias`, width) };
}

function readBlock(
  shelf: TensorShelf,
  linears: Map<string, LinearNames>,
  block: string,
  width: number,
): BlockWeights {
  return {
    attentionNorm: readNorm(shelf, `${block}.n1`, width),
    projection: readLinear(shelf, linears, `${block}.qkv`),
    attentionOutput: readLinear(shelf, linears, `${block}.o`),
    feedForwardNorm: readNorm(shelf, `${block}.n2`, width),
    expansion: readLinear(shelf, linears, `${block}.f1`),
    contraction: readLinear(shelf, linears, `${block}.f2`),
  };
}

function readNumber(graph: OnnxGraph, shelf: TensorShelf, name: string): number {
  return graph.tensors.has(name) ? (shelf.floats(name, 1)[0] ?? 0) : 0;
}

function readFeatures(shelf: TensorShelf, linears: Map<string, LinearNames>): FeatureWeights | null {
  if (!linears.has('features.hidden')) return null;
  return {
    hidden: readLinear(shelf, linears, 'features.hidden'),
    output: readLinear(shelf, linears, 'features.output'),
  };
}

/** Read once per file in memory: the embedder and the token table of one model share what was found. */
const known = new WeakMap<ArrayBufferLike, EncoderWeights>();

/** Reads the weights from the bytes of an ONNX file. The table is a view into them. Throws on any other architecture. */
export function readEncoderWeights(file: Uint8Array): EncoderWeights {
  const whole = file.byteLength === file.buffer.byteLength;
  const weights = (whole ? known.get(file.buffer) : undefined) ?? findWeights(file);
  if (whole) known.set(file.buffer, weights);
  return weights;
}

function findWeights(file: Uint8Array): EncoderWeights {
  const graph = readOnnxGraph(file);
  const shelf = new TensorShelf(graph);
  const linears = findLinears(graph);
  const { values: table, rows: vocabulary, columns: width } = shelf.int8('emb_q');
  const tableScales = shelf.floats('emb_s', vocabulary);
  const left = shelf.floats('left');
  const right = shelf.floats('right', left.length);
  const blocks: BlockWeights[] = [];
  while (linears.has(`blocks.${blocks.length}.qkv`)) {
    blocks.push(readBlock(shelf, linears, `blocks.${blocks.length}`, width));
  }
  const features = readFeatures(shelf, linears);
  const stranger = shelf.untaken();
  if (stranger) throw new Error(`the model holds a tensor "${stranger}" that this encoder does not know`);
  const rows = { vocabulary, width, heads: left.length, table, tableScales, left, right, blocks };
  // The graph raises to the negative power.
  const coverage = -readNumber(graph, shelf, 'coverage_power');
  return { ...rows, coverage, threshold: readNumber(graph, shelf, 'alike_threshold'), features };
}
