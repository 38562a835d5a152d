/** Reads the protobuf wire format: fields of a message, without copying what they hold. */

export interface Field {
  readonly number: number;
  /** Set for a varint. */
  readonly value: number | null;
  /** The bytes of a length-delimited or fixed-width field: a view, not a copy. */
  readonly bytes: Uint8Array;
}

const NO_BYTES = new Uint8Array(0);

/** Varints up to 2^53; larger ones (negative int64) lose their low digits, which no field read here needs. */
function readVarint(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0;
  let factor = 1;
  for (let at = from; at < bytes.length && at < from + 10; at++) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, next: at + 1 };
    factor *= 128;
  }
  throw new Error(`protobuf: the number at byte ${from} does not end`);
}

/** Length in bytes of a field that is not a varint, and where it begins. */
function locate(bytes: Uint8Array, wire: number, from: number): { start: number; length: number } {
  if (wire === 1) return { start: from, length: 8 };
  if (wire === 5) return { start: from, length: 4 };
  if (wire !== 2) throw new Error(`protobuf: wire type ${wire} at byte ${from} is not supported`);
  const { value, next } = readVarint(bytes, from);
  return { start: next, length: value };
}

/** The fields of one message in order. Throws where the message is cut short. */
export function* readFields(bytes: Uint8Array): Generator<Field> {
  let at = 0;
  while (at < bytes.length) {
    const { value: tag, next } = readVarint(bytes, at);
    const number = Math.floor(tag / 8);
    if (tag % 8 === 0) {
      const varint = readVarint(bytes, next);
      yield { number, value: varint.value, bytes: NO_BYTES };
      at = varint.next;
      continue;
    }
    const { start, length } = locate(bytes, tag % 8, next);
    at = start + length;
    if (at > bytes.length) throw new Error(`protobuf: field ${number} needs ${at} bytes of ${bytes.length}`);
    yield { number, value: null, bytes: bytes.subarray(start, at) };
  }
}

/** The numbers of a packed repeated varint field. */
export function readPacked(bytes: Uint8Array): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const { value, next } = readVarint(bytes, at);
    values.push(value);
    at = next;
  }
  return values;
}
