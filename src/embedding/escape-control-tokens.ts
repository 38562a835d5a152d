/** Keeps a text from being read as control tokens: `<pad>` typed by a person is five characters, not padding. */

/** Control tokens of the bundled model's vocabulary. */
export const CONTROL_TOKENS: readonly string[] = ['<pad>', '<unk>', '<s>', '</s>'];

/**
 * The text itself when it holds no control token; otherwise its NFKC lower-case form with a space after the first character of each.
 * The folded form decides, because a tokenizer that folds would otherwise make `<pad>` of a full-width `＜ＰＡＤ＞`.
 */
export function escapeControlTokens(text: string, controlTokens: readonly string[] = CONTROL_TOKENS): string {
  const folded = text.normalize('NFKC').toLowerCase();
  const present = controlTokens.map((token) => token.toLowerCase()).filter((token) => folded.includes(token));
  if (present.length === 0) return text;
  return present.reduce(
    (escaped, token) => escaped.replaceAll(token, `${token.slice(0, 1)} ${token.slice(1)}`),
    folded,
  );
}
