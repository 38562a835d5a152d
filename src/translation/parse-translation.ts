/** Reads a translation file: YAML front matter, then paragraphs parted by an empty line, one sentence a line. */
import { parse } from 'yaml';
import { z } from 'zod';
import { TranslationError } from './translation-error.ts';

const FrontMatter = z.object({
  language: z.string().min(2),
  title: z.string().nullish(),
  origin: z.string().nullish(),
  speakers: z
    .record(
      z.string(),
      z.object({ name: z.string(), role: z.string().nullish(), organisation: z.string().nullish() }),
    )
    .nullish(),
});

export type TranslationFrontMatter = z.infer<typeof FrontMatter>;

/** A sentence with the line that it stands on (one-based). */
export interface TranslatedLine {
  readonly line: number;
  readonly text: string;
}

export interface TranslationFile {
  readonly front: TranslationFrontMatter;
  readonly paragraphs: readonly (readonly TranslatedLine[])[];
}

/** @throws {TranslationError} with the line where the file cannot be read. */
export function parseTranslation(source: string): TranslationFile {
  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/);
  const close = lines.indexOf('---', 1);
  if (lines[0] !== '---' || close < 0)
    throw new TranslationError(1, 'front matter between two lines "---" expected');
  return {
    front: parseFrontMatter(lines.slice(1, close).join('\n')),
    paragraphs: paragraphsOf(lines, close + 1),
  };
}

function parseFrontMatter(source: string): TranslationFrontMatter {
  try {
    return FrontMatter.parse(parse(source));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new TranslationError(2, `front matter: ${reason.split('\n').join(' ')}`);
  }
}

function paragraphsOf(lines: readonly string[], from: number): TranslatedLine[][] {
  const paragraphs: TranslatedLine[][] = [];
  let open = false;
  for (const [index, raw] of lines.entries()) {
    const text = raw.trim();
    if (index < from || !text) {
      open = false;
      continue;
    }
    if (!open) paragraphs.push([]);
    open = true;
    paragraphs.at(-1)?.push({ line: index + 1, text });
  }
  return paragraphs;
}
