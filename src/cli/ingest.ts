/** `lectern ingest`: brings the index up to date; named files first become documents of the corpus. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentId, isTranscriptFile, readText } from '../corpus/drivers/folder.ts';
import { documentMetadata } from '../corpus/document-metadata.ts';
import { openNode } from '../entries/node.ts';
import { explainTranscript } from '../transcript/explain-transcript.ts';
import { ingestProgress } from './progress.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** Exit status 1 when something of the corpus could not be used. */
export async function runIngest(
  args: readonly string[],
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { explain: { type: 'boolean' }, rebuild: { type: 'boolean' } },
  });
  for (const file of positionals) terminal.print(`added ${await addToCorpus(file, settings.corpusFolder)}`);
  const { opened } = await openNode(settings, {
    ...ingestProgress(terminal),
    ...(values.rebuild ? { rebuild: true } : {}),
    onNotice: (notice) => terminal.warn(notice),
  });
  const { library, manifest } = opened.snapshot;
  if (values.explain) {
    for (const document of library.documents.values()) {
      terminal.print(`${document.id}: ${document.title}`);
      for (const line of explainTranscript(document.transcript)) terminal.print(`  ${line}`);
    }
  }
  const { documents, passages, windows, questions } = manifest.counts;
  const work = opened.embedded === null ? 'nothing to do' : `${opened.embedded} texts embedded`;
  const found = `${documents} documents, ${passages} passages, ${windows} windows, ${questions} anticipated questions`;
  terminal.print(`${found}; ${work}`);
  for (const { path, reason } of opened.problems) terminal.warn(`${path}: ${reason}`);
  return opened.problems.some(({ reason }) => !reason.startsWith('no ')) ? 1 : 0;
}

/** Copies a transcript into a folder of its own, with what is known about it. */
async function addToCorpus(file: string, corpusFolder: string): Promise<string> {
  if (!isTranscriptFile(basename(file)))
    throw new Error(`"${file}" is no transcript: .txt and .md are accepted`);
  if (!existsSync(file)) throw new Error(`"${file}" cannot be found`);
  const transcript = await readText(file);
  const extension = extname(file).toLowerCase();
  const id = documentId(basename(file, extname(file)));
  const folder = join(corpusFolder, id);
  if (existsSync(folder))
    throw new Error(`the corpus already has "${id}": change the files in ${folder}, or rename yours`);
  const format = extension === '.md' ? 'markdown' : 'text';
  const metadata = documentMetadata({
    id,
    transcript,
    format,
    metadata: null,
    translations: [],
    anticipated: [],
  });
  await mkdir(folder, { recursive: true });
  await copyFile(file, join(folder, `transcript${extension}`));
  const { title, date, language } = metadata;
  await writeFile(join(folder, 'document.json'), `${JSON.stringify({ title, date, language }, null, 2)}\n`);
  return folder;
}
