/** Runs the encoder: token ids → one pooled, normalised vector, with the kernels doing the arithmetic. */
import type {
  BlockWeights,
  EncoderWeights,
  FeatureWeights,
  LinearWeights,
  NormWeights,
} from './encoder-weights.ts';
import type { Address, Kernels } from './kernels.ts';

/** Columns that a kernel works on at once; widths must be multiples of it. */
const TILE = 8;
const INT16_LARGEST = 32_767;
const INT8_LARGEST = 127;
const FLOAT_BYTES = 4;

interface StoredLinear {
  readonly inner: number;
  readonly columns: number;
  readonly weights: Address;
  readonly scales: Address;
  readonly bias: Address;
  /** Largest activation for which int32 sums over `inner` products cannot overflow. */
  readonly limit: number;
}

interface StoredNorm {
  readonly gain: Address;
  readonly bias: Address;
}

type Stored<T> = { readonly [K in keyof T]: T[K] extends LinearWeights ? StoredLinear : StoredNorm };
type StoredBlock = Stored<BlockWeights>;

/** Scratch memory for one text of the greatest length. */
interface Workspace {
  readonly stream: Address;
  readonly normalized: Address;
  readonly quantized: Address;
  readonly rowScales: Address;
  readonly projected: Address;
  readonly scores: Address;
  readonly expanded: Address;
}

/** Orders int8 weights as `multiply` in kernels.as reads them: tiles of eight columns, row pairs interleaved. */
export function packColumns({ quantized, inner, columns }: LinearWeights): Int8Array {
  if (inner % TILE !== 0 || columns % TILE !== 0) {
    throw new Error(
      `a matrix of ${inner} × ${columns} does not fit the kernels: both must be multiples of ${TILE}`,
    );
  }
  const packed = new Int8Array(inner * columns);
  let to = 0;
  for (let column = 0; column < columns; column += TILE) {
    for (let row = 0; row < inner; row += 2) {
      for (let offset = row * columns + column; offset < row * columns + column + TILE; offset++) {
        packed[to++] = quantized[offset] ?? 0;
        packed[to++] = quantized[offset + columns] ?? 0;
      }
    }
  }
  return packed;
}

function storeLinear(kernels: Kernels, linear: LinearWeights): StoredLinear {
  const { inner, columns } = linear;
  return {
    inner,
    columns,
    weights: kernels.store(packColumns(linear)),
    scales: kernels.store(linear.scales),
    bias: kernels.store(linear.bias),
    limit: Math.min(INT16_LARGEST, Math.floor((2 ** 31 - 1) / (INT8_LARGEST * inner))),
  };
}

function storeNorm(kernels: Kernels, norm: NormWeights): StoredNorm {
  return { gain: kernels.store(norm.gain), bias: kernels.store(norm.bias) };
}

function storeBlock(kernels: Kernels, block: BlockWeights): StoredBlock {
  return {
    attentionNorm: storeNorm(kernels, block.attentionNorm),
    projection: storeLinear(kernels, block.projection),
    attentionOutput: storeLinear(kernels, block.attentionOutput),
    feedForwardNorm: storeNorm(kernels, block.feedForwardNorm),
    expansion: storeLinear(kernels, block.expansion),
    contraction: storeLinear(kernels, block.contraction),
  };
}

/** Room for `tokens` rows of every width that the network has. */
function reserveWorkspace(kernels: Kernels, weights: EncoderWeights, tokens: number): Workspace {
  const { width, blocks, features } = weights;
  const inner = Math.max(
    TILE,
    features?.hidden.columns ?? 0,
    ...blocks.map((block) => block.expansion.columns),
  );
  const projected = Math.max(blocks.length > 0 ? tokens * width * 3 : 0, features?.output.columns ?? 0);
  return {
    stream: kernels.reserve(tokens * width * FLOAT_BYTES),
    normalized: kernels.reserve(tokens * width * FLOAT_BYTES),
    quantized: kernels.reserve(tokens * Math.max(width, inner) * Int16Array.BYTES_PER_ELEMENT),
    rowScales: kernels.reserve(tokens * FLOAT_BYTES),
    projected: kernels.reserve(projected * FLOAT_BYTES),
    scores: kernels.reserve((tokens + 3) * FLOAT_BYTES),
    expanded: kernels.reserve(tokens * inner * FLOAT_BYTES),
  };
}

export interface EncoderOptions {
  /** Most tokens of one text; further ones are cut off. */
  readonly maxTokens: number;
  readonly normalizationEpsilon: number;
}

export class Encoder {
  readonly #kernels: Kernels;
  readonly #weights: EncoderWeights;
  readonly #options: EncoderOptions;
  readonly #blocks: readonly StoredBlock[];
  readonly #features: Stored<FeatureWeights> | null;
  readonly #left: Address;
  readonly #right: Address;
  readonly #space: Workspace;

  constructor(kernels: Kernels, weights: EncoderWeights, options: EncoderOptions) {
    if (weights.width % (4 * weights.heads) !== 0) {
      throw new Error(`width ${weights.width} over ${weights.heads} heads is not a multiple of 4 a head`);
    }
    this.#kernels = kernels;
    this.#weights = weights;
    this.#options = options;
    this.#blocks = weights.blocks.map((block) => storeBlock(kernels, block));
    this.#left = kernels.store(weights.left);
    this.#right = kernels.store(weights.right);
    this.#features = weights.features && {
      hidden: storeLinear(kernels, weights.features.hidden),
      output: storeLinear(kernels, weights.features.output),
    };
    this.#space = reserveWorkspace(kernels, weights, options.maxTokens);
  }

  get dimensions(): number {
    return this.#weights.features?.output.columns ?? this.#weights.width;
  }

  /** Mean of the token vectors behind the last step, weighted by coverage, scaled to length one; zeros for no tokens. */
  encode(tokens: readonly number[]): Float32Array {
    const rows = Math.min(tokens.length, this.#options.maxTokens);
    if (rows === 0) return new Float32Array(this.dimensions);
    this.#lookUp(tokens, rows);
    for (const block of this.#blocks) {
      this.#attend(block, rows);
      this.#feedForward(block, rows);
    }
    return this.#pool(rows);
  }

  #lookUp(tokens: readonly number[], rows: number): void {
    const { width, table, tableScales, vocabulary } = this.#weights;
    const stream = this.#kernels.floats(this.#space.stream, rows * width);
    for (let row = 0; row < rows; row++) {
      const token = tokens[row] ?? 0;
      if (token >= vocabulary) throw new Error(`token ${token} is not below the vocabulary of ${vocabulary}`);
      const scale = tableScales[token] ?? 0;
      for (let at = 0; at < width; at++) stream[row * width + at] = (table[token * width + at] ?? 0) * scale;
    }
  }

  #attend(block: StoredBlock, rows: number): void {
    const { stream, normalized, projected, scores } = this.#space;
    const { width, heads } = this.#weights;
    this.#normalize(block.attentionNorm, rows);
    this.#multiply(normalized, block.projection, projected, rows, false);
    this.#kernels.call.attend(projected, this.#left, this.#right, scores, normalized, rows, width, heads);
    this.#multiply(normalized, block.attentionOutput, stream, rows, true);
  }

  #feedForward(block: StoredBlock, rows: number): void {
    const { stream, normalized, expanded } = this.#space;
    this.#normalize(block.feedForwardNorm, rows);
    this.#multiply(normalized, block.expansion, expanded, rows, false);
    this.#kernels.call.gelu(expanded, rows * block.expansion.columns);
    this.#multiply(expanded, block.contraction, stream, rows, true);
  }

  #normalize(norm: StoredNorm, rows: number): void {
    const { stream, normalized } = this.#space;
    const { normalizationEpsilon } = this.#options;
    this.#kernels.call.normalizeRows(
      stream,
      norm.gain,
      norm.bias,
      normalized,
      rows,
      this.#weights.width,
      normalizationEpsilon,
    );
  }

  #multiply(from: Address, linear: StoredLinear, to: Address, rows: number, add: boolean): void {
    const { quantized, rowScales } = this.#space;
    const { inner, columns, weights, scales, bias, limit } = linear;
    this.#kernels.call.quantizeRows(from, quantized, rowScales, rows, inner, limit);
    this.#kernels.call.multiply(
      quantized,
      rowScales,
      weights,
      scales,
      bias,
      to,
      rows,
      inner,
      columns,
      add ? 1 : 0,
    );
  }

  /** Rows at length one go to `normalized`; returns how much each token counts in the mean. */
  #weigh(rows: number): Float32Array {
    const { coverage, threshold, width, features } = this.#weights;
    if (coverage === 0 && !features) return new Float32Array(rows).fill(1);
    const { stream, normalized, rowScales } = this.#space;
    this.#kernels.call.countAlike(stream, normalized, rowScales, rows, width, threshold);
    const counts = this.#kernels.floats(rowScales, rows);
    const lengths = features ? this.#lengths(rows) : null;
    return counts.map((count, row) => Math.max(1, count) ** -coverage * (lengths?.[row] ?? 1));
  }

  /** Lengths of the rows, which the features of rows at length one have lost. */
  #lengths(rows: number): number[] {
    const { width } = this.#weights;
    const stream = this.#kernels.floats(this.#space.stream, rows * width);
    return Array.from({ length: rows }, (_, row) => {
      let sum = 0;
      for (let at = row * width; at < (row + 1) * width; at++) sum += (stream[at] ?? 0) ** 2;
      return Math.sqrt(sum);
    });
  }

  /** Kernel values of every row at the landmarks: [rows, hidden]. */
  #mapRows(hidden: StoredLinear, rows: number): Float32Array {
    const { normalized, expanded } = this.#space;
    this.#multiply(normalized, hidden, expanded, rows, false);
    this.#kernels.call.rectify(expanded, rows * hidden.columns);
    return this.#kernels.floats(expanded, rows * hidden.columns);
  }

  /** The features of a text are linear in the kernel values: their mean goes through the last matrix, not every row. */
  #pool(rows: number): Float32Array {
    const weights = this.#weigh(rows);
    if (!this.#features) {
      const { width } = this.#weights;
      return scaledToOne(meanRow(this.#kernels.floats(this.#space.stream, rows * width), weights, width));
    }
    const { hidden, output } = this.#features;
    const mean = meanRow(this.#mapRows(hidden, rows), weights, hidden.columns);
    this.#kernels.floats(this.#space.expanded, hidden.columns).set(mean);
    this.#multiply(this.#space.expanded, output, this.#space.projected, 1, false);
    return scaledToOne(this.#kernels.floats(this.#space.projected, output.columns));
  }
}

/** Mean of rows of `width` numbers, weighted. */
function meanRow(stream: Float32Array, weights: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  let total = 0;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    total += weight;
    for (let at = 0; at < width; at++) sums[at] = sums[at]! + weight * stream[row * width + at]!;
  }
  return total > 0 ? sums.map((sum) => sum / total) : sums;
}

/** Not Math.hypot, whose last digit differs between versions of V8: equal inputs must give equal bytes everywhere. */
function scaledToOne(values: ArrayLike<number>): Float32Array {
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += values[at]! ** 2;
  const length = Math.sqrt(squares);
  return Float32Array.from(values, (value) => (length > 0 ? value / length : 0));
}
