/** Reads a corpus from a folder: every subfolder, and every bare transcript file in it, is a document. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { CorpusProblem, SourceCorpus, SourceDocument, SourceFile } from '../source-document.ts';

const FORMATS: Readonly<Record<string, SourceDocument['format']>> = { '.txt': 'text', '.md': 'markdown' };

/** @throws {Error} in one line when the folder itself cannot be read. */
export async function readCorpusFolder(folder: string): Promise<SourceCorpus> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`corpus folder "${folder}" cannot be read: create it, or set LECTERN_CORPUS`, { cause });
  });
  const problems: CorpusProblem[] = [];
  const documents: SourceDocument[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    try {
      const document = entry.isDirectory()
        ? await readDocumentFolder(path, problems)
        : await readBareFile(path);
      if (document) documents.push(document);
    } catch (error) {
      problems.push({ path, reason: reasonOf(error) });
    }
  }
  return { documents, problems };
}

/** Whether a file name is that of a transcript; `README.md` never is. */
export function isTranscriptFile(name: string): boolean {
  return extname(name).toLowerCase() in FORMATS && !/^(readme|licen[cs]e|\.)/i.test(name);
}

function formatOf(path: string): SourceDocument['format'] {
  return FORMATS[extname(path).toLowerCase()] ?? 'text';
}

async function readBareFile(path: string): Promise<SourceDocument | null> {
  if (!isTranscriptFile(basename(path))) return null;
  const id = documentId(basename(path, extname(path)));
  const transcript = await readText(path);
  return { id, transcript, format: formatOf(path), metadata: null, translations: [], anticipated: [] };
}

async function readDocumentFolder(
  folder: string,
  problems: CorpusProblem[],
): Promise<SourceDocument | null> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const candidates = names.filter(isTranscriptFile);
  const chosen = candidates.find((name) => name.startsWith('transcript.')) ?? candidates[0];
  if (!chosen) {
    if (names.length === 0) return null;
    throw new Error('no transcript (.txt or .md) in this folder');
  }
  const path = join(folder, chosen);
  return {
    id: documentId(basename(folder)),
    transcript: await readText(path),
    format: formatOf(path),
    metadata: names.includes('document.json') ? await readText(join(folder, 'document.json')) : null,
    translations: names.includes('translations')
      ? await readFiles(join(folder, 'translations'), isTranscriptFile, problems)
      : [],
    anticipated: names.includes('anticipated') ? await readFiles(join(folder, 'anticipated'), isLines, problems) : [],
  };
}

function isLines(name: string): boolean {
  return extname(name) === '.jsonl';
}

/** A file that cannot be read is told of and left out: what stands beside a transcript must not take it away. */
async function readFiles(
  folder: string,
  isWanted: (name: string) => boolean,
  problems: CorpusProblem[],
): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const name of (await readdir(folder)).filter(isWanted).sort()) {
    const path = join(folder, name);
    try {
      files.push(await readText(path));
    } catch (error) {
      problems.push({ path, reason: reasonOf(error) });
    }
  }
  return files;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Stands in URLs: letters, digits and hyphens of any script. */
export function documentId(name: string): string {
  return name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-');
}

/** @throws {Error} naming the first byte that is not UTF-8. */
export async function readText(path: string): Promise<SourceFile> {
  const bytes = await readFile(path);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    // The byte order mark is kept out: offsets count what a reader sees.
    return { path, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    throw new Error(`${basename(path)} is not valid UTF-8 (byte ${firstBadByte(bytes)}): save it as UTF-8`);
  }
}

function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // Longest prefix that decodes when a cut-off last character is allowed.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
