/** Finds a name in a sentence that its citation does not carry. */
import { nameTerms } from '../../lexical/name-terms.ts';
import { foldWords } from '../../lexical/fold-word.ts';
import type { NumberedQuotation } from '../answer-writer.ts';
import { citedNames, citedTexts, type CitedText } from './cited-texts.ts';
import { figuresOf } from './match-figures.ts';
import { homeRegion, regionsIn } from './region-names.ts';
import { sameWord } from './sentence-words.ts';

/** In Japanese a speaker's name is written as in Chinese: there is no sound to compare. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}]/u;

/** Languages that write every noun with a capital. */
const CAPITALISED_NOUNS = new Set(['de', 'lb']);

/**
 * The first name of `text` that is neither in the cited words nor shown with them, or null. Countries are known in every
 * language. In a script with capitals, and where the cited words can be read in the same language, every capitalised
 * word counts as a name, inflected or transliterated.
 */
export function foreignName(
  text: string,
  language: string,
  quotations: readonly NumberedQuotation[],
): string | null {
  const cited = citedTexts(quotations);
  const names = citedNames(quotations);
  return (
    foreignRegion(text, language, cited, names) ??
    otherSpeaker(text, quotations) ??
    foreignCapital(text, language, cited, names)
  );
}

/** The first two letters of a currency's code are its country's: “US dollars” name no country. */
function foreignRegion(
  text: string,
  language: string,
  cited: readonly CitedText[],
  names: readonly string[],
): string | null {
  const known = new Set<string | null>(cited.map((source) => homeRegion(source.language)));
  for (const source of cited) {
    for (const region of regionsIn([source.text, ...names].join('\n'), source.language)) known.add(region);
    for (const { unit } of figuresOf(source.text, source.language)) known.add(unit?.slice(0, 2) ?? null);
  }
  return [...regionsIn(text, language)].find((region) => !known.has(region)) ?? null;
}

/** Somebody else who speaks in the same document: the likeliest mistake about who said it. */
function otherSpeaker(text: string, quotations: readonly NumberedQuotation[]): string | null {
  const cited = [...citedTexts(quotations).map((source) => source.text), ...citedNames(quotations)].join(
    '\n',
  );
  const mentioned = new Set(nameTerms(text, 'passage'));
  const citedTerms = new Set(nameTerms(cited, 'passage'));
  const others = quotations.flatMap(({ document }) =>
    document.transcript.turns.map(({ speaker }) => speaker?.name ?? ''),
  );
  const named = [...new Set(others)].find((name) => {
    if (name === '' || cited.includes(name) || (name.length > 4 && /\p{Script=Han}/u.test(name)))
      return false;
    if (text.includes(name)) return true;
    const whole = longest(nameTerms(name, 'passage'));
    return !UNSPACED.test(text) && whole.length > 4 && mentioned.has(whole) && !citedTerms.has(whole);
  });
  return named ?? null;
}

function longest(terms: readonly string[]): string {
  return terms.reduce((best, term) => (term.length > best.length ? term : best), '');
}

function foreignCapital(
  text: string,
  language: string,
  cited: readonly CitedText[],
  names: readonly string[],
): string | null {
  const base = new Intl.Locale(language).language;
  const own = cited.filter((source) => new Intl.Locale(source.language).language === base);
  if (CAPITALISED_NOUNS.has(base) || own.length === 0) return null;
  const evidence = [...cited.map((source) => source.text), ...names].join('\n');
  const words = wordsOf(evidence);
  const sounds = new Set(nameTerms(evidence, 'passage'));
  const absent = capitalised(text).find((name) => {
    const folded = foldWords(name);
    if (words.some((word) => sameWord(word, folded))) return false;
    return !nameTerms(`– ${name}`, 'passage').some((term) => term.length > 3 && sounds.has(term));
  });
  return absent ?? null;
}

function wordsOf(text: string): string[] {
  return [...new Set(foldWords(text).match(/[\p{Lu}\p{Ll}\p{Lm}\p{M}\p{N}]+/gu) ?? [])];
}

/** Words with a capital that does not open the sentence. */
function capitalised(text: string): string[] {
  const words = [...text.matchAll(/(?<![\p{Lu}\p{Ll}\p{M}\p{N}])\p{Lu}[\p{Lu}\p{Ll}\p{Lm}\p{M}]*/gu)];
  return words
    .filter(({ index }) => !/(?:^|[.!?:;…]|\n)[\s"'«“„(]*$/u.test(text.slice(0, index)))
    .map(([word]) => word);
}

/** True where sentence and citation share a country, or a name by its sound. */
export function sharesName(
  text: string,
  language: string,
  quotations: readonly NumberedQuotation[],
): boolean {
  const cited = citedTexts(quotations);
  const regions = new Set(cited.flatMap((source) => [...regionsIn(source.text, source.language)]));
  if ([...regionsIn(text, language)].some((region) => regions.has(region))) return true;
  const sounds = new Set(
    [...cited.map((source) => source.text), ...citedNames(quotations)].flatMap((part) =>
      nameTerms(part, 'passage'),
    ),
  );
  return nameTerms(text, 'passage').some((term) => term.length > SURE_SOUND && sounds.has(term));
}

/** Mark and four consonants: shorter skeletons meet by chance. */
const SURE_SOUND = 4;
