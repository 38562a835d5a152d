/** The gold questions put to the Worker: the answers that Node gives, from another driver of the model and another index. */
import { exports } from 'cloudflare:workers';
import { describe, expect, inject, it } from 'vitest';
import type { AskResponse } from '../../src/http/contract.ts';
import { essenceOf } from './answer-essence.ts';

/** Required share of questions with identical decision, language and citations. */
const REQUIRED = 0.99;

async function askWorker(question: object, visitor: number): Promise<AskResponse> {
  const headers = { 'Content-Type': 'application/json', 'CF-Connecting-IP': `198.51.100.${visitor}` };
  const init = { method: 'POST', headers, body: JSON.stringify(question) };
  const response = await exports.default.fetch(new Request('https://lectern.example/ask', init));
  return (await response.json()) as AskResponse;
}

describe('the gold questions', () => {
  it('get the same answers from the Worker as from Node', async () => {
    const asked = inject('goldAnswers');
    expect(asked.length).toBeGreaterThan(500);
    const different: string[] = [];
    for (const [index, { id, question, essence }] of asked.entries()) {
      const answer = await askWorker({ question }, index % 250);
      if (essenceOf(answer) !== essence)
        different.push(`${id}: Node ${essence}, Worker ${essenceOf(answer)}`);
    }
    const share = 1 - different.length / asked.length;
    console.log(
      `gold questions: ${asked.length}, identical on Node and Workers: ${(share * 100).toFixed(2)} %`,
    );
    expect(share, different.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(REQUIRED);
  }, 600_000);
});
