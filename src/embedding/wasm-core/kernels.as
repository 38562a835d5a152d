/**
 * The arithmetic of the encoder as WebAssembly SIMD kernels (AssemblyScript; compiled to kernels.wasm by scripts/build-kernels.mjs).
 *
 * All pointers are byte addresses into one imported memory that the caller lays out; every matrix is row-major float32 unless said
 * otherwise. Widths must be multiples of 8. Nothing here allocates.
 */

/** Splits e^x into 2^n · e^r with |r| ≤ ln 2 / 2 and takes seven Taylor terms for e^r: relative error below 1e-7 in float32. */
function exponential(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.4426950408889634)));
  // ln 2 in two parts, the first exact in few bits, so that n · ln 2 loses nothing.
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(n, f32x4.splat(2.12194440054690583e-4)));
  let sum = f32x4.splat(1.0 / 5040.0);
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 720.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 120.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 24.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 6.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(0.5));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}

function sumOfLanes(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}

function sumOfIntegers(x: v128): i32 {
  return i32x4.extract_lane(x, 0) + i32x4.extract_lane(x, 1) + (i32x4.extract_lane(x, 2) + i32x4.extract_lane(x, 3));
}

function largestLane(x: v128): f32 {
  return max(
    max(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1)),
    max(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3)),
  );
}

/** Layer normalisation of each row: (x − mean) / √(variance + epsilon) · gain + bias. */
export function normalizeRows(
  input: usize, gain: usize, bias: usize, output: usize, rows: i32, width: i32, epsilon: f32,
): void {
  const bytes: usize = <usize>width << 2;
  for (let row = 0; row < rows; row++) {
    let total = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) total = f32x4.add(total, v128.load(input + at));
    const mean = f32x4.splat(sumOfLanes(total) / <f32>width);
    let squares = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const centred = f32x4.sub(v128.load(input + at), mean);
      squares = f32x4.add(squares, f32x4.mul(centred, centred));
    }
    const factor = f32x4.splat(<f32>1 / sqrt<f32>(sumOfLanes(squares) / <f32>width + epsilon));
    for (let at: usize = 0; at < bytes; at += 16) {
      const centred = f32x4.mul(f32x4.sub(v128.load(input + at), mean), factor);
      v128.store(output + at, f32x4.add(f32x4.mul(centred, v128.load(gain + at)), v128.load(bias + at)));
    }
    input += bytes;
    output += bytes;
  }
}

/** Each row as int16 with one float32 scale: x ≈ q · scale, |q| ≤ limit. */
export function quantizeRows(input: usize, output: usize, scales: usize, rows: i32, width: i32, limit: f32): void {
  const bytes: usize = <usize>width << 2;
  for (let row = 0; row < rows; row++) {
    let peak = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) peak = f32x4.max(peak, f32x4.abs(v128.load(input + at)));
    const largest = largestLane(peak);
    f32.store(scales + (<usize>row << 2), largest / limit);
    const factor = f32x4.splat(largest > 0 ? limit / largest : 0);
    for (let at: usize = 0; at < bytes; at += 32) {
      const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(input + at), factor)));
      const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(input + at + 16), factor)));
      v128.store(output + (at >> 1), i16x8.narrow_i32x4_s(low, high));
    }
    input += bytes;
    output += bytes >> 1;
  }
}

/** Four output numbers: sums · row scale · column scales + bias, on top of what stands there when `add` is not 0. */
// @ts-ignore: decorator
@inline
function storeQuad(output: usize, sums: v128, scale: f32, columnScales: usize, bias: usize, add: i32): void {
  const factor = f32x4.mul(f32x4.splat(scale), v128.load(columnScales));
  let value = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), factor), v128.load(bias));
  if (add) value = f32x4.add(value, v128.load(output));
  v128.store(output, value);
}

/** One row times one tile of eight columns. */
function multiplyRow(
  a: usize, tile: usize, end: usize, output: usize, scale: f32, columnScales: usize, bias: usize, add: i32,
): void {
  let low = i32x4.splat(0);
  let high = i32x4.splat(0);
  while (tile < end) {
    const pair = v128.load32_splat(a);
    low = i32x4.add(low, i32x4.dot_i16x8_s(pair, v128.load8x8_s(tile)));
    high = i32x4.add(high, i32x4.dot_i16x8_s(pair, v128.load8x8_s(tile + 8)));
    a += 4;
    tile += 16;
  }
  storeQuad(output, low, scale, columnScales, bias, add);
  storeQuad(output + 16, high, scale, columnScales + 16, bias + 16, add);
}

/** Four rows times one tile of eight columns: every weight that is loaded serves four rows. */
function multiplyFourRows(
  a: usize, stride: usize, tile: usize, end: usize, output: usize, outputStride: usize,
  scales: usize, columnScales: usize, bias: usize, add: i32,
): void {
  let low0 = i32x4.splat(0), high0 = i32x4.splat(0), low1 = i32x4.splat(0), high1 = i32x4.splat(0);
  let low2 = i32x4.splat(0), high2 = i32x4.splat(0), low3 = i32x4.splat(0), high3 = i32x4.splat(0);
  const stride2 = stride + stride;
  const stride3 = stride2 + stride;
  while (tile < end) {
    const left = v128.load8x8_s(tile);
    const right = v128.load8x8_s(tile + 8);
    let pair = v128.load32_splat(a);
    low0 = i32x4.add(low0, i32x4.dot_i16x8_s(pair, left));
    high0 = i32x4.add(high0, i32x4.dot_i16x8_s(pair, right));
    pair = v128.load32_splat(a + stride);
    low1 = i32x4.add(low1, i32x4.dot_i16x8_s(pair, left));
    high1 = i32x4.add(high1, i32x4.dot_i16x8_s(pair, right));
    pair = v128.load32_splat(a + stride2);
    low2 = i32x4.add(low2, i32x4.dot_i16x8_s(pair, left));
    high2 = i32x4.add(high2, i32x4.dot_i16x8_s(pair, right));
    pair = v128.load32_splat(a + stride3);
    low3 = i32x4.add(low3, i32x4.dot_i16x8_s(pair, left));
    high3 = i32x4.add(high3, i32x4.dot_i16x8_s(pair, right));
    a += 4;
    tile += 16;
  }
  storeQuad(output, low0, f32.load(scales), columnScales, bias, add);
  storeQuad(output + 16, high0, f32.load(scales), columnScales + 16, bias + 16, add);
  output += outputStride;
  storeQuad(output, low1, f32.load(scales, 4), columnScales, bias, add);
  storeQuad(output + 16, high1, f32.load(scales, 4), columnScales + 16, bias + 16, add);
  output += outputStride;
  storeQuad(output, low2, f32.load(scales, 8), columnScales, bias, add);
  storeQuad(output + 16, high2, f32.load(scales, 8), columnScales + 16, bias + 16, add);
  output += outputStride;
  storeQuad(output, low3, f32.load(scales, 12), columnScales, bias, add);
  storeQuad(output + 16, high3, f32.load(scales, 12), columnScales + 16, bias + 16, add);
}

/**
 * output = a · weights + bias, added to the output when `add` is not 0. `a`: int16 rows of `inner` numbers with `scales`.
 * `weights`: int8 in tiles of eight columns; in a tile, for each two consecutive rows k and k+1: w[k][c], w[k+1][c] for its columns c.
 * Exact in int32 as long as |a| · 127 · inner stays below 2^31.
 */
export function multiply(
  a: usize, scales: usize, weights: usize, columnScales: usize, bias: usize, output: usize,
  rows: i32, inner: i32, columns: i32, add: i32,
): void {
  const stride: usize = <usize>inner << 1;
  const outputStride: usize = <usize>columns << 2;
  const tileBytes: usize = <usize>inner << 3;
  for (let column = 0; column < columns; column += 8) {
    const end = weights + tileBytes;
    let row = 0;
    let from = a;
    let to = output;
    for (; row + 4 <= rows; row += 4) {
      multiplyFourRows(from, stride, weights, end, to, outputStride, scales + (<usize>row << 2), columnScales, bias, add);
      from += stride << 2;
      to += outputStride << 2;
    }
    for (; row < rows; row++) {
      multiplyRow(from, weights, end, to, f32.load(scales + (<usize>row << 2)), columnScales, bias, add);
      from += stride;
      to += outputStride;
    }
    weights = end;
    output += 32;
    columnScales += 32;
    bias += 32;
  }
}

/**
 * Dot products of one int8 row with `count` int16 rows that stand one after the other, exact: sums[i] = row · others[i]. `sums`: int32.
 * `count` is a multiple of 4, `width` of 8. Four rows at a time: what is loaded and widened of the one row serves all four.
 */
export function dotRows(row: usize, others: usize, sums: usize, count: i32, width: i32): void {
  const end = row + <usize>width;
  const stride = <usize>width << 1;
  for (let index = 0; index < count; index += 4) {
    let other = others + <usize>index * stride;
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    for (let at = row; at < end; at += 8) {
      const own = v128.load8x8_s(at);
      a = i32x4.add(a, i32x4.dot_i16x8_s(own, v128.load(other)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(own, v128.load(other + stride)));
      c = i32x4.add(c, i32x4.dot_i16x8_s(own, v128.load(other + 2 * stride)));
      d = i32x4.add(d, i32x4.dot_i16x8_s(own, v128.load(other + 3 * stride)));
      other += 16;
    }
    const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
    const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
    const sum = i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
    v128.store(sums + (<usize>index << 2), sum);
  }
}

/** Dot product of two float32 vectors of `bytes` / 4 numbers. */
function dot(a: usize, b: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(a + at), v128.load(b + at)));
  }
  return sumOfLanes(sum);
}

/** Scores of one query against every key, with the two-sided linear position penalty. Returns the largest. */
function scoreRow(
  query: usize, keys: usize, stride: usize, bytes: usize, scores: usize, row: i32, rows: i32,
  scale: f32, left: f32, right: f32,
): f32 {
  let largest: f32 = -Infinity;
  for (let column = 0; column < rows; column++) {
    const distance = <f32>(column - row);
    const penalty = distance > 0 ? right * distance : left * -distance;
    const score = dot(query, keys, bytes) * scale - penalty;
    f32.store(scores + (<usize>column << 2), score);
    largest = max(largest, score);
    keys += stride;
  }
  return largest;
}

/** Turns scores into e^(score − largest) and returns their sum. `scores` has room for `rows` rounded up to four. */
function exponentiate(scores: usize, rows: i32, largest: f32): f32 {
  const shift = f32x4.splat(largest);
  for (let column = rows; column & 3; column++) f32.store(scores + (<usize>column << 2), -Infinity);
  for (let column = 0; column < rows; column += 4) {
    const at = scores + (<usize>column << 2);
    v128.store(at, exponential(f32x4.sub(v128.load(at), shift)));
  }
  let sum: f32 = 0;
  for (let column = 0; column < rows; column++) sum += f32.load(scores + (<usize>column << 2));
  return sum;
}

/** output = Σ weight[j] · value[j] / sum */
function mixValues(
  values: usize, stride: usize, bytes: usize, weights: usize, rows: i32, sum: f32, output: usize,
): void {
  const factor = f32x4.splat(<f32>1 / sum);
  for (let at: usize = 0; at < bytes; at += 16) {
    let total = f32x4.splat(0);
    let value = values + at;
    for (let row = 0; row < rows; row++) {
      total = f32x4.add(total, f32x4.mul(v128.load32_splat(weights + (<usize>row << 2)), v128.load(value)));
      value += stride;
    }
    v128.store(output + at, f32x4.mul(total, factor));
  }
}

/**
 * Attention of every row to every row. `qkv`: rows of 3 · width numbers (queries, keys, values, each heads · head width).
 * `left`, `right`: float32 penalty per token of distance and head. `scores`: scratch for `rows` + 3 numbers.
 */
export function attend(
  qkv: usize, left: usize, right: usize, scores: usize, output: usize, rows: i32, width: i32, heads: i32,
): void {
  const bytes: usize = (<usize>width << 2) / <usize>heads;
  const stride: usize = <usize>width * 12;
  const scale: f32 = <f32>1 / sqrt<f32>(<f32>(width / heads));
  for (let head = 0; head < heads; head++) {
    const queries = qkv + <usize>head * bytes;
    const keys = queries + (<usize>width << 2);
    const values = keys + (<usize>width << 2);
    const toLeft = f32.load(left + (<usize>head << 2));
    const toRight = f32.load(right + (<usize>head << 2));
    for (let row = 0; row < rows; row++) {
      const query = queries + <usize>row * stride;
      const largest = scoreRow(query, keys, stride, bytes, scores, row, rows, scale, toLeft, toRight);
      const sum = exponentiate(scores, rows, largest);
      const to = output + <usize>row * (<usize>width << 2) + <usize>head * bytes;
      mixValues(values, stride, bytes, scores, rows, sum, to);
    }
  }
}

/**
 * x ← x · (1 + erf(x / √2)) / 2 for `count` numbers in place, `count` a multiple of 4.
 * erf: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26; absolute error below 1.5e-7.
 */
export function gelu(x: usize, count: i32): void {
  const one = f32x4.splat(1);
  const end = x + (<usize>count << 2);
  for (; x < end; x += 16) {
    const value = v128.load(x);
    const z = f32x4.mul(f32x4.abs(value), f32x4.splat(0.7071067811865476));
    const t = f32x4.div(one, f32x4.add(one, f32x4.mul(z, f32x4.splat(0.3275911))));
    let sum = f32x4.splat(1.061405429);
    sum = f32x4.add(f32x4.mul(sum, t), f32x4.splat(-1.453152027));
    sum = f32x4.add(f32x4.mul(sum, t), f32x4.splat(1.421413741));
    sum = f32x4.add(f32x4.mul(sum, t), f32x4.splat(-0.284496736));
    sum = f32x4.add(f32x4.mul(sum, t), f32x4.splat(0.254829592));
    const tail = f32x4.mul(f32x4.mul(sum, t), exponential(f32x4.neg(f32x4.mul(z, z))));
    const erf = f32x4.sub(one, tail);
    // erf is odd: give the result of |x| the sign of x.
    const signed = v128.or(erf, v128.and(value, i32x4.splat(0x80000000)));
    v128.store(x, f32x4.mul(f32x4.mul(value, f32x4.splat(0.5)), f32x4.add(one, signed)));
  }
}

/** x ← max(0, x) for `count` numbers in place, `count` a multiple of 4. */
export function rectify(x: usize, count: i32): void {
  const zero = f32x4.splat(0);
  const end = x + (<usize>count << 2);
  for (; x < end; x += 16) v128.store(x, f32x4.max(v128.load(x), zero));
}

/**
 * For each row, how many rows of the text mean the same: counts[i] = Σ over j of max(0, cosine of i and j − threshold) / (1 − threshold),
 * itself included. `unit`: receives the rows at length one (rows · width numbers); a length below 1e-6 counts as 1e-6.
 */
export function countAlike(input: usize, unit: usize, counts: usize, rows: i32, width: i32, threshold: f32): void {
  const stretch: f32 = <f32>1 / (<f32>1 - threshold);
  const bytes: usize = <usize>width << 2;
  for (let row = 0; row < rows; row++) {
    const offset = <usize>row * bytes;
    const length = sqrt<f32>(dot(input + offset, input + offset, bytes));
    const factor = f32x4.splat(<f32>1 / max(length, <f32>1e-6));
    for (let at = offset; at < offset + bytes; at += 16) {
      v128.store(unit + at, f32x4.mul(v128.load(input + at), factor));
    }
    f32.store(counts + (<usize>row << 2), 0);
  }
  for (let row = 0; row < rows; row++) {
    const here = counts + (<usize>row << 2);
    let sum = f32.load(here);
    for (let other = row; other < rows; other++) {
      const cosine = dot(unit + <usize>row * bytes, unit + <usize>other * bytes, bytes);
      const alike = max(cosine - threshold, <f32>0) * stretch;
      sum += alike;
      if (other == row) continue;
      const there = counts + (<usize>other << 2);
      f32.store(there, f32.load(there) + alike);
    }
    f32.store(here, sum);
  }
}

/**
 * Dot product of one row of four-bit numbers, −8 to 7, two in a byte, the first above, with a row of int16, exact as long as it fits an int32.
 * `width` is a multiple of 32. Of every 32 numbers of `other` those at even places stand first, then those at odd ones, as unpacking leaves them.
 */
export function dotNibbles(row: usize, other: usize, width: i32): i32 {
  const end = row + (<usize>width >> 1);
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  for (; row < end; row += 16) {
    const pairs = v128.load(row);
    const evens = i8x16.shr_s(pairs, 4);
    const odds = i8x16.shr_s(i8x16.shl(pairs, 4), 4);
    a = i32x4.add(a, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(evens), v128.load(other)));
    b = i32x4.add(b, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(evens), v128.load(other + 16)));
    a = i32x4.add(a, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(odds), v128.load(other + 32)));
    b = i32x4.add(b, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(odds), v128.load(other + 48)));
    other += 64;
  }
  return sumOfIntegers(i32x4.add(a, b));
}

/** Dot product of two int16 rows of `width` numbers, a multiple of 8, exact as long as all partial sums fit an int32. */
export function dotShorts(row: usize, other: usize, width: i32): i32 {
  const end = row + (<usize>width << 1);
  let sum = i32x4.splat(0);
  for (; row < end; row += 16) {
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(row), v128.load(other)));
    other += 16;
  }
  return sumOfIntegers(sum);
}

/**
 * products[i] = x · rows[chosen[i]], in float32; `chosen`: `count` int32, a multiple of 4; `rows`: of `width` numbers, a multiple of 4. Four rows
 * at a time: what is loaded of x serves all four.
 */
export function scoreRows(x: usize, rows: usize, chosen: usize, products: usize, count: i32, width: i32): void {
  const bytes = <usize>width << 2;
  for (let index = 0; index < count; index += 4) {
    const choice = chosen + (<usize>index << 2);
    const first = rows + <usize>i32.load(choice) * bytes;
    const second = rows + <usize>i32.load(choice + 4) * bytes;
    const third = rows + <usize>i32.load(choice + 8) * bytes;
    const fourth = rows + <usize>i32.load(choice + 12) * bytes;
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const own = v128.load(x + at);
      a = f32x4.add(a, f32x4.mul(own, v128.load(first + at)));
      b = f32x4.add(b, f32x4.mul(own, v128.load(second + at)));
      c = f32x4.add(c, f32x4.mul(own, v128.load(third + at)));
      d = f32x4.add(d, f32x4.mul(own, v128.load(fourth + at)));
    }
    const to = products + (<usize>index << 2);
    f32.store(to, sumOfLanes(a));
    f32.store(to + 4, sumOfLanes(b));
    f32.store(to + 8, sumOfLanes(c));
    f32.store(to + 12, sumOfLanes(d));
  }
}

/** sums[i] ← sums[i] + factors[i] · x for `count` rows of `width` numbers, a multiple of 4; a factor of 0 is passed over. */
export function addToRows(x: usize, factors: usize, sums: usize, count: i32, width: i32): void {
  const bytes = <usize>width << 2;
  for (let index = 0; index < count; index++) {
    const factor = f32.load(factors + (<usize>index << 2));
    if (factor == 0) continue;
    const by = f32x4.splat(factor);
    const sum = sums + <usize>index * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(sum + at, f32x4.add(v128.load(sum + at), f32x4.mul(by, v128.load(x + at))));
    }
  }
}

/**
 * One step of AdaGrad (Duchi et al. 2011) on the chosen rows: s ← s + g², w ← w − rate · g / √s, where g = slopes[i] + decay · w.
 * `slopes` is set to 0 on the way. `weights`, `squares`: rows of `width` numbers, a multiple of 4; `chosen`: `count` int32.
 */
export function descendRows(
  weights: usize, squares: usize, slopes: usize, chosen: usize, count: i32, width: i32, rate: f32, decay: f32,
): void {
  const bytes = <usize>width << 2;
  const tiny = f32x4.splat(1e-30);
  for (let index = 0; index < count; index++) {
    const offset = <usize>i32.load(chosen + (<usize>index << 2)) * bytes;
    const slope = slopes + <usize>index * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      const weight = v128.load(weights + offset + at);
      const g = f32x4.add(v128.load(slope + at), f32x4.mul(f32x4.splat(decay), weight));
      const square = f32x4.add(v128.load(squares + offset + at), f32x4.mul(g, g));
      v128.store(squares + offset + at, square);
      const step = f32x4.div(f32x4.mul(f32x4.splat(rate), g), f32x4.sqrt(f32x4.max(square, tiny)));
      v128.store(weights + offset + at, f32x4.sub(weight, step));
      v128.store(slope + at, f32x4.splat(0));
    }
  }
}
