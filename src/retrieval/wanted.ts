/** What a question wants to know: two that want different things are not the same, however alike their words. */
import { expectedAnswerTypes } from './answer-type.ts';
import { askedUnit, type AskedUnit } from './asked-unit.ts';
import { lastQuestion } from './last-question.ts';
import type { AnswerType } from './question-words.ts';

export interface Wanted {
  readonly types: ReadonlySet<AnswerType>;
  /** Of a quantity; null where none is named. */
  readonly unit: AskedUnit | null;
}

/** What the last of several questions leaves out the others say. */
export function wantedBy(question: string, language?: string): Wanted {
  const last = lastQuestion(question);
  const own = expectedAnswerTypes(last, language);
  const asks = own.size > 0 ? last : question;
  const types = asks === last ? own : expectedAnswerTypes(question, language);
  return { types, unit: types.has('quantity') ? askedUnit(asks, language) : null };
}

/** Who does not name a unit may mean any. */
export function wantsAlike(one: Wanted, other: Wanted): boolean {
  if (one.unit !== null && other.unit !== null && one.unit !== other.unit) return false;
  return one.types.size === other.types.size && [...one.types].every((type) => other.types.has(type));
}
