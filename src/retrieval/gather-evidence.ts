/** Scored sentences → evidence: each passage once, with the sentences worth quoting. */
import type { Library } from '../index/library.ts';
import type { Evidence } from './evidence.ts';
import type { ScoredSentence } from './score-sentences.ts';
import type { SentenceTable } from './sentence-table.ts';

/** Evidence is told for so many passages: the answer quotes few, a reader looks at few more. */
const PASSAGES = 10;
/** A further sentence of the same passage is quoted while its share of the probability is this near to the best one's. */
const WORTH_QUOTING = Math.log(3);
const SENTENCES = 2;

/** `scored` must be sorted, best first. */
export function gatherEvidence(
  scored: readonly ScoredSentence[],
  table: SentenceTable,
  library: Library,
): Evidence[] {
  const byPassage = new Map<number, ScoredSentence[]>();
  for (const sentence of scored) {
    const passage = table.sentences[sentence.number]?.passage ?? -1;
    const list = byPassage.get(passage);
    if (list) list.push(sentence);
    else byPassage.set(passage, [sentence]);
  }
  return [...byPassage].slice(0, PASSAGES).flatMap(([number, sentences]) => {
    const passage = library.passages[number];
    const best = sentences[0];
    if (!passage || !best) return [];
    const worth = sentences.filter(({ score }) => best.score - score < WORTH_QUOTING).slice(0, SENTENCES);
    const matches = worth.map(({ number: at, score }) => ({
      sentence: table.sentences[at]?.sentence ?? 0,
      score,
    }));
    return [{ passage, score: best.score, matches }];
  });
}
