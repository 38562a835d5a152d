/** The compiled kernels (kernels.as) as typed functions over one memory, with a bump allocator for it. */

/** Byte address in the memory of the kernels. */
export type Address = number;

/** Signatures of kernels.as; its comments say what each does. */
interface KernelExports {
  normalizeRows(
    x: Address,
    gain: Address,
    bias: Address,
    out: Address,
    rows: number,
    width: number,
    eps: number,
  ): void;
  quantizeRows(x: Address, out: Address, scales: Address, rows: number, width: number, limit: number): void;
  multiply(
    a: Address,
    scales: Address,
    weights: Address,
    columnScales: Address,
    bias: Address,
    out: Address,
    rows: number,
    inner: number,
    columns: number,
    add: number,
  ): void;
  attend(
    qkv: Address,
    left: Address,
    right: Address,
    scores: Address,
    out: Address,
    rows: number,
    width: number,
    heads: number,
  ): void;
  gelu(x: Address, count: number): void;
  dotRows(row: Address, others: Address, sums: Address, count: number, width: number): void;
  dotShorts(row: Address, other: Address, width: number): number;
  dotNibbles(row: Address, other: Address, width: number): number;
  scoreRows(
    x: Address,
    rows: Address,
    chosen: Address,
    products: Address,
    count: number,
    width: number,
  ): void;
  addToRows(x: Address, factors: Address, sums: Address, count: number, width: number): void;
  descendRows(
    weights: Address,
    squares: Address,
    slopes: Address,
    chosen: Address,
    count: number,
    width: number,
    rate: number,
    decay: number,
  ): void;
  rectify(x: Address, count: number): void;
  countAlike(
    x: Address,
    unit: Address,
    counts: Address,
    rows: number,
    width: number,
    threshold: number,
  ): void;
}

const PAGE_BYTES = 65_536;
/** Keeps address 0 free, and every block on the width of a SIMD load. */
const ALIGNMENT = 16;

export class Kernels {
  readonly call: KernelExports;
  readonly #memory: WebAssembly.Memory;
  #top = ALIGNMENT;

  private constructor(call: KernelExports, memory: WebAssembly.Memory) {
    this.call = call;
    this.#memory = memory;
  }

  /** Instances share nothing: each has a memory of its own. */
  static load(module: WebAssembly.Module): Kernels {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const instance = new WebAssembly.Instance(module, { env: { memory } });
    return new Kernels(instance.exports as unknown as KernelExports, memory);
  }

  /** Bytes in use. */
  get bytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Reserves `bytes` bytes, zero at first. What stood in views made before may be gone: make views anew. */
  reserve(bytes: number): Address {
    const address = this.#top;
    this.#top = Math.ceil((address + bytes) / ALIGNMENT) * ALIGNMENT;
    const missing = this.#top - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    return address;
  }

  store(values: Float32Array | Int8Array): Address {
    const address = this.reserve(values.byteLength);
    const source = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(this.#memory.buffer).set(source, address);
    return address;
  }

  /** A view that holds until the next `reserve` or `store`. */
  octets(address: Address, count: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, address, count);
  }

  /** A view that holds until the next `reserve` or `store`. */
  integers(address: Address, count: number): Int32Array {
    return new Int32Array(this.#memory.buffer, address, count);
  }

  /** A view that holds until the next `reserve` or `store`. */
  shorts(address: Address, count: number): Int16Array {
    return new Int16Array(this.#memory.buffer, address, count);
  }

  /** A view that holds until the next `reserve` or `store`. */
  floats(address: Address, count: number): Float32Array {
    return new Float32Array(this.#memory.buffer, address, count);
  }
}
