/** The most likely segmentation of a word into pieces (Viterbi search; Kudo 2018, "Subword Regularization"). */
import type { UnigramVocabulary } from './unigram-vocabulary.ts';

interface Step {
  readonly id: number;
  /** Sum of the scores up to and including this piece. */
  readonly total: number;
  readonly previous: Step | null;
}

const NOTHING: Step = { id: -1, total: 0, previous: null };

/** The first of equals wins: pieces that begin earlier stand earlier in `before`. */
function extend(before: readonly Step[], id: number, score: number): Step {
  let best: Step | null = null;
  let total = 0;
  for (const previous of before) {
    // Compared after the addition, as the reference does, so that ties caused by rounding fall alike.
    const candidate = previous.total + score;
    if (best !== null && candidate <= total) continue;
    best = previous;
    total = candidate;
  }
  return { id, total, previous: best };
}

/** Token ids of one word. A code unit that no piece covers alone may become the unknown token. */
export function segment(word: string, vocabulary: UnigramVocabulary): number[] {
  const endingAt: Step[][] = Array.from({ length: word.length + 1 }, () => []);
  endingAt[0]?.push(NOTHING);
  for (let start = 0; start < word.length; start++) {
    const before = endingAt[start] ?? [];
    const pieces = vocabulary.piecesAt(word, start);
    for (const { id, score, length } of pieces) endingAt[start + length]?.push(extend(before, id, score));
    if (pieces[0]?.length !== 1) {
      endingAt[start + 1]?.push(extend(before, vocabulary.unknownId, vocabulary.unknownScore));
    }
  }
  const ids: number[] = [];
  for (
    let step: Step | null = extend(endingAt[word.length] ?? [], -1, 0).previous;
    step && step !== NOTHING;
  ) {
    ids.push(step.id);
    step = step.previous;
  }
  return ids.toReversed();
}
