/** `lectern push`: its command line. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCloudflareApi } from '../index/drivers/cloudflare-api.ts';
import { createFolderStore } from '../index/drivers/folder-store.ts';
import { pushSnapshot } from './push.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

const USAGE = `Usage: lectern push [--bucket NAME] [--vectors INDEX]

Uploads the current index to an R2 bucket (default lectern-snapshots) and, with --vectors, to a Vectorize index.
May be stopped anywhere and run again. Needs CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN.`;

export async function runPush(
  args: readonly string[],
  { dataFolder }: Settings,
  terminal: Terminal,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { bucket: { type: 'string' }, vectors: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    terminal.print(USAGE);
    return 0;
  }
  const report = await pushSnapshot({
    source: createFolderStore(dataFolder),
    api: createCloudflareApi({
      accountId: needed('CLOUDFLARE_ACCOUNT_ID'),
      token: needed('CLOUDFLARE_API_TOKEN'),
    }),
    bucket: values.bucket ?? 'lectern-snapshots',
    vectorIndex: values.vectors ?? null,
    journal: join(dataFolder, 'push.json'),
  });
  terminal.print(
    `pushed ${report.fingerprint}: ${report.filesSent} files, ${report.vectorsSent} vectors sent`,
  );
  return 0;
}

function needed(name: string): string {
  const value = process.env[name]?.trim();
  if (!value) throw new Error(`${name} is not set: lectern push needs it`);
  return value;
}
