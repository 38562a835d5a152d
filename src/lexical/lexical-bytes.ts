/** Stores a lexical index as bytes and reads it back. */
import { LexicalIndex } from './lexical-index.ts';

/** Counted up whenever the terms or the layout change: an index of another version must be built again. */
export const LEXICAL_FORMAT = 1;

interface Header {
  readonly format: number;
  readonly size: number;
  readonly postings: number;
  readonly vocabulary: readonly string[];
}

/** Little-endian: length of the header, the header as JSON padded to four bytes, offsets, items, impacts. */
export function toBytes(index: LexicalIndex): Uint8Array {
  const { size, vocabulary, offsets, items, impacts } = index.arrays;
  const header: Header = { format: LEXICAL_FORMAT, size, postings: items.length, vocabulary };
  const encoded = new TextEncoder().encode(JSON.stringify(header));
  const start = 4 + Math.ceil(encoded.length / 4) * 4;
  const bytes = new Uint8Array(start + 4 * (offsets.length + items.length + impacts.length)).fill(
    0x20,
    4,
    start,
  );
  new DataView(bytes.buffer).setUint32(0, start - 4, true);
  bytes.set(encoded, 4);
  let at = start;
  for (const array of [offsets, items, impacts]) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** Throws where the bytes are of another format or cut short. */
export function fromBytes(bytes: Uint8Array): LexicalIndex {
  if (bytes.length < 4) throw new Error(`lexical index: ${bytes.length} bytes, at least 4 expected`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = readHeader(bytes.subarray(4, 4 + length));
  const terms = header.vocabulary.length;
  const expected = 4 + length + 4 * (terms + 1 + 2 * header.postings);
  if (bytes.length !== expected)
    throw new Error(`lexical index: ${bytes.length} bytes, ${expected} expected`);
  // A copy, because Node's Buffer.slice is a view whose buffer begins elsewhere.
  const body = new Uint8Array(bytes.subarray(4 + length)).buffer;
  const offsets = new Uint32Array(body, 0, terms + 1);
  const items = new Uint32Array(body, 4 * (terms + 1), header.postings);
  const impacts = new Float32Array(body, 4 * (terms + 1 + header.postings), header.postings);
  const stray = items.find((item) => item >= header.size);
  if (stray !== undefined) throw new Error(`lexical index: item ${stray}, but only ${header.size} texts`);
  return new LexicalIndex({ size: header.size, vocabulary: header.vocabulary, offsets, items, impacts });
}

function readHeader(bytes: Uint8Array): Header {
  let header: Partial<Header>;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Header>;
  } catch (cause) {
    throw new Error(`lexical index: the header of ${bytes.length} bytes cannot be read`, { cause });
  }
  const { format, size, postings, vocabulary } = header;
  if (format !== LEXICAL_FORMAT)
    throw new Error(`lexical index: format ${format}, expected ${LEXICAL_FORMAT}`);
  if (size === undefined || postings === undefined || !Array.isArray(vocabulary))
    throw new Error('lexical index: incomplete header');
  return { format, size, postings, vocabulary };
}
