/** `lectern serve`: ingests what is new, then answers over HTTP until it is told to stop. */
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve as listen, type ServerType } from '@hono/node-server';
import { openNode } from '../entries/node.ts';
import { createApp } from '../http/app.ts';
import type { Asset, AppOptions } from '../http/app-options.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { ingestProgress } from './progress.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
/** How long requests in flight may go on after the signal to stop. */
const GRACE_MS = 5000;

/** Exit status; resolves when the server has ended. `distFolder` holds the widget and page files. */
export async function runServe(settings: Settings, distFolder: string, terminal: Terminal): Promise<number> {
  const { service, opened } = await openNode(settings, {
    ...ingestProgress(terminal),
    onNotice: (notice) => terminal.warn(notice),
  });
  for (const { path, reason } of opened.problems) terminal.warn(`${path}: ${reason}`);
  const options: AppOptions = {
    service,
    asset: assetReader(distFolder),
    allowedOrigins: settings.allowedOrigins,
    frameAncestors: settings.frameAncestors,
    onError: (error) => terminal.warn(error instanceof Error ? error.message : String(error)),
    ...(settings.feedback ? { onFeedback: feedbackWriter(settings.dataFolder) } : {}),
  };
  const app = createApp(options);
  const server = await start(limitConcurrency(app.fetch, settings.concurrency), settings);
  const { documents, passages } = opened.snapshot.library;
  terminal.print(`Lectern answers at http://${settings.host}:${portOf(server)}`);
  terminal.print(
    `${documents.size} documents, ${passages.length} passages, index ${service.indexName}. Ctrl-C stops.`,
  );
  return stopped(server);
}

function assetReader(folder: string): AppOptions['asset'] {
  const kept = new Map<string, Asset>();
  return async (path) => {
    const known = kept.get(path);
    if (known) return known;
    const file = join(folder, path);
    if (!existsSync(file)) return null;
    const extension = path.slice(path.lastIndexOf('.'));
    const asset = { body: await readFile(file), contentType: TYPES[extension] ?? 'application/octet-stream' };
    kept.set(path, asset);
    return asset;
  };
}

function feedbackWriter(dataFolder: string): NonNullable<AppOptions['onFeedback']> {
  return async (feedback) => {
    await mkdir(dataFolder, { recursive: true });
    const line = JSON.stringify({ ...feedback, at: new Date().toISOString() });
    await appendFile(join(dataFolder, 'feedback.jsonl'), `${line}\n`);
  };
}

function start(fetch: Parameters<typeof listen>[0]['fetch'], { port, host }: Settings): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname: host }, () => resolve(server));
    server.on('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is in use: stop the other program or choose another with PORT=…`,
    EACCES: `port ${port} needs more rights: choose one above 1023 with PORT=…`,
    EADDRNOTAVAIL: `HOST="${host}" is no address of this machine`,
    ENOTFOUND: `HOST="${host}" cannot be found`,
  };
  return new Error(reasons[error.code ?? ''] ?? error.message, { cause: error });
}

function portOf(server: ServerType): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Ends on SIGINT and SIGTERM: no new requests, those in flight are finished or cut after the grace time. */
function stopped(server: ServerType): Promise<number> {
  return new Promise((resolve) => {
    const stop = (): void => {
      server.close(() => resolve(0));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS).unref();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
