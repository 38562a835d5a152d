/** Files that `lectern eval` is given and makes. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './eval-options.ts';

/** @throws {UsageError} when the file cannot be read. */
export async function readInput(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path}: cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Makes the folder where it is missing; with `keep`, a file that exists is not written over.
 * @returns the path, as it is told to the user. @throws {UsageError} when the file cannot be written.
 */
export async function writeOutput(path: string, text: string, { keep = false } = {}): Promise<string> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: keep ? 'wx' : 'w' });
    return path;
  } catch (error) {
    throw new UsageError(`${path}: cannot be written: ${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
