/** The arithmetic of the benchmark: percentiles that were measured, samples that are spread, clients that stop. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { closeConnections, runLoad } from '../../src/cli/bench-load.ts';
import { benchReport, type BenchResults } from '../../src/cli/bench-report.ts';
import { spread, summarise, table, timeEach } from '../../src/cli/bench-statistics.ts';
import { benchVectors, clusteredVectors } from '../../src/cli/bench-vectors.ts';

describe('summarise', () => {
  it('gives nearest-rank percentiles, whatever the order', () => {
    const durations = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(summarise(durations)).toEqual({ count: 100, mean: 50.5, p50: 50, p95: 95, p99: 99 });
    expect(summarise([7])).toEqual({ count: 1, mean: 7, p50: 7, p95: 7, p99: 7 });
    expect(() => summarise([])).toThrow('nothing was measured');
  });

  it('counts each item once, the warm-up not at all', async () => {
    const seen: number[] = [];
    const { count } = await timeEach([1, 2, 3], async (item) => void seen.push(item), 2);
    expect([count, seen]).toEqual([3, [1, 2, 1, 2, 3]]);
  });

  it('spreads a sample over the whole', () => {
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([0, 3, 6]);
    expect(spread([1, 2], 5)).toEqual([1, 2]);
  });

  it('makes a table that GitHub renders', () => {
    expect(table(['a', 'b'], [['x', '1']])).toBe('| a | b |\n| --- | ---: |\n| x | 1 |');
  });
});

let server: Server | null = null;
afterEach(() => {
  closeConnections();
  server?.close();
});

async function listen(status: number, seen: string[]): Promise<string> {
  let [running, most] = [0, 0];
  server = createServer((request, response) => {
    running += 1;
    most = Math.max(most, running);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push((JSON.parse(body) as { question: string }).question);
      setTimeout(() => {
        running -= 1;
        response.writeHead(status).end(JSON.stringify({ most }));
      }, 2);
    });
  });
  await new Promise((resolve) => server?.listen(0, '127.0.0.1', () => resolve(null)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('runLoad', () => {
  it('asks exactly as often as it is told, in turn, with so many clients', async () => {
    const seen: string[] = [];
    const origin = await listen(200, seen);
    const result = await runLoad(origin, ['为什么？', 'Why?'], 4, 21);
    expect(result.latency.count).toBe(21);
    expect(seen).toHaveLength(21);
    expect(seen.filter((question) => question === '为什么？')).toHaveLength(11);
    expect(result.requestsPerSecond).toBeGreaterThan(0);
  });

  it('does not count refusals as answers', async () => {
    const origin = await listen(429, []);
    await expect(runLoad(origin, ['Why?'], 1, 2)).rejects.toThrow('"Why?" was answered with status 429');
  });
});

describe('benchVectors', () => {
  it('gives the same normalised vectors for a seed, and finds most neighbours', async () => {
    expect(clusteredVectors(20, 8, 1)).toEqual(clusteredVectors(20, 8, 1));
    expect(clusteredVectors(20, 8, 1)).not.toEqual(clusteredVectors(20, 8, 2));
    const { exact, graph, reason } = await benchVectors(500, 16, 10);
    expect(exact.count).toBe(10);
    if (graph) expect(graph.recall).toBeGreaterThan(0.9);
    else expect(reason).not.toBe('');
  });
});

describe('benchReport', () => {
  const summary = summarise([1, 2, 3]);
  const results: BenchResults = {
    machine: {
      date: '2026-01-02 03:04',
      command: 'npm run bench',
      processor: 'P',
      cores: 2,
      memoryGigabytes: 8,
      system: 'S',
      node: 'v20',
      loadBefore: 0.1,
      model: 'm@1',
    },
    starts: [{ name: 'cold', listeningMs: 900, firstAnswerMs: 1234, usage: null }],
    ingestion: {
      documents: 1,
      passages: 10,
      windows: 100,
      coldMs: 5000,
      embedded: 100,
      embeddingMs: 4000,
      cachedMs: 800,
    },
    load: [{ clients: 8, latency: summary, requestsPerSecond: 151.4, cpuMs: null }],
    usage: { rssMegabytes: 300.4, peakMegabytes: 310, cpuMs: 1 },
    stages: [{ name: 'embed', summary }],
    vectors: { size: 10, dimensions: 4, exact: summary, graph: null, reason: 'not installed' },
    large: {
      passages: 1000,
      windows: 9000,
      questions: 0,
      index: 'exact',
      stages: [{ name: 'all of it', summary }],
    },
    langchain: 'not installed',
  };

  it('names machine, date and command, and says what was not measured and why', () => {
    const report = benchReport(results);
    for (const words of [
      'npm run bench',
      '2026-01-02 03:04',
      'P, 2 cores',
      'm@1',
      '1.23 s',
      '25.0',
      '151',
      '300 MB resident',
    ])
      expect(report).toContain(words);
    expect(report).toContain('hnswlib was not measured: not installed.');
    expect(report).toContain('Not measured: not installed.');
    expect(report).not.toMatch(/undefined|NaN|busy/);
  });

  it('says so when the machine was busy', () => {
    expect(benchReport({ ...results, machine: { ...results.machine, loadBefore: 7 } })).toContain(
      'The machine was busy',
    );
  });
});
