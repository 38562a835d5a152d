#!/usr/bin/env node
/** `lectern`: reads the command line and runs one command; every failure is one line that says what mends it. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSettings, type Settings } from './settings.ts';
import { processTerminal as terminal } from './terminal.ts';

const DIST = dirname(fileURLToPath(import.meta.url));
const ROOT = join(DIST, '..');

const USAGE = `Usage: lectern <command>

  serve               ingest what is new, then answer over HTTP
  ask "QUESTION"      answer one question here            (--json, --language TAG, --document ID)
  ingest [FILE…]      bring the index up to date; files become documents of the corpus (--explain, --rebuild)
  eval                put the gold questions to the service (--help)
  calibrate           fit ranking and decision to the gold questions (--dry-run)
  bench               measure speed and memory, write docs/benchmarks.md
  doctor              say what works on this machine
  push                upload the index to Cloudflare       (--help)

Settings come from the environment; the README lists them.`;

type Command = (args: readonly string[], settings: Settings) => Promise<number>;

/** Loaded when called, so that no command waits for the packages of another. */
const COMMANDS: Readonly<Record<string, Command>> = {
  serve: async (args, settings) => {
    refuseOptions(args);
    return (await import('./serve.ts')).runServe(settings, DIST, terminal);
  },
  ask: async (args, settings) => (await import('./ask.ts')).runAsk(args, settings, terminal),
  ingest: async (args, settings) => (await import('./ingest.ts')).runIngest(args, settings, terminal),
  eval: async (args, settings) => (await import('./open-system.ts')).runEvalCommand(args, settings, terminal),
  calibrate: async (args, settings) =>
    (await import('./calibrate.ts')).runCalibrate(args, settings, terminal),
  bench: async (args, settings) => (await import('./bench.ts')).runBench(args, settings, ROOT, terminal),
  doctor: async (args, settings) => {
    refuseOptions(args);
    return (await import('./doctor.ts')).runDoctor(settings, terminal);
  },
  push: async (args, settings) => (await import('./push-command.ts')).runPush(args, settings, terminal),
};

/** For commands that have none: a slip must not start a service. */
function refuseOptions(args: readonly string[]): void {
  parseArgs({ args: [...args], options: {} });
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    terminal.print(USAGE);
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    terminal.warn(`there is no command "${name}"\n${USAGE}`);
    return 2;
  }
  if (!OWN_HELP.has(name) && args.some((arg) => arg === '--help' || arg === '-h')) {
    terminal.print(USAGE);
    return 0;
  }
  return command(args, readSettings(process.env, ROOT));
}

/** They have more options than fit the usage. */
const OWN_HELP: ReadonlySet<string> = new Set(['eval', 'push']);

/** An option that a command does not have is the caller's slip, though Node reports it as a TypeError. */
function isExpected(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return true;
  return !(error instanceof TypeError || error instanceof RangeError);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (process.env['LECTERN_DEBUG']) throw error;
  terminal.warn(
    isExpected(error) ? error.message : `internal fault: ${String(error)} (LECTERN_DEBUG=1 shows where)`,
  );
  process.exitCode = 1;
}
// Native threads of the model's runtime would keep a finished process alive.
process.exit();
