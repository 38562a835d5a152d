/** Document expansion (after doc2query, Nogueira et al. 2019): a sentence is found by the words of the questions that it answers, too. */
import type { ListedQuestions } from '../anticipation/list-questions.ts';
import type { LexicalText } from '../lexical/lexical-index.ts';
import type { QuestionNumbers } from './question-numbers.ts';
import { baseOf, type Sentence, type SentenceTable } from './sentence-table.ts';

/**
 * For each window of one sentence, in the order of the table, the anticipated questions of the sentence in its language. Those
 * in languages that no text of the sentence is in go to its first window.
 */
export function expandTexts(
  { sentences, single }: SentenceTable,
  { answered }: ListedQuestions,
  { answeredBy }: QuestionNumbers,
): LexicalText[][] {
  const byWindow = new Map<number, LexicalText[]>();
  for (const [number, sentence] of sentences.entries()) {
    for (const [base, numbers] of answeredBy(number)) {
      const window = windowIn(sentence, base);
      const texts = numbers.flatMap((question) => answered[question] ?? []);
      byWindow.set(window, [...(byWindow.get(window) ?? []), ...texts]);
    }
  }
  return single.map((window) => byWindow.get(window) ?? []);
}

function windowIn({ languages, alone }: Sentence, base: string): number {
  const at = languages.findIndex((language) => baseOf(language) === base);
  return alone[Math.max(0, at)] ?? -1;
}
