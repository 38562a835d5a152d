/** How much of a question stands in a text, word for word. */
import type { LexicalIndex, LexicalText } from './lexical-index.ts';
import { terms, termWeight } from './terms.ts';

/**
 * Share of the question's IDF mass whose terms stand in the text, 0 to 1; 0 for a question without terms. For texts of the
 * index `LexicalHit.cover` is the same number without the work.
 */
export function lexicalCover(index: LexicalIndex, query: LexicalText, text: LexicalText): number {
  const present = new Set(terms(text.text, text.language, 'passage'));
  let [mass, covered] = [0, 0];
  for (const term of new Set(terms(query.text, query.language, 'query'))) {
    const weight = index.idf(term) * termWeight(term);
    if (index.counts(term)) mass += weight;
    if (index.counts(term) && present.has(term)) covered += weight;
  }
  return mass === 0 ? 0 : covered / mass;
}
