/** `lectern doctor`: says what works on this machine, and what to do about what does not. */
import { createServer } from 'node:net';
import { readCorpusFolder } from '../corpus/drivers/folder.ts';
import { createTransformersEmbedder } from '../embedding/drivers/transformers.ts';
import { createFolderStore } from '../index/drivers/folder-store.ts';
import { hnswlibAvailable } from '../index/drivers/hnswlib.ts';
import { readCalibration } from './calibration-file.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** `remark` is of use, not needed; `fault` keeps Lectern from answering. */
interface Finding {
  readonly kind: 'ok' | 'remark' | 'fault';
  readonly text: string;
}

/** Exit status 1 when something keeps Lectern from answering. */
export async function runDoctor(settings: Settings, terminal: Terminal): Promise<number> {
  const findings: Finding[] = [
    { kind: 'ok', text: `Node ${process.version} on ${process.platform}-${process.arch}` },
  ];
  for (const check of [
    checkModel,
    checkCalibration,
    checkGraph,
    checkCorpus,
    checkIndex,
    checkPort,
    checkChat,
  ]) {
    findings.push(await check(settings));
  }
  const marks = { ok: 'ok    ', remark: 'note  ', fault: 'FAULT ' } as const;
  for (const { kind, text } of findings) terminal.print(marks[kind] + text);
  return findings.some(({ kind }) => kind === 'fault') ? 1 : 0;
}

function fault(error: unknown): Finding {
  return { kind: 'fault', text: error instanceof Error ? error.message : String(error) };
}

async function checkModel({ model, modelCache, offline }: Settings): Promise<Finding> {
  try {
    const embedder = await createTransformersEmbedder({ model, cacheFolder: modelCache, offline });
    const started = performance.now();
    await embedder.embed(['How many volunteers were chosen?'], 'query');
    const took = (performance.now() - started).toFixed(1);
    return {
      kind: 'ok',
      text: `model ${embedder.id}, ${embedder.dimensions} dimensions, a question takes ${took} ms`,
    };
  } catch (error) {
    return fault(error);
  }
}

async function checkCalibration(settings: Settings): Promise<Finding> {
  try {
    await readCalibration(settings);
    return { kind: 'ok', text: 'the model is calibrated' };
  } catch (error) {
    return fault(error);
  }
}

async function checkGraph(): Promise<Finding> {
  const { available, reason } = await hnswlibAvailable();
  if (available) return { kind: 'ok', text: 'hnswlib-node is installed: HNSW search' };
  return { kind: 'remark', text: `hnswlib-node is not available, exact search takes over (${reason})` };
}

async function checkCorpus({ corpusFolder }: Settings): Promise<Finding> {
  try {
    const { documents, problems } = await readCorpusFolder(corpusFolder);
    const [problem] = problems;
    if (problem) return { kind: 'remark', text: `${problem.path}: ${problem.reason}` };
    if (documents.length === 0)
      return { kind: 'fault', text: `the corpus ${corpusFolder} is empty: add a transcript` };
    return { kind: 'ok', text: `corpus ${corpusFolder} holds ${documents.length} documents` };
  } catch (error) {
    return fault(error);
  }
}

async function checkIndex({ dataFolder }: Settings): Promise<Finding> {
  const store = createFolderStore(dataFolder);
  const fingerprint = await store.current();
  if (!fingerprint)
    return { kind: 'remark', text: `no index in ${dataFolder} yet: the first start makes it` };
  try {
    const manifest = await store.readManifest(fingerprint);
    for (const name of Object.keys(manifest.files)) await store.readFile(manifest, name);
    return { kind: 'ok', text: `index ${fingerprint} is whole, ${manifest.counts.windows} windows` };
  } catch (error) {
    return {
      kind: 'remark',
      text: `${error instanceof Error ? error.message : String(error)}, or start the service`,
    };
  }
}

function checkPort({ port, host }: Settings): Promise<Finding> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const text = `port ${port} on ${host} cannot be used (${error.code}): choose another with PORT=…`;
      resolve({ kind: 'remark', text });
    });
    probe.listen(port, host, () =>
      probe.close(() => resolve({ kind: 'ok', text: `port ${port} on ${host} is free` })),
    );
  });
}

async function checkChat({ chat }: Settings): Promise<Finding> {
  if (!chat) return { kind: 'ok', text: 'no chat model set: answers are quotations' };
  try {
    const response = await fetch(`${chat.url.replace(/\/$/, '')}/models`, {
      signal: AbortSignal.timeout(3000),
    });
    return { kind: 'ok', text: `chat server ${chat.url} answers with status ${response.status}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: 'remark',
      text: `chat server ${chat.url} cannot be reached (${reason}): answers fall back to quotations`,
    };
  }
}
