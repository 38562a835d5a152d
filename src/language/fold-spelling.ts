/** One spelling where a language has two for the same word, before its pieces are looked up: a model knows either, but as two words. */

/** Russian print leaves the dots of ё out more often than not; Persian is typed with Arabic ye and kaf where keyboards have no other. */
const SPELLINGS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  ru: [
    ['ё', 'е'],
    ['Ё', 'Е'],
  ],
  fa: [
    ['ي', 'ی'],
    ['ك', 'ک'],
  ],
};

/** @param language BCP-47 tag of the text; texts of other languages, and of none, come back as they are. */
export function foldSpelling(text: string, language: string | undefined): string {
  const pairs = language === undefined ? [] : (SPELLINGS[language.split('-')[0] ?? ''] ?? []);
  return pairs.reduce((folded, [from, to]) => folded.replaceAll(from, to), text);
}
