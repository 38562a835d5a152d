/** How near in meaning a written sentence must be to what it cites, learnt from the corpus's own translations. */
import { deriveFloor, type MeaningCheck } from '../answer/verification/check-support.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { embedTexts } from '../embedding/embed-texts.ts';
import { dot } from '../embedding/vector.ts';
import type { Library } from '../index/library.ts';

/** Pairs that the floor is derived from: more change it by less than a hundredth. */
const PAIRS = 200;

/** Null where the corpus has no translation to learn from: the other checks then stand alone. */
export async function createMeaningCheck(library: Library, embedder: Embedder): Promise<MeaningCheck | null> {
  const pairs = translatedPairs(library);
  if (pairs.length < 2) return null;
  const originals = await embedTexts(
    pairs.map(([original]) => original),
    'passage',
    embedder,
  );
  const translated = await embedTexts(
    pairs.map(([, translation]) => translation),
    'passage',
    embedder,
  );
  const similarity = (one: number, other: number): number =>
    dot(originals.vectors[one] ?? new Float32Array(), translated.vectors[other] ?? new Float32Array());
  const faithful = pairs.map((_, index) => similarity(index, index));
  const unrelated = pairs.map((_, index) =>
    similarity(index, (index + Math.ceil(pairs.length / 2)) % pairs.length),
  );
  return {
    floor: deriveFloor(faithful, unrelated),
    similarity: async (a, b) => {
      const [one, other] = await embedder.embed([a, b], 'passage');
      return one && other ? dot(one, other) : 0;
    },
  };
}

/** Sentences with a translation, spread evenly over the library. */
function translatedPairs({ documents }: Library): [original: string, translation: string][] {
  const all = [...documents.values()].flatMap(({ transcript, translations }) =>
    translations.flatMap(({ sentences }) =>
      [...sentences].map(([start, text], index): [string, string] => {
        const end = [...sentences.keys()][index + 1] ?? transcript.text.length;
        return [transcript.text.slice(start, end).split('\n')[0] ?? '', text];
      }),
    ),
  );
  const step = Math.max(1, Math.floor(all.length / PAIRS));
  return all.filter(([original], index) => index % step === 0 && original.trim());
}
