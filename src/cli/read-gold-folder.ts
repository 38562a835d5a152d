/** Gold questions and conversations of every document in a corpus folder. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { documentId, readText } from '../corpus/drivers/folder.ts';
import { GoldError } from '../evaluation/gold-error.ts';
import { parseGoldDialogues, parseGoldQuestions, type GoldSet } from '../evaluation/gold-question.ts';

/** Beside the gold that calibration sees a document may have some that it never does. */
export type GoldPlace = '.' | 'held-out';

/** Documents without gold are left out. @throws {GoldError} in one line, also where there is no gold at all. */
export async function readGoldFolder(folder: string, place: GoldPlace = '.'): Promise<GoldSet[]> {
  const sets: GoldSet[] = [];
  for (const name of await namesIn(folder)) {
    const set = await readGoldSet(join(folder, name, place), documentId(name));
    if (set.questions.length + set.dialogues.length > 0) sets.push(set);
  }
  if (sets.length > 0) return sets;
  throw new GoldError(
    { file: folder },
    `no gold questions: they are expected in ${join('<document>', place, 'questions', '<language>.jsonl')}`,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  } catch (error) {
    throw new GoldError({ file: folder }, 'the corpus folder cannot be read', { cause: error });
  }
}

async function readGoldSet(folder: string, document: string): Promise<GoldSet> {
  const namesOf = (path: string): Promise<string[]> => readdir(path).catch(() => []);
  const names = await namesOf(join(folder, 'questions'));
  const files = names.filter((name) => name.endsWith('.jsonl')).sort();
  const questions = [];
  for (const name of files) {
    const path = join(folder, 'questions', name);
    questions.push(...parseGoldQuestions(await readGoldFile(path), path));
  }
  const dialogueFile = join(folder, 'dialogues.jsonl');
  const hasDialogues = (await namesOf(folder)).includes('dialogues.jsonl');
  const dialogues = hasDialogues ? parseGoldDialogues(await readGoldFile(dialogueFile), dialogueFile) : [];
  return { document, questions, dialogues };
}

async function readGoldFile(path: string): Promise<string> {
  try {
    return (await readText(path)).text;
  } catch (error) {
    throw new GoldError({ file: path }, error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
