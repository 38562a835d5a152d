/** Tells the language of a question, be it three words long or a mixture of scripts. */
import { countScripts, type Script } from './count-scripts.ts';
import type { SharedScript } from './function-words.ts';
import { languageOfHan } from './han-variant.ts';
import { MESSAGE_LANGUAGES } from './messages.ts';
import { countFunctionWords, rankLanguages, type RankedLanguage } from './rank-languages.ts';

export interface LanguageReading {
  /** BCP-47 tag. */
  readonly language: string;
  /** False where the text says little more than its script: other evidence may overrule the language within it. */
  readonly certain: boolean;
  /** Tags that the letters allow, the likeliest first; empty where they allow any, as a name in Latin letters does. */
  readonly possible: readonly string[];
  /** Those of `possible` that the text fits nearly as well as `language`. */
  readonly likely: readonly string[];
}

const SHARED: ReadonlySet<Script> = new Set<SharedScript>(['Latin', 'Cyrillic', 'Arabic', 'Devanagari']);
/** What a function word adds to the weight of its script: the script of the sentence, not of the names in it, decides. */
const FUNCTION_WORD_WEIGHT = 10;
/** Names and abbreviations stand in Latin letters in texts of every script. */
const LATIN_AMONG_OTHERS = 0.4;
const QUOTED = /«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"|「[^」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉/gu;
const NOT_LANGUAGE = /https?:\/\/\S+|\S+@\S+\.\S+|[\w-]+\.(?:com|org|net|cn|ru|int)\b/giu;
const HAN_GRAMMAR =
  /什么|什麼|怎么|怎麼|哪|吗|嗎|呢|多少|几|幾|谁|誰|为何|為何|是|的|了|在|和|有|请|請|如何|这|這|那/gu;

/** BCP-47 tag of the language that `text` is written in, or null where it does not tell: no letters, or a name only. */
export function detectLanguage(text: string): string | null {
  const reading = readLanguage(text);
  return reading !== null && reading.possible.length > 0 ? reading.language : null;
}

/** The same, with how sure it is. */
export function readLanguage(text: string): LanguageReading | null {
  const plain = text.slice(0, 2000).normalize('NFC').replace(NOT_LANGUAGE, ' ');
  return readPlain(plain.replace(QUOTED, ' ')) ?? readPlain(plain);
}

function readPlain(text: string): LanguageReading | null {
  const reduced = withoutCapitals(text);
  const words = wordsOf(reduced);
  const script = scriptOf(reduced, words);
  if (script === null) return null;
  if (SHARED.has(script)) return readShared(words, script as SharedScript);
  const language = languageOfScript(script, text);
  return { language, certain: true, possible: [language], likely: [language] };
}

/** Abbreviations are the same in every language, unless everything is in capitals. */
function withoutCapitals(text: string): string {
  const reduced = text.replace(/(?<![\p{L}\p{M}])\p{Lu}[\p{Lu}\p{N}]+(?![\p{L}\p{M}])/gu, ' ');
  return /\p{Ll}|\p{Lo}/u.test(reduced) || !/\p{L}\P{L}+\p{L}/u.test(text) ? reduced : text;
}

function wordsOf(text: string): string[] {
  const lower = text
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(/[ʻʼ‘’`´′]/gu, "'")
    .replace(/\u0307/gu, '');
  const whole = lower.match(/[\p{L}\p{M}\u200C]+(?:['-][\p{L}\p{M}]+)*'?/gu) ?? [];
  return whole.flatMap((word) =>
    /['-]/u.test(word) ? [word, ...word.split(/['-]/u).filter(Boolean)] : [word],
  );
}

/** The script of the function words; without any, the one with most letters. */
function scriptOf(text: string, words: readonly string[]): Script | null {
  const weights = countScripts(text);
  if (weights.size > 1) weighGrammar(weights, text, words);
  const ranked = [...weights].toSorted((a, b) => b[1] - a[1]);
  return ranked[0]?.[0] ?? null;
}

function weighGrammar(weights: Map<Script, number>, text: string, words: readonly string[]): void {
  for (const [script, weight] of weights) {
    const letters = script === 'Latin' ? weight * LATIN_AMONG_OTHERS : weight;
    const grammar = SHARED.has(script) ? countFunctionWords(words, script as SharedScript) : 0;
    weights.set(script, letters + grammar * FUNCTION_WORD_WEIGHT);
  }
  const han = weights.get('Han');
  const kana = weights.get('Kana');
  const grammar = text.match(HAN_GRAMMAR)?.length ?? 0;
  if (han !== undefined) weights.set('Han', han + grammar * FUNCTION_WORD_WEIGHT);
  if (kana !== undefined) weights.set('Kana', kana + (weights.get('Han') ?? 0));
}

function languageOfScript(script: Script, text: string): string {
  if (script === 'Han' || script === 'Bopomofo') return script === 'Han' ? languageOfHan(text) : 'zh-Hant';
  if (script === 'Kana') return 'ja';
  if (script === 'Bengali' && /[ৰৱ]/u.test(text)) return 'as';
  return LANGUAGES[script] ?? 'und';
}

const LANGUAGES: Readonly<Partial<Record<Script, string>>> = {
  Hangul: 'ko', Thai: 'th', Lao: 'lo', Khmer: 'km', Myanmar: 'my', Sinhala: 'si', Tamil: 'ta', Telugu: 'te', Kannada: 'kn',
  Malayalam: 'ml', Gujarati: 'gu', Gurmukhi: 'pa', Oriya: 'or', Bengali: 'bn', Armenian: 'hy', Georgian: 'ka', Greek: 'el',
  Hebrew: 'he', Ethiopic: 'am', Tibetan: 'bo', Mongolian: 'mn', Thaana: 'dv',
}; // prettier-ignore

/** A lead that one rare function word gives. */
const CERTAIN_LEAD = 0.75;
/** Names are Latin everywhere: this many plain words without a function word are no evidence, and English as likely as any. */
const LATIN_NAME_WORDS = 2;

/** Of languages that fit nearly alike, one that can be answered in is taken: Indonesian for what may be Malay. */
function readShared(words: readonly string[], script: SharedScript): LanguageReading | null {
  const { languages, functionWords } = rankLanguages(words, script);
  const [best] = languages;
  if (best === undefined) return null;
  const plain = functionWords === 0 && words.length <= LATIN_NAME_WORDS && /^[a-z]*$/u.test(words.join(''));
  if (plain) return { language: 'en', certain: false, possible: [], likely: [] };
  const near = languages.filter(({ score }) => best.score - score < CERTAIN_LEAD);
  const certain = functionWords > 0 && near.length === 1;
  const likely = near.map(plainTag);
  const language = likely.find((tag) => MESSAGE_LANGUAGES.includes(tag)) ?? plainTag(best);
  return { language, certain, possible: languages.map(plainTag), likely };
}

/** Hindi in Latin letters is asked, and answered, as Hindi. */
function plainTag({ language }: RankedLanguage): string {
  return language === 'hi-Latn' ? 'hi' : language;
}
