/** Runs the built program as a person would: child processes with folders of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = join(ROOT, 'dist/lectern.js');
export const BRIEFING = '2025-sco-tianjin-briefing';

export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves with all that was written, when the process has ended. */
  readonly ended: Promise<Ended>;
  /** Standard error so far. */
  stderr(): string;
}

/** A folder for one test file, with `corpus` and `data` inside. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-e2e-'));
  mkdirSync(join(folder, 'corpus'));
  return folder;
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** The bundled briefing with a few of its translations, so that ingestion takes seconds. */
export function copyBriefing(folder: string, languages: readonly string[]): void {
  const [from, to] = [join(ROOT, 'corpus', BRIEFING), join(folder, 'corpus', BRIEFING)];
  mkdirSync(join(to, 'translations'), { recursive: true });
  for (const file of [
    'transcript.txt',
    'document.json',
    ...languages.map((tag) => `translations/${tag}.md`),
  ]) {
    cpSync(join(from, file), join(to, file));
  }
}

export function start(args: readonly string[], folder: string, environment: Environment = {}): Running {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: run "npm run build"`);
  const own = { LECTERN_CORPUS: join(folder, 'corpus'), LECTERN_DATA: join(folder, 'data'), NO_COLOR: '1' };
  const inherited = Object.entries(process.env).filter(([name]) => !/^(LECTERN_|PORT$|HOST$)/.test(name));
  const env = { ...Object.fromEntries(inherited), ...own, ...environment };
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(() => ({ status: child.exitCode, stdout, stderr }));
  return { child, ended, stderr: () => stderr };
}

export function run(args: readonly string[], folder: string, environment: Environment = {}): Promise<Ended> {
  return start(args, folder, environment).ended;
}

export interface Server extends Running {
  readonly origin: string;
  /** Ends it by the signal. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

/** Resolves when the address is printed; rejects with the program's own words when it ends before. */
export async function serve(folder: string, environment: Environment = {}): Promise<Server> {
  const running = start(['serve'], folder, { PORT: '0', ...environment });
  const origin = await new Promise<string>((resolve, reject) => {
    let text = '';
    running.child.stdout?.on('data', (chunk: string) => {
      text += chunk;
      const address = /http:\/\/\S+:\d+/.exec(text)?.[0];
      if (address) resolve(address);
    });
    void running.ended.then(({ status, stderr }) => reject(new Error(`ended with ${status}: ${stderr}`)));
  });
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> => {
    running.child.kill(signal);
    return running.ended;
  };
  return { ...running, origin, stop };
}

/** What a person reads as the failure: beside the progress of ingestion one line, and no trace of where in the code. */
export function failureLine({ status, stderr }: Ended): string {
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => !/^lectern: embedded \d+ texts/.test(line));
  if (status !== 1 || lines.length !== 1) throw new Error(`status ${status}, not one line:\n${stderr}`);
  if (/\n\s+at |\.js:\d+/.test(stderr)) throw new Error(`a stack trace:\n${stderr}`);
  return lines[0] ?? '';
}
