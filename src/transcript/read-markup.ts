/** Reads what decorates the beginning of a unit: Markdown marks, bullets, dashes, clock times. */

export interface Markup {
  /** Offset in the unit's text of the first character after all decoration. */
  readonly body: number;
  /** Markdown heading level, 0 in plain text. */
  readonly heading: number;
  /** `**`, `*` or `_` open the body. */
  readonly bold: boolean;
  /** A dash that opens direct speech, as in «— Вопрос». */
  readonly dash: boolean;
  /** A list bullet such as `- ` or `• `. */
  readonly bullet: boolean;
  /** A sign such as ○ that some minutes print before a speaker; '' where there is none. */
  readonly sign: string;
  /** A clock time such as [00:12:31] stands before the body. */
  readonly timed: boolean;
}

type Writable = { -readonly [Key in keyof Markup]: Markup[Key] };

const MARKDOWN_STEPS: readonly (readonly [RegExp, (found: RegExpExecArray, markup: Writable) => void])[] = [
  [/>\s*/uy, () => undefined],
  [/(#{1,6})\s+/uy, (found, markup) => void (markup.heading = found[1]?.length ?? 0)],
  [/(?:\*{1,3}|_{1,2})(?=[^\s*_])/uy, (_found, markup) => void (markup.bold = true)],
];
const PLAIN_STEPS: typeof MARKDOWN_STEPS = [
  [/>{2,}\s*/uy, () => undefined],
  [/[-*+•·‣]\s+/uy, (_found, markup) => void (markup.bullet = true)],
  [/[–—―]\s*/uy, (_found, markup) => void (markup.dash = true)],
  [/[○◯〇●◎◆◇■□▲△▼▽★☆▪◦※]\s*/uy, (found, markup) => void (markup.sign = found[0].trim())],
  [
    /(?:[[(（【]\s*\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s*[\])）】]|\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?)\s*[-–—]?\s*/uy,
    (_found, markup) => void (markup.timed = true),
  ],
];

export function readMarkup(text: string, markdown: boolean): Markup {
  const markup: Writable = {
    body: 0,
    heading: 0,
    bold: false,
    dash: false,
    bullet: false,
    sign: '',
    timed: false,
  };
  const steps = markdown ? [...MARKDOWN_STEPS, ...PLAIN_STEPS] : PLAIN_STEPS;
  for (let round = 0; round < 6; round += 1) {
    const before = markup.body;
    for (const [pattern, note] of steps) {
      pattern.lastIndex = markup.body;
      const found = pattern.exec(text);
      if (found === null || markup.body + found[0].length >= text.length) continue;
      note(found, markup);
      markup.body += found[0].length;
    }
    if (markup.body === before) break;
  }
  return markup;
}

/** The text without Markdown marks around it: `### **Name:**` → `Name:`. */
export function withoutMarks(text: string): string {
  return text.replace(/^(?:[#>*_\s]|~~)+|(?:[*_#\s]|~~)+$/gu, '');
}
