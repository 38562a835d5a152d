/** Folds a text for finding figures (digits, case, marks, letter variants) and remembers where each unit came from. */

export interface FoldedText {
  readonly text: string;
  /** Offset in the original of each UTF-16 unit of `text`, and the original's length at the end. */
  readonly at: Uint32Array;
}

/** Marks that carry no meaning for number words: Latin, Hebrew, Arabic, nukta. Indic and Thai vowels stay. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u093c\u09bc\u0a3c]/gu;
const IGNORED = /\u0640|\ufe0f|[\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const KEPT_COMPOSED = /[\u3040-\u30ff\u3130-\u318f\uac00-\ud7a3]/u;

const VARIANTS: Readonly<Record<string, string>> = {
  ı: 'i',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  '\u00a0': '\u00a0',
  '\u2007': '\u00a0',
  '\u2009': '\u00a0',
  '\u202f': '\u00a0',
  '\u200c': ' ',
  '\u3000': ' ',
  '–': '-',
  '—': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '～': '-',
  '〜': '-',
  '~': '-',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
  '￥': '¥',
  '，': '，',
};

const DIGIT = /^\p{Nd}$/u;

/** Decimal digits stand in runs of ten code points in every script. */
function digitValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

function foldCharacter(character: string): string {
  const variant = VARIANTS[character];
  if (variant !== undefined) return variant;
  if (IGNORED.test(character)) return '';
  if (DIGIT.test(character)) return String(digitValue(character));
  if (/[\uff01-\uff5e]/u.test(character)) return character.normalize('NFKC').toLowerCase();
  if (KEPT_COMPOSED.test(character)) return character;
  const bare = character.normalize('NFD').toLowerCase().replace(MARKS, '');
  return bare.length === 1 ? (VARIANTS[bare] ?? bare) : bare;
}

const cache = new Map<string, string>();

function folded(character: string): string {
  let result = cache.get(character);
  if (result === undefined) {
    result = foldCharacter(character);
    if (cache.size < 20_000) cache.set(character, result);
  }
  return result;
}

export function foldText(original: string): FoldedText {
  const parts: string[] = [];
  const at: number[] = [];
  let offset = 0;
  for (const character of original) {
    const part = folded(character);
    parts.push(part);
    for (let unit = 0; unit < part.length; unit++) at.push(offset);
    offset += character.length;
  }
  at.push(original.length);
  return { text: parts.join(''), at: Uint32Array.from(at) };
}

/** One past the original's last unit that went into `text[end - 1]`. */
export function originalEnd(folded: FoldedText, end: number, original: string): number {
  const start = folded.at[end - 1] ?? 0;
  const code = original.codePointAt(start) ?? 0;
  return start + (code > 0xffff ? 2 : 1);
}
