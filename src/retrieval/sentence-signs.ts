/** Which kinds of answer a sentence holds does not depend on the question: found once, then remembered. */
import { answersType } from './answer-type.ts';
import type { AnswerType } from './question-words.ts';

export interface AnswerTypeMemory {
  /** Whether sentence `number`, whose text and language are given, holds an answer of one of the types. */
  holds(number: number, text: string, language: string, types: ReadonlySet<AnswerType>): boolean;
}

export function rememberAnswerTypes(): AnswerTypeMemory {
  const known = new Map<string, boolean>();
  return {
    holds(number, text, language, types) {
      const key = `${number} ${[...types].sort().join()}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const found = answersType(text, types, language);
      known.set(key, found);
      return found;
    },
  };
}
