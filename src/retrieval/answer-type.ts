/** What kind of answer a question wants, and whether a sentence holds one. */
import { isUnspaced } from '../quantity/word-table.ts';
import { cuesIn, dropMarks, keepMarks, type AnswerType } from './question-words.ts';
import { primaryLanguage } from '../quantity/primary-language.ts';
import { findQuantities } from '../quantity/find-quantities.ts';
import { namesOrganisation, namesPerson, namesPlace, statesReason } from './answer-cues.ts';

/** How far, in characters, a noun may stand behind the `which` that asks for it. */
const REACH = { spaced: 28, unspaced: 8 } as const;

/** Behind the first question word others are often relative (`the city where …`) unless they are coordinated with it. */
const COORDINATED =
  /(?:[,،、;]|(?<!\p{L})(?:and|or|и|или|та|і|й|и|y|e|et|ou|und|oder|en|och|og|ja|a|i|și|si|és|και|ve|və|va|ва|және|жана|ба|болон|و|او|और|र|এবং|dan|và|va|und|na))\s+(?:\p{L}+\s+){0,2}$/u;

/**
 * Types asked for, empty where the question does not say (`What did he announce?`). `manner` is given only where nothing
 * more definite is asked.
 * @param language BCP-47 tag of the question; its primary subtag is used.
 */
export function expectedAnswerTypes(question: string, language?: string): ReadonlySet<AnswerType> {
  const tag = primaryLanguage(language);
  // With marks first (Vietnamese, Azerbaijani neçə and necə, Spanish cuándo and cuando); people also type without,
  // but a Vietnamese question with marks elsewhere would have them here too.
  const exact = typesIn(keepMarks(question), tag, true);
  const marked = tag === 'vi' && keepMarks(question) !== dropMarks(question);
  return exact.size > 0 || marked ? exact : typesIn(dropMarks(question), tag, false);
}

function typesIn(text: string, language: string, marked: boolean): ReadonlySet<AnswerType> {
  const found = new Set<AnswerType>();
  for (const { type, at } of askedTypes(text, language, marked)) {
    const alone = found.size === 0 || isUnspaced(text[at]);
    if (alone || COORDINATED.test(text.slice(Math.max(0, at - 24), at))) found.add(type);
  }
  if (found.size > 1) found.delete('manner');
  return found;
}

interface Asked {
  readonly type: AnswerType;
  /** Where the question word stands. */
  readonly at: number;
}

function askedTypes(text: string, language: string, marked: boolean): Asked[] {
  const opening = text.search(/\p{L}/u);
  const found: Asked[] = [];
  let which: { readonly at: number; readonly limit: number } | null = null;
  for (const { cue, at, end } of cuesIn(text, language, marked)) {
    if (cue.role === 'which')
      which = { at, limit: end + (isUnspaced(text[at]) ? REACH.unspaced : REACH.spaced) };
    else if (cue.role === 'type' || (cue.role === 'opening' && at === opening))
      found.push({ type: cue.type, at });
    else if (cue.role === 'noun' && which !== null && at <= which.limit) {
      found.push({ type: cue.type, at: which.at });
      which = null;
    }
  }
  return found;
}

/**
 * Whether the sentence holds an answer of one of the types. True where nothing is asked for that can be seen in a sentence
 * (no type, or only `manner`).
 */
export function answersType(sentence: string, types: ReadonlySet<AnswerType>, language?: string): boolean {
  const visible = [...types].filter((type) => type !== 'manner');
  return visible.length === 0 || visible.some((type) => holds(sentence, type, language));
}

function holds(sentence: string, type: AnswerType, language: string | undefined): boolean {
  switch (type) {
    case 'quantity':
      return findQuantities(sentence, language).some(
        ({ kind }) => kind === 'number' || kind === 'percent' || kind === 'money',
      );
    case 'date':
      return findQuantities(sentence, language).some(
        ({ kind }) => kind === 'date' || kind === 'year' || kind === 'time',
      );
    case 'person':
      return namesPerson(sentence);
    case 'place':
      return namesPlace(sentence, language);
    case 'organisation':
      return namesOrganisation(sentence);
    case 'reason':
      return statesReason(sentence);
    case 'manner':
      return true;
  }
}
