/** Clients that ask over HTTP on this machine: a bounded number of questions, each client one at a time. */
import { Agent, request } from 'node:http';
import { summarise, type Summary } from './bench-statistics.ts';

export interface LoadResult {
  readonly clients: number;
  readonly latency: Summary;
  readonly requestsPerSecond: number;
}

const agent = new Agent({ keepAlive: true });

/** The body of the answer. @throws {Error} for any status but 200. */
export function askOverHttp(origin: string, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ question });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request(`${origin}/ask`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else
          reject(
            new Error(`"${question}" was answered with status ${response.statusCode}: ${text.slice(0, 200)}`),
          );
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** `total` requests by `clients` at once; every client takes the next question that nobody has taken. */
export async function runLoad(
  origin: string,
  questions: readonly string[],
  clients: number,
  total: number,
): Promise<LoadResult> {
  const durations: number[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    for (let at = next++; at < total; at = next++) {
      const started = performance.now();
      await askOverHttp(origin, questions[at % questions.length] ?? '');
      durations.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = performance.now() - started;
  return { clients, latency: summarise(durations), requestsPerSecond: (total * 1000) / elapsed };
}

/** Open connections would keep the server from ending at once. */
export function closeConnections(): void {
  agent.destroy();
}
