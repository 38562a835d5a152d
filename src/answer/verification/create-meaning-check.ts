/** A meaning check by sentence embedding, whose floor comes from how the corpus's own translations score. */
import type { Embedder } from '../../embedding/embedder.ts';
import type { Library, LibraryDocument } from '../../index/library.ts';
import { deriveFloor, type MeaningCheck } from './check-support.ts';

interface Pair {
  readonly original: string;
  readonly translated: string;
}

/** Pairs that are looked at, spread evenly over documents and languages. */
const MOST_PAIRS = 96;
/** Shorter sentences (“Good morning!”) mean much the same everywhere. */
const LEAST_CHARACTERS = 15;
/** A sentence is compared with those so many pairs further on, as unrelated ones. */
const STRIDES = [7, 13, 29, 41] as const;

/** Null where the library has too few translated sentences to learn from. */
export async function createMeaningCheck(embedder: Embedder, library: Library): Promise<MeaningCheck | null> {
  const pairs = spread([...library.documents.values()].flatMap(pairsOf));
  if (pairs.length <= Math.max(...STRIDES)) return null;
  const originals = await embedAll(
    pairs.map(({ original }) => original),
    embedder,
  );
  const translations = await embedAll(
    pairs.map(({ translated }) => translated),
    embedder,
  );
  const faithful: number[] = [];
  const unrelated: number[] = [];
  for (const [at, translation] of translations.entries()) {
    faithful.push(dot(translation, originals[at]));
    for (const stride of STRIDES) {
      const other = (at + stride) % pairs.length;
      if (pairs[other]?.original !== pairs[at]?.original) unrelated.push(dot(translation, originals[other]));
    }
  }
  return {
    floor: deriveFloor(faithful, unrelated),
    similarity: async (a, b) => {
      const [one, two] = await embedAll([a, b], embedder);
      return dot(one, two);
    },
  };
}

function pairsOf({ transcript, translations }: LibraryDocument): Pair[] {
  return translations.flatMap(({ sentences }) => {
    const starts = [...sentences.keys()].toSorted((a, b) => a - b);
    return starts.flatMap((start, at) => {
      const end = starts[at + 1] ?? transcript.text.length;
      const original = firstLine(transcript.text.slice(start, end));
      return original.length < LEAST_CHARACTERS ? [] : [{ original, translated: sentences.get(start) ?? '' }];
    });
  });
}

/** Between two aligned sentences there may be a label or page dirt: the paragraph ends before it. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}

function spread(pairs: readonly Pair[]): Pair[] {
  const step = Math.max(1, pairs.length / MOST_PAIRS);
  const chosen: Pair[] = [];
  for (let at = 0; at < pairs.length && chosen.length < MOST_PAIRS; at += step) {
    const pair = pairs[Math.floor(at)];
    if (pair) chosen.push(pair);
  }
  return chosen;
}

async function embedAll(texts: readonly string[], embedder: Embedder): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let at = 0; at < texts.length; at += embedder.maxBatch) {
    vectors.push(...(await embedder.embed(texts.slice(at, at + embedder.maxBatch), 'passage')));
  }
  return vectors;
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a && b ? a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) : 0;
}
