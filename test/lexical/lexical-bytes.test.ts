/** A lexical index survives being stored, and damaged bytes are refused. */
import { describe, expect, it } from 'vitest';
import { buildLexicalIndex } from '../../src/lexical/lexical-index.ts';
import { fromBytes, LEXICAL_FORMAT, toBytes } from '../../src/lexical/lexical-bytes.ts';

const index = buildLexicalIndex([
  { text: '从高校选拔998名志愿者', language: 'zh' },
  { text: 'Die Stadt wählte 998 Freiwillige aus', language: 'de' },
  { text: 'выбрали волонтёров', language: 'ru' },
]);

describe('bytes', () => {
  it('give the same answers after a round trip, wherever they lie in a buffer', () => {
    const bytes = toBytes(index);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    for (const query of ['志愿者', '998', 'Freiwillige', 'волонтёры', 'nothing']) {
      const expected = index.search(query, 'de', { count: 5 });
      expect(fromBytes(bytes).search(query, 'de', { count: 5 })).toEqual(expected);
      expect(fromBytes(shifted.subarray(3)).search(query, 'de', { count: 5 })).toEqual(expected);
    }
  });

  it('carry an empty index', () => {
    expect(fromBytes(toBytes(buildLexicalIndex([]))).size).toBe(0);
  });

  it('are refused when cut short anywhere', () => {
    const bytes = toBytes(index);
    for (const length of [0, 3, 4, 20, bytes.length - 4, bytes.length - 1]) {
      expect(() => fromBytes(bytes.slice(0, length))).toThrow(/^lexical index: /u);
    }
  });

  it('are refused when of another format, naming both', () => {
    const text = new TextDecoder('latin1')
      .decode(toBytes(index))
      .replace(`"format":${LEXICAL_FORMAT}`, '"format":9');
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
    expect(() => fromBytes(bytes)).toThrow(`format 9, expected ${LEXICAL_FORMAT}`);
  });

  it('are refused when a posting points outside', () => {
    const bytes = toBytes(index);
    const items = bytes.length - 8 * index.arrays.items.length;
    new DataView(bytes.buffer).setUint32(items, 77, true);
    expect(() => fromBytes(bytes)).toThrow('item 77, but only 3 texts');
  });
});
