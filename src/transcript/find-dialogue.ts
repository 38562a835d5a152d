/** Finds turns in a conversation that names nobody: each turn opens with a dash, or each question stands in bold. */
import type { LabelCandidate } from './label.ts';
import { readMarkup } from './read-markup.ts';
import type { Markup } from './read-markup.ts';
import { asksQuestion, lastSign } from './text-signs.ts';
import type { Unit } from './unit.ts';

/** Fewer turns than this are no conversation. */
const FEWEST_DASHES = 4;
const FEWEST_QUESTIONS = 2;

/** Labels without a name; empty where the text is no such conversation. */
export function findDialogue(units: readonly Unit[], markdown: boolean): readonly LabelCandidate[] {
  const marks = units.map((unit) => readMarkup(unit.text, markdown));
  const dashes = dashDialogue(units, marks);
  return dashes.length > 0 || !markdown ? dashes : emphasisDialogue(units, marks);
}

/** Two people in turn; the one whose turns end in question marks asks. */
function dashDialogue(units: readonly Unit[], marks: readonly Markup[]): readonly LabelCandidate[] {
  const turns = units.flatMap((_unit, index) => (marks[index]?.dash === true ? [index] : []));
  if (turns.length < FEWEST_DASHES) return [];
  const asks = (parity: number): number => {
    const own = turns.filter((_index, at) => at % 2 === parity);
    return own.filter((index) => asksQuestion(lastSign(units[index]?.text ?? ''))).length / own.length;
  };
  const asker = asks(0) >= asks(1) ? 0 : 1;
  if (asks(asker) < 0.5 || asks(asker) <= asks(1 - asker)) return [];
  return turns.flatMap((index, at) =>
    opening(units, marks, index, at % 2 === asker ? 'question' : 'answer', true),
  );
}

/** `**Question?**` over plain paragraphs that answer it. */
function emphasisDialogue(units: readonly Unit[], marks: readonly Markup[]): readonly LabelCandidate[] {
  const isQuestion = (index: number): boolean => {
    const mark = marks[index];
    const text = units[index]?.text ?? '';
    const emphasised = mark !== undefined && ((mark.bold && /(?:\*\*|__)$/u.test(text)) || mark.heading > 0);
    return emphasised && asksQuestion(lastSign(text));
  };
  const questions = units.flatMap((_unit, index) => (isQuestion(index) ? [index] : []));
  if (questions.length < FEWEST_QUESTIONS) return [];
  return questions.flatMap((index) => {
    const answers = index + 1 < units.length && !isQuestion(index + 1);
    return [
      ...opening(units, marks, index, 'question', false),
      ...(answers ? opening(units, marks, index + 1, 'answer', false) : []),
    ];
  });
}

function opening(
  units: readonly Unit[],
  marks: readonly Markup[],
  index: number,
  cue: 'question' | 'answer',
  afterDash: boolean,
): readonly LabelCandidate[] {
  const unit = units[index];
  const markup = marks[index];
  if (unit === undefined || markup === undefined) return [];
  const speechStart = unit.start + (afterDash ? markup.body : 0);
  const end = unit.start + (afterDash ? unit.text.slice(0, markup.body).trimEnd().length : 0);
  const name = { core: '', extra: null, key: '', cue, cueWord: null, cueRest: '' };
  return [{ ...name, unit: index, form: 'none', start: unit.start, end, speechStart, timed: false, markup }];
}
