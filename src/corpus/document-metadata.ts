/** Metadata of a document: read from `document.json`, completed from the file name and the text. */
import { z } from 'zod';
import { detectLanguage } from '../language/detect-language.ts';
import type { DocumentMetadata } from '../transcript/document.ts';
import type { SourceDocument } from './source-document.ts';

const MetadataFile = z.object({
  title: z.string().min(1).optional(),
  date: z.iso.date().nullish(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .optional(),
  place: z.string().nullish(),
  publisher: z.string().nullish(),
  url: z.url({ protocol: /^https?$/ }).nullish(),
  licence: z.string().nullish(),
});

/** @throws {Error} in one line when `document.json` is not what it should be. */
export function documentMetadata(source: SourceDocument): DocumentMetadata {
  const stated = source.metadata ? parseMetadata(source.metadata.text) : {};
  return {
    id: source.id,
    title: stated.title ?? firstLine(source.transcript.text) ?? source.id,
    date: stated.date ?? /\d{4}-\d{2}-\d{2}/.exec(source.id)?.[0] ?? null,
    language: stated.language ?? detectLanguage(source.transcript.text.slice(0, 5000)) ?? 'und',
    place: stated.place ?? null,
    publisher: stated.publisher ?? null,
    url: stated.url ?? null,
    licence: stated.licence ?? null,
  };
}

function parseMetadata(text: string): z.infer<typeof MetadataFile> {
  const parsed = MetadataFile.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error).split('\n').join(' '));
}

function firstLine(text: string): string | null {
  const line = text.split('\n').find((candidate) => /[\p{L}\p{N}]/u.test(candidate));
  return line?.replace(/^[#*\s\uFEFF]+|[*\s]+$/g, '').slice(0, 200) ?? null;
}
