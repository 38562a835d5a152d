/** What of a question should be looked for in a text: not the words that ask, and not the small ones that every sentence has. */
import { functionWordsOf } from '../language/rank-languages.ts';
import { primaryLanguage } from '../quantity/primary-language.ts';
import { cuesIn, keepMarks } from './question-words.ts';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * The question without its question words and function words, in their order; the whole question where nothing else is in it, or
 * where its language is not known.
 * @param language BCP-47 tag of the question.
 */
export function tellingWords(question: string, language?: string): string {
  const tag = primaryLanguage(language);
  if (tag === '') return question;
  const text = withoutAskingWords(keepMarks(question), tag);
  const small = functionWordsOf(tag);
  const left = text.replaceAll(WORD, (word) => (small.has(word) ? ' ' : word));
  return /[\p{L}\p{N}]/u.test(left) ? left.replace(/\s+/gu, ' ').trim() : question;
}

function withoutAskingWords(text: string, language: string): string {
  let [left, from] = ['', 0];
  for (const { cue, at, end } of cuesIn(text, language, true)) {
    if (cue.role === 'noun') continue;
    left += `${text.slice(from, at)} `;
    from = end;
  }
  return left + text.slice(from);
}
