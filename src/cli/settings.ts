/** Settings from the environment, completed once; the README's table lists them. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly corpusFolder: string;
  readonly dataFolder: string;
  /** Folder of a bundled model, or the name of a hub model. */
  readonly model: string;
  readonly modelCache: string;
  readonly offline: boolean;
  readonly chat: { readonly url: string; readonly model: string; readonly key: string | null } | null;
  readonly allowedOrigins: readonly string[];
  readonly frameAncestors: readonly string[];
  readonly feedback: boolean;
  /** Questions answered at the same time; more are refused with 429. */
  readonly concurrency: number;
}

const DEFAULT_MODEL = 'lectern-embed-v3';

/** A setting that cannot be used: names it, its value and what is accepted. */
export class SettingError extends Error {
  override readonly name = 'SettingError';

  constructor(setting: string, value: string, accepted: string) {
    super(`${setting}="${value}" cannot be used: ${accepted}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `root`: folder of the installation, where corpus and models lie by default. @throws {SettingError} */
export function readSettings(environment: Environment, root: string): Settings {
  const text = (name: string, fallback: string): string => environment[name]?.trim() || fallback;
  return {
    port: wholeNumber(environment, 'PORT', 8787, 65_535),
    host: text('HOST', '127.0.0.1'),
    corpusFolder: text('LECTERN_CORPUS', join(root, 'corpus')),
    dataFolder: text('LECTERN_DATA', join(root, 'data')),
    model: text('LECTERN_MODEL', join(root, 'models', DEFAULT_MODEL)),
    modelCache: text('LECTERN_MODEL_CACHE', join(root, 'data', 'models')),
    offline: text('LECTERN_OFFLINE', '1') !== '0',
    chat: chatSettings(environment),
    allowedOrigins: list(text('LECTERN_ORIGINS', '*')),
    frameAncestors: list(text('LECTERN_FRAME_ANCESTORS', '')),
    feedback: text('LECTERN_FEEDBACK', '0') === '1',
    concurrency: wholeNumber(environment, 'LECTERN_CONCURRENCY', 64 * availableParallelism(), 100_000),
  };
}

function list(value: string): string[] {
  return value.split(',').flatMap((part) => part.trim() || []);
}

function wholeNumber(environment: Environment, name: string, fallback: number, limit: number): number {
  const value = environment[name]?.trim();
  if (!value) return fallback;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= limit) return number;
  throw new SettingError(name, value, `a whole number from 0 to ${limit} is accepted`);
}

function chatSettings(environment: Environment): Settings['chat'] {
  const url = environment['LECTERN_CHAT_URL']?.trim();
  const model = environment['LECTERN_CHAT_MODEL']?.trim();
  if (!url && !model) return null;
  if (!url)
    throw new SettingError('LECTERN_CHAT_URL', '', 'LECTERN_CHAT_MODEL needs the address of its server');
  if (!model) throw new SettingError('LECTERN_CHAT_MODEL', '', 'LECTERN_CHAT_URL needs the name of a model');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new SettingError('LECTERN_CHAT_URL', url, 'an http or https address is accepted');
  }
  return { url, model, key: environment['LECTERN_CHAT_KEY']?.trim() || null };
}
