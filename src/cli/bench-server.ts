/** The built server as a child process: how long until it answers, what it costs, how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askOverHttp } from './bench-load.ts';
import type { Settings } from './settings.ts';

export interface BenchServer {
  readonly origin: string;
  /** Milliseconds from the start of the process until it listened, and until it had given its first answer. */
  readonly listeningMs: number;
  readonly firstAnswerMs: number;
  /** Null where the system does not tell. */
  usage(): Promise<ProcessUsage | null>;
  stop(): Promise<void>;
}

export interface ProcessUsage {
  readonly rssMegabytes: number;
  readonly peakMegabytes: number;
  readonly cpuMs: number;
}

/** @throws {Error} with the server's own words when it ends before it answers. */
export async function startServer(
  root: string,
  settings: Settings,
  dataFolder: string,
  question: string,
): Promise<BenchServer> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist', 'lectern.js'), 'serve'], {
    env: environmentOf(settings, dataFolder),
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  const ended = once(child, 'exit');
  const origin = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const address = /http:\/\/\S+:\d+/.exec(text)?.[0];
      if (address) resolve(address);
    });
    void ended.then(() => reject(new Error(`the server ended before it listened: ${words.trim()}`)));
  });
  const listeningMs = performance.now() - started;
  await askOverHttp(origin, question);
  return {
    origin,
    listeningMs,
    firstAnswerMs: performance.now() - started,
    usage: () => readUsage(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The settings of this run on a free port, without a chat model: only this machine is measured. */
function environmentOf(settings: Settings, dataFolder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    LECTERN_CORPUS: settings.corpusFolder,
    LECTERN_MODEL: settings.model,
    LECTERN_DATA: dataFolder,
    LECTERN_CHAT_URL: '',
    LECTERN_CHAT_MODEL: '',
  };
}

/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

async function readUsage(pid: number): Promise<ProcessUsage | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const kilobytes = (name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    // Fields are counted after the program's name, which may hold spaces: user time is the 12th, system time the 13th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return {
      rssMegabytes: kilobytes('VmRSS') / 1024,
      peakMegabytes: kilobytes('VmHWM') / 1024,
      cpuMs: (ticks * 1000) / TICKS_A_SECOND,
    };
  } catch {
    return null;
  }
}
