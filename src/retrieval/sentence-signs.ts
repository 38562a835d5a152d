/** What can be seen in a sentence without the question: kinds of answer, units, places. Found once, then remembered. */
import { findQuantities } from '../quantity/find-quantities.ts';
import { answersType } from './answer-type.ts';
import { isIn, type AskedUnit } from './asked-unit.ts';
import { locates } from './place-cues.ts';
import type { AnswerType } from './question-words.ts';

export interface SentenceSigns {
  /** Whether it holds an answer of one of the types. */
  holds(types: ReadonlySet<AnswerType>): boolean;
  /** Whether a figure in it is in the unit. */
  states(unit: AskedUnit): boolean;
  /** Whether it says where something is or happens. */
  locates(): boolean;
}

export interface SignMemory {
  /** Of sentence `number`, whose text and language are given. */
  of(number: number, text: string, language: string): SentenceSigns;
}

export function rememberSigns(): SignMemory {
  const known = new Map<string, boolean>();
  const once = (key: string, find: () => boolean): boolean => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find();
    known.set(key, found);
    return found;
  };
  return {
    of: (number, text, language) => ({
      holds: (types) =>
        once(`${number} ${[...types].sort().join()}`, () => answersType(text, types, language)),
      states: (unit) =>
        once(`${number} in ${unit}`, () =>
          findQuantities(text, language).some((quantity) => isIn(quantity, unit)),
        ),
      locates: () => once(`${number} located`, () => locates(text, language)),
    }),
  };
}
