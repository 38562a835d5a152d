/** Opens the service of this process for evaluation. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PART_NAMES } from '../corpus/corpus-parts.ts';
import { openNode } from '../entries/node.ts';
import { createServiceSystem } from '../evaluation/drivers/service-system.ts';
import { runEval, type OpenedSystem, type OpenSystemOptions } from './eval.ts';
import { ingestProgress } from './progress.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export function runEvalCommand(
  args: readonly string[],
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  return runEval(args, {
    corpusFolder: settings.corpusFolder,
    openSystem: (options) => openSystem(options, settings, terminal),
    print: terminal.print,
    warn: terminal.warn,
  });
}

/** Another corpus than the service's gets an index of its own that is thrown away, so that the service's stays. */
async function openSystem(
  options: OpenSystemOptions,
  settings: Settings,
  terminal: Terminal,
): Promise<OpenedSystem> {
  const { corpusFolder, without } = options;
  const own = corpusFolder === settings.corpusFolder && without.length === 0;
  const dataFolder = own ? settings.dataFolder : await mkdtemp(join(tmpdir(), 'lectern-eval-'));
  const { service, retriever, opened } = await openNode(
    { ...settings, corpusFolder, dataFolder, chat: null },
    { ...ingestProgress(terminal), without, vectorFolder: join(settings.dataFolder, 'cache') },
  );
  const left = without.map((part) => ` without ${PART_NAMES[part]}`).join('');
  const name = `${opened.snapshot.manifest.embedder.id}${left}`;
  return {
    system: createServiceSystem(service, { retriever, name }),
    close: async () => {
      if (!own) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
