/** Which scripts a text is written in, by its letters. */

/** Scripts that some language of today writes; Hiragana and Katakana are one here. */
const SCRIPTS = [
  'Latin', 'Cyrillic', 'Arabic', 'Devanagari', 'Han', 'Kana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Sinhala', 'Tamil', 'Telugu',
  'Kannada', 'Malayalam', 'Gujarati', 'Gurmukhi', 'Oriya', 'Bengali', 'Armenian', 'Georgian', 'Greek', 'Hebrew', 'Ethiopic', 'Tibetan',
  'Mongolian', 'Thaana', 'Bopomofo',
] as const; // prettier-ignore

export type Script = (typeof SCRIPTS)[number];

/** What one letter weighs: a Han character or a syllable says about as much as two or three letters of an alphabet. */
const WEIGHTS: Readonly<Partial<Record<Script, number>>> = { Han: 2.5, Kana: 2, Hangul: 2.5, Ethiopic: 2 };

const PATTERNS = SCRIPTS.map((script) => {
  const names = script === 'Kana' ? ['Hiragana', 'Katakana'] : [script];
  const letters = names.map((name) => `\\p{Script=${name}}`).join('');
  return [script, new RegExp(`[${letters}]`, 'gu')] as const;
});

/** Scripts that occur, with the weight of their letters. */
export function countScripts(text: string): Map<Script, number> {
  const counts = new Map<Script, number>();
  for (const [script, pattern] of PATTERNS) {
    const letters = text.match(pattern)?.length ?? 0;
    if (letters > 0) counts.set(script, letters * (WEIGHTS[script] ?? 1));
  }
  return counts;
}
