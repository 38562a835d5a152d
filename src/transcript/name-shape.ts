/** Whether words could be somebody's name or office, judged by capitals and length alone. */
import { isAllCapitals, isCased, isIdeographic, startsWithCapital } from './text-signs.ts';
import { isTitleWord } from './title-words.ts';

/** Small words that stay without a capital inside names, in languages that use capitals. */
const PARTICLE =
  /^(?:de|del|della|di|da|das|do|dos|du|la|le|van|von|der|den|bin|ibn|al|el|ben|e|y|und|zu|zur|ter|of|the|for|and|et|и|по|при|d['’].*|al-.*|el-.*)$/u;
const INSIDE_SENTENCE = /[`<>{}=|\\@$%^~。！？!?;；“”"「」『』《》،,，、]/u;

export function isNameShaped(text: string): boolean {
  if (text.length > 70 || INSIDE_SENTENCE.test(text)) return false;
  const first = /\p{L}/u.exec(text)?.[0];
  if (first === undefined) return false;
  if (isIdeographic(text)) return text.length <= 18 && text.split(/\s+/u).length <= 4;
  const words = text.split(/[\s·・]+/u);
  if (!isCased(first)) return words.length <= 5 && text.length <= 40;
  return words.length <= 7 && words.every((word, at) => isNameWord(word, at));
}

function isNameWord(word: string, at: number): boolean {
  if (startsWithCapital(word)) return true;
  if (at === 0) return /^[ʻʼ'’]/u.test(word) || isTitleWord(word);
  return (
    PARTICLE.test(word) ||
    isTitleWord(word) ||
    /^\p{N}+$/u.test(word) ||
    !isCased(/\p{L}/u.exec(word)?.[0] ?? 'a')
  );
}

/** At least a given name and a surname, or capitals throughout: more than a word that begins a sentence. */
export function isDistinctName(text: string): boolean {
  if (!isNameShaped(text)) return false;
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  if (isIdeographic(text) || !isCased(first)) return text.replace(/\s/gu, '').length >= 2;
  return isAllCapitals(text) || text.split(/\s+/u).filter((word) => startsWithCapital(word)).length >= 2;
}
