/** Of several questions in one text (a follow-up behind the one that it follows), the last is what somebody wants to know. */

/** The last question of the text; the text itself where it is one. */
export function lastQuestion(text: string): string {
  return text.split(QUESTION_END).findLast((part) => /[\p{L}\p{N}]/u.test(part)) ?? text;
}

const QUESTION_END = /(?<=[?？؟])/u;
