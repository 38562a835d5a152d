/** What every driver of the Embedder port must do, whatever model stands behind it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { dot } from '../../src/embedding/vector.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';

/** Many scripts, and what people paste: control tokens, joined emoji, halves of surrogate pairs, a very long word. */
export const TEXTS: readonly string[] = [
  '天津港与上合组织国家的贸易额是多少？',
  'How many volunteers were chosen?',
  'Сколько добровольцев отобрали?',
  'كم عدد المتطوعين؟',
  'कितने स्वयंसेवक चुने गए?',
  'อาสาสมัครกี่คน',
  'Қанша ерікті таңдалды?',
  '<pad> </s> <s> <unk>',
  '👩‍👩‍👧‍👦 \u{1F1E8}\u{1F1F3}',
  'lone \uD800 surrogate',
  'x'.repeat(3000),
  'tab\tand\nline\u0000end',
];

/** `similar` and `different` are told apart only by embedders that read words. */
export function describeEmbedder(name: string, create: () => Promise<Embedder>): void {
  describe(`Embedder contract: ${name}`, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await create();
    });

    const one = async (text: string, role: 'query' | 'passage' = 'passage'): Promise<Float32Array> => {
      const [vector] = await embedder.embed([text], role);
      return vector ?? new Float32Array();
    };

    it('states its id and limits', () => {
      expect(embedder.id).toMatch(/\S/);
      expect(Number.isInteger(embedder.dimensions) && embedder.dimensions > 0).toBe(true);
      expect(Number.isInteger(embedder.maxBatch) && embedder.maxBatch > 0).toBe(true);
    });

    it('returns one normalised vector of finite numbers for each text of any kind', async () => {
      for (const text of TEXTS) {
        const vector = await one(text);
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector.length, text).toBe(embedder.dimensions);
        expect(vector.every(Number.isFinite), text).toBe(true);
        const length = Math.sqrt(dot(vector, vector));
        expect(length === 0 || Math.abs(length - 1) < 1e-3, `${text} has length ${length}`).toBe(true);
      }
    });

    it('keeps the order, and gives a text the same vector alone and in company', async () => {
      const batch = TEXTS.slice(0, Math.min(embedder.maxBatch, 6));
      const together = await embedder.embed(batch, 'passage');
      expect(together).toHaveLength(batch.length);
      for (const [at, text] of batch.entries()) expect(together[at]).toEqual(await one(text));
      const reversed = await embedder.embed(batch.toReversed(), 'passage');
      expect(reversed.toReversed()).toEqual(together);
    });

    it('gives the same numbers each time', async () => {
      const first = await one('同样的文字', 'query');
      await one('another text in between');
      expect(await one('同样的文字', 'query')).toEqual(first);
    });

    it('gives zeros for a text without a token, and nothing for no text', async () => {
      for (const empty of ['', ' ', '\n\t']) {
        const vector = await one(empty, 'query');
        expect(vector.length).toBe(embedder.dimensions);
        expect(vector.every((value) => value === 0)).toBe(true);
      }
      expect(await embedder.embed([], 'query')).toEqual([]);
    });

    it('finds a question nearer to its sentence than to another', async () => {
      const question = await one('How many volunteers were chosen for the summit?', 'query');
      const sentence = await one('950 volunteers were chosen for the summit.');
      const other = await one('The new railway bridge opened in spring.');
      expect(dot(question, sentence)).toBeGreaterThan(dot(question, other) + 0.05);
    });

    it('serves calls that overlap', async () => {
      const alone = [];
      for (const text of TEXTS.slice(0, 5)) alone.push(await one(text));
      const overlapping = await Promise.all(TEXTS.slice(0, 5).map((text) => one(text)));
      expect(overlapping).toEqual(alone);
    });
  });
}
