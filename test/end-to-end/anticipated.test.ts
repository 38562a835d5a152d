/** Anticipated questions from a file in the corpus to an answer over HTTP. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AskResponse } from '../../src/http/contract.ts';
import { HARBOUR_TEXT } from '../fakes/sample-documents.ts';
import { remove, run, serve, temporaryFolder, type Server } from './lectern.ts';

const JOBS = 'About 250 people will work there.';
/** As many questions as the text has sentences: a full list. */
const ROWS = [
  {
    quote: JOBS,
    questions: ['What does the terminal do for employment in the region?', 'How many jobs are there?'],
  },
  { quote: 'Most of them live in the old town.', questions: ['Where do the workers come from?'] },
  { quote: 'It cost nothing.', questions: ['Was it free?'] },
  {
    quote: 'The new quay is 420 metres long.',
    questions: ['How big is the new quay?', 'What is its length?'],
  },
  { quote: 'It cost 31 million crowns.', questions: ['How much money did the quay take?'] },
  { quote: 'Work began in March 2023.', questions: ['When did building start?'] },
  {
    quote: 'The ferry line opens on 4 May.',
    questions: ['When can we take the ferry?', 'First day of the ferry?'],
  },
  { quote: 'Two ships will sail every hour.', questions: ['How often does the ferry go?'] },
  { quote: 'In winter one ship will sail every two hours.', questions: ['Is there a ferry in winter?'] },
  {
    quote: 'Ice breakers will keep the way open.',
    questions: ['What about the ice?', 'How is ice cleared?'],
  },
  { quote: null, questions: ['Which company built the new quay?', 'What will a ticket for the ferry cost?'] },
  {
    after: 'The ferry line opens on 4 May.',
    quote: null,
    questions: ['And who steers it?', 'Who is the captain?', 'With which captain?', 'And the crew?'],
  },
  {
    after: 'The ferry line opens on 4 May.',
    quote: 'Two ships will sail every hour.',
    questions: ['And how often?', 'How many ships?', 'Every hour?', 'At what intervals?'],
  },
];

const folder = temporaryFolder();
let server: Server;
beforeAll(() => {
  mkdirSync(join(folder, 'corpus/harbour/anticipated'), { recursive: true });
  writeFileSync(join(folder, 'corpus/harbour/transcript.txt'), HARBOUR_TEXT);
  const lines = ROWS.map((row) => JSON.stringify(row)).join('\n');
  writeFileSync(join(folder, 'corpus/harbour/anticipated/en.jsonl'), lines);
});
afterAll(async () => {
  await server.stop();
  remove(folder);
});

async function ask(question: string, ...before: string[]): Promise<AskResponse> {
  const conversation = before.map((content) => ({ role: 'user', content }));
  const body = JSON.stringify({ question, conversation });
  const response = await fetch(`${server.origin}/ask`, { method: 'POST', body });
  return AskResponse.parse(await response.json());
}

describe('anticipated questions', { timeout: 180_000 }, () => {
  it('are taken in with the corpus, and a line that cannot be placed is told', async () => {
    const { status, stdout, stderr } = await run(['ingest'], folder);
    expect(stdout).toContain('13 anticipated questions');
    expect(stderr).toContain('anticipated/en.jsonl: line 3: "It cost nothing." is not in the transcript');
    expect(status).toBe(1);
    server = await serve(folder);
  });

  it('lead a question that shares no word with the text to its answer, and are not shown', async () => {
    const answer = await ask('What does the terminal do for employment in this region?');
    expect(answer.citations[0]?.quote).toBe(JOBS);
    expect(answer.citations[0]?.speaker?.name).toBe('Anna Lind');
    const document = await (await fetch(`${server.origin}/documents/harbour`)).text();
    for (const { questions } of ROWS)
      for (const question of questions) expect(JSON.stringify(answer) + document).not.toContain(question);
  });

  it('tell of follow-ups too what is answered and what is left open', async () => {
    const first = 'When can we take the ferry?';
    expect((await ask(first)).answer).toContain('4 May');
    expect((await ask('And how many ships?', first)).answer).toContain('Two ships');
    expect((await ask('And who is its captain?', first)).status).toBe('abstained');
  });

  it('make what is left open refused, and nothing beside it', async () => {
    expect((await ask('Which company has built the new quay?')).status).toBe('abstained');
    expect((await ask('How long is the new quay?')).answer).toContain('420 metres');
  });
});
