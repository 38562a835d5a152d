/** Vector cache in one append-only file: a killed process loses at most the record it was writing. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { VectorCache } from '../embed-texts.ts';
import type { Embedder, TextRole } from '../embedder.ts';

const KEY_BYTES = 32;
const CHECK_BYTES = 4;

/**
 * Opens `<folder>/<hash of the embedder>.vectors` (questions: `….query.vectors`, as a model may embed them otherwise). Each record is the text's SHA-256, the vector as little-endian float32
 * and a CRC-32 of both; a damaged record is skipped, a cut-off last one removed.
 */
export async function openVectorFile(
  folder: string,
  embedder: Pick<Embedder, 'id' | 'dimensions'>,
  role: TextRole = 'passage',
): Promise<VectorCache> {
  const name = createHash('sha256').update(embedder.id).digest('hex').slice(0, 16);
  const path = join(folder, role === 'passage' ? `${name}.vectors` : `${name}.${role}.vectors`);
  await mkdir(dirname(path), { recursive: true });
  const known = await readRecords(path, embedder.dimensions);
  return {
    get: (text) => known.get(keyOf(text).toString('hex')),
    async put(entries) {
      const records = entries.map(([text, vector]) => {
        const key = keyOf(text);
        known.set(key.toString('hex'), vector);
        return toRecord(key, vector);
      });
      const file = await open(path, 'a');
      try {
        await file.appendFile(Buffer.concat(records));
      } finally {
        await file.close();
      }
    },
  };
}

function keyOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function toRecord(key: Buffer, vector: Float32Array): Buffer {
  const body = Buffer.concat([key, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)]);
  const check = Buffer.alloc(CHECK_BYTES);
  check.writeUInt32LE(crc32(body));
  return Buffer.concat([body, check]);
}

async function readRecords(path: string, dimensions: number): Promise<Map<string, Float32Array>> {
  const known = new Map<string, Float32Array>();
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const length = KEY_BYTES + dimensions * 4 + CHECK_BYTES;
  const whole = Math.floor(bytes.length / length);
  for (let record = 0; record < whole; record++) {
    const body = bytes.subarray(record * length, (record + 1) * length - CHECK_BYTES);
    if (crc32(body) !== bytes.readUInt32LE((record + 1) * length - CHECK_BYTES)) continue;
    // A copy of its own: float32 views need an offset divisible by four.
    const vector = new Float32Array(
      body.buffer.slice(body.byteOffset + KEY_BYTES, body.byteOffset + body.length),
    );
    known.set(body.subarray(0, KEY_BYTES).toString('hex'), vector);
  }
  if (bytes.length % length !== 0) await truncate(path, whole * length);
  return known;
}
