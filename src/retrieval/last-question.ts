/** Of several questions in one text (a follow-up behind the one that it follows), the last is what somebody wants to know. */

/** The last question of the text; the text itself where it is one. */
export function lastQuestion(text: string): string {
  return text.split(QUESTION_END).findLast((part) => /[\p{L}\p{N}]/u.test(part)) ?? text;
}

const MARKS = '?？؟';
const QUESTION_END = new RegExp(`(?<=[${MARKS}])`, 'u');

/** Ends a text as a question, so that `lastQuestion` can tell what stands behind it: many type no mark. */
export function withMark(text: string): string {
  const ended = text.trim();
  return MARKS.includes(ended.slice(-1)) ? ended : `${ended.replace(/[\s.,;:。，、।۔]+$/u, '')}?`;
}
