/** A thread that embeds what it is sent, with the WASM driver of the model in the folder that it is started with. */
import { parentPort, workerData } from 'node:worker_threads';
import { createWasmEmbedderFromFolder } from '../embedding/drivers/wasm-folder.ts';
import type { ThreadReply, ThreadTask } from '../embedding/drivers/wasm-threads.ts';

const embedder = await createWasmEmbedderFromFolder(String(workerData));

parentPort?.on('message', (task: ThreadTask) => void reply(task));

async function reply({ texts, role }: ThreadTask): Promise<void> {
  const vectors = await embedder.embed(texts, role);
  const rows = new Float32Array(vectors.length * embedder.dimensions);
  for (const [at, vector] of vectors.entries()) rows.set(vector, at * embedder.dimensions);
  const message: ThreadReply = { rows };
  parentPort?.postMessage(message, [rows.buffer]);
}
