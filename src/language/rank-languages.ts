/** Ranks the languages of one shared script for a text: by function words, by letters, and by trigrams where those do not tell. */
import { francAll } from 'franc';
import { ALPHABETS } from './alphabets.ts';
import { FUNCTION_WORDS, type SharedScript } from './function-words.ts';

export interface RankedLanguage {
  readonly language: string;
  readonly score: number;
}

export interface LanguageRanking {
  /** Best first. */
  readonly languages: readonly RankedLanguage[];
  /** Words of the text that are function words of the best language. */
  readonly functionWords: number;
}

/** Tags of the trigram profiles, which go by ISO 639-3. */
const PROFILES: Readonly<Record<string, string>> = {
  en: 'eng', es: 'spa', pt: 'por', fr: 'fra', de: 'deu', it: 'ita', nl: 'nld', pl: 'pol', cs: 'ces', sk: 'slk', hu: 'hun', ro: 'ron',
  tr: 'tur', az: 'azj', uz: 'uzn', tk: 'tuk', id: 'ind', ms: 'zlm', vi: 'vie', fi: 'fin', sv: 'swe', da: 'dan', nb: 'nob', et: 'ekk',
  lv: 'lvs', lt: 'lit', hr: 'hrv', sl: 'slv', sq: 'als', ca: 'cat', sw: 'swh', tl: 'tgl', ru: 'rus', uk: 'ukr', be: 'bel', bg: 'bul',
  mk: 'mkd', sr: 'srp', kk: 'kaz', ky: 'kir', tg: 'tgk', mn: 'khk', tt: 'tat', 'uz-Cyrl': 'uzn', ar: 'arb', fa: 'pes', ur: 'urd',
  ps: 'pbu', ug: 'uig', hi: 'hin', mr: 'mar', ne: 'npi',
}; // prettier-ignore

/**
 * People who write each language, in millions, roughly: the prior where a text says little. First and second language
 * after the usual encyclopaedic figures; only the order of magnitude matters.
 */
const WRITERS: Readonly<Record<string, number>> = {
  en: 1500, es: 560, fr: 310, pt: 260, id: 250, de: 135, tr: 90, vi: 85, it: 68, 'hi-Latn': 50, tl: 50, sw: 50, pl: 45, ms: 30, uz: 30,
  az: 25, nl: 25, ro: 25, hu: 13, sv: 13, cs: 11, ca: 9, tk: 7, da: 6, fi: 6, hr: 6, sq: 6, nb: 5, sk: 5, lt: 3, lv: 2, sl: 2, et: 1,
  ru: 255, uk: 40, kk: 15, tg: 10, sr: 9, bg: 8, ky: 6, mn: 6, be: 5, 'uz-Cyrl': 5, tt: 4, mk: 2,
  ar: 330, ur: 230, fa: 110, ps: 50, ug: 10, ckb: 8, hi: 600, mr: 99, ne: 30,
}; // prettier-ignore
const PRIOR_WEIGHT = 0.25;

/** Trigrams range over 0…1 and differ by hundredths between neighbours: this makes a clear lead worth one function word. */
const TRIGRAM_WEIGHT = 4;
/** Letters from which trigrams count in full: on a word or two they are noise. */
const TRIGRAM_LETTERS = 40;
const FOREIGN_LETTER = 0.8;

interface Model {
  readonly tags: readonly string[];
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly letters: ReadonlyMap<string, readonly string[]>;
}

const models = new Map<SharedScript, Model>();

/** @param words lower-case words of the text, apostrophes as `'` */
export function rankLanguages(words: readonly string[], script: SharedScript): LanguageRanking {
  const model = modelOf(script);
  const scores = new Map(model.tags.map((tag) => [tag, PRIOR_WEIGHT * Math.log(WRITERS[tag] ?? 1)]));
  const hits = new Map(model.tags.map((tag) => [tag, 0]));
  for (const word of words) {
    addWord(word, model, scores, hits);
    addLetters(word, model, scores);
  }
  addTrigrams(words.join(' '), model.tags, scores);
  const languages = model.tags
    .map((language) => ({ language, score: scores.get(language) ?? 0 }))
    .toSorted((a, b) => b.score - a.score);
  return { languages, functionWords: hits.get(languages[0]?.language ?? '') ?? 0 };
}

/** The most function words that one language of the script finds among `words`. */
export function countFunctionWords(words: readonly string[], script: SharedScript): number {
  const model = modelOf(script);
  const hits = new Map<string, number>();
  for (const word of words)
    for (const tag of model.words.get(word) ?? []) hits.set(tag, (hits.get(tag) ?? 0) + 1);
  return Math.max(0, ...hits.values());
}

/** The function words of one language, if it shares its script with another and so has a list. */
export function functionWordsOf(tag: string): ReadonlySet<string> {
  const base = tag.split('-')[0] ?? '';
  const list = Object.values(FUNCTION_WORDS).flatMap((languages) => languages[tag] ?? languages[base] ?? []);
  return new Set(list.flatMap((words) => words.split(/\s+/u)));
}

function modelOf(script: SharedScript): Model {
  const known = models.get(script);
  if (known) return known;
  const tags = Object.keys(FUNCTION_WORDS[script]);
  const made = {
    tags,
    words: invert(tags, (tag) => (FUNCTION_WORDS[script][tag] ?? '').split(/\s+/u)),
    letters: invert(tags, (tag) => ALPHABETS[script][tag] ?? ''),
  };
  models.set(script, made);
  return made;
}

function invert(tags: readonly string[], items: (tag: string) => Iterable<string>): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const tag of tags) {
    for (const item of new Set(items(tag))) owners.set(item, [...(owners.get(item) ?? []), tag]);
  }
  return owners;
}

/** 1 for what one language alone has, towards 0 for what all have. */
function rarity(owners: readonly string[], all: number): number {
  return Math.log((all + 1) / owners.length) / Math.log(all + 1);
}

function addWord(word: string, model: Model, scores: Map<string, number>, hits: Map<string, number>): void {
  const owners = model.words.get(word) ?? [];
  for (const tag of owners) {
    scores.set(tag, (scores.get(tag) ?? 0) + rarity(owners, model.tags.length));
    hits.set(tag, (hits.get(tag) ?? 0) + 1);
  }
}

/** A letter speaks for the languages that have it and against all others. */
function addLetters(word: string, model: Model, scores: Map<string, number>): void {
  for (const letter of new Set(lettersOf(word))) {
    const owners = model.letters.get(letter) ?? [];
    if (owners.length === model.tags.length || (owners.length === 0 && !/\p{L}/u.test(letter))) continue;
    const gain = owners.length === 0 ? 0 : rarity(owners, model.tags.length);
    for (const tag of model.tags) {
      const change = owners.includes(tag) ? gain / 2 : -FOREIGN_LETTER;
      scores.set(tag, (scores.get(tag) ?? 0) + change);
    }
  }
}

/** Uzbek writes o' and g' as letters; elsewhere an apostrophe is none. */
function lettersOf(word: string): string {
  return word.replace(/(?<=\p{L}?[og])'(?=\p{L}|$)/gu, 'ʻ').replace(/[a-z']/gu, '');
}

/** A language without a profile gets what the middle one gets. */
function addTrigrams(text: string, tags: readonly string[], scores: Map<string, number>): void {
  const only = tags.flatMap((tag) => PROFILES[tag] ?? []);
  const ranked = francAll(text, { only, minLength: 1 });
  const similarity = new Map(ranked);
  const middle = ranked[Math.floor(ranked.length / 2)]?.[1] ?? 0;
  const weight = TRIGRAM_WEIGHT * Math.min(1, text.length / TRIGRAM_LETTERS);
  for (const tag of tags) {
    const value = similarity.get(PROFILES[tag] ?? '') ?? middle;
    scores.set(tag, (scores.get(tag) ?? 0) + value * weight);
  }
}
