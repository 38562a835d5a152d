/** The real server, the real model, the real briefing: asked in four languages, every citation checked against the text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AskResponse, DocumentDetail, Health, Problem } from '../../src/http/contract.ts';
import { BRIEFING, copyBriefing, remove, serve, temporaryFolder, type Server } from './lectern.ts';

const folder = temporaryFolder();
let server: Server;
let document: DocumentDetail;
beforeAll(async () => {
  copyBriefing(folder, ['en', 'ru', 'ar']);
  server = await serve(folder);
  document = DocumentDetail.parse(await (await fetch(`${server.origin}/documents/${BRIEFING}`)).json());
}, 300_000);
afterAll(async () => {
  await server?.stop('SIGKILL');
  remove(folder);
});

async function ask(body: object, headers: Record<string, string> = {}): Promise<AskResponse> {
  const response = await fetch(`${server.origin}/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return AskResponse.parse(await response.json());
}

/** Everything that a citation claims, looked up in the document that the server itself serves. */
function expectProven(response: AskResponse): void {
  expect(response.citations.length).toBeGreaterThan(0);
  for (const { quote, start, end, turn, speaker, inReplyTo } of response.citations) {
    expect(document.text.slice(start, end)).toBe(quote);
    const cited = document.turns.find(({ id }) => id === turn.id);
    expect(cited && cited.start <= start && end <= cited.end).toBe(true);
    expect(cited?.kind).toMatch(/^(statement|answer)$/);
    expect(speaker).toEqual(cited?.speaker);
    expect(inReplyTo?.turn ?? null).toBe(cited?.inReplyTo ?? null);
    const question = document.turns.find(({ id }) => id === inReplyTo?.turn);
    if (question) expect(inReplyTo?.text).toBe(document.text.slice(question.start, question.end));
    expect(quote).not.toMatch(/展开全文|okex|©|评论/);
  }
  for (const [, marker] of response.answer.matchAll(/\[(\d+)\]/g)) {
    expect(response.citations.some((citation) => citation.marker === Number(marker))).toBe(true);
  }
}

const QUESTIONS = [
  ['zh', '从高校选拔了多少名志愿者？', '志愿者'],
  ['en', 'How many volunteers were selected from universities?', 'volunteers'],
  ['ru', 'Сколько волонтёров отобрали из университетов?', 'волонт'],
  ['ar', 'كم عدد المتطوعين الذين تم اختيارهم من الجامعات؟', 'متطوع'],
] as const;

describe('asked about the briefing', () => {
  it.each(QUESTIONS)('answers in %s with the place that proves it', async (language, question, word) => {
    const response = await ask({ question });
    expect(response).toMatchObject({ status: 'answered', language });
    expect(response.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(response.answer).toContain(word);
    expect(response.citations.some(({ quote }) => quote.includes('998名志愿者'))).toBe(true);
    expectProven(response);
    const translated = response.citations.map(({ translation }) => translation?.language ?? 'zh');
    expect(new Set(translated)).toEqual(new Set([language]));
  });

  it.each([
    ['zh', '怎样做苹果派？'],
    ['en', 'What is the best recipe for apple pie?'],
    ['ru', 'Как испечь яблочный пирог?'],
    ['ar', 'ما هي أفضل وصفة لفطيرة التفاح؟'],
  ])('says in %s that the briefing does not tell, and cites nothing', async (language, question) => {
    const response = await ask({ question });
    expect(response).toMatchObject({ status: 'abstained', language, citations: [] });
    expect(response.answer).not.toMatch(/\[\d/);
  });

  it('answers the same question the same way each time, also when many ask at once', async () => {
    const strip = ({ id: _id, suggestions: _suggestions, ...rest }: AskResponse): object => rest;
    const alone = await ask({ question: QUESTIONS[1][1] });
    const together = await Promise.all(
      Array.from({ length: 12 }, (_, at) => ask({ question: QUESTIONS[at % 4]?.[1] ?? '' })),
    );
    for (const [at, response] of together.entries()) {
      expectProven(response);
      if (at % 4 === 1) expect(strip(response)).toEqual(strip(alone));
    }
  });

  it('streams the same answer', async () => {
    const response = await fetch(`${server.origin}/ask`, {
      method: 'POST',
      headers: { Accept: 'text/event-stream' },
      body: JSON.stringify({ question: QUESTIONS[1][1] }),
    });
    const text = await response.text();
    const done = /event: done\ndata: (.*)/.exec(text)?.[1] ?? 'null';
    expectProven(AskResponse.parse(JSON.parse(done)));
    expect([...text.matchAll(/^event: (\w+)/gm)].map(([, name]) => name)[0]).toBe('language');
  });
});

describe('the document', () => {
  it('has the page’s fourteen turns with kind, speaker, role and outlet', () => {
    const rows = document.turns.map(({ kind, speaker }) => [kind, speaker?.name, speaker?.organisation]);
    expect(rows.map(([kind]) => kind).join(' ')).toBe(
      'moderation statement moderation question answer question answer question answer question answer question answer moderation',
    );
    expect(rows[4]).toEqual(['answer', '栾建章', '天津市外办']);
    expect(rows[11]).toEqual(['question', '中国日报记者', '中国日报']);
    for (const { kind, inReplyTo, ordinal } of document.turns) {
      const asked = document.turns.find(({ id }) => id === inReplyTo);
      if (kind === 'answer') expect(asked).toMatchObject({ kind: 'question', ordinal: ordinal - 1 });
      else expect(inReplyTo).toBeNull();
    }
  });

  it('is also a page, and the home page loads the widget that the server has', async () => {
    for (const path of [
      '/',
      `/d/${BRIEFING}`,
      `/d/${BRIEFING}?lang=ru`,
      '/docs',
      '/widget.js',
      '/page.css',
    ]) {
      expect((await fetch(server.origin + path)).status, path).toBe(200);
    }
    const health = Health.parse(await (await fetch(`${server.origin}/healthz`)).json());
    expect(health).toMatchObject({ status: 'ok', documents: 1 });
  });
});

describe('over a real connection', () => {
  it('refuses a megabyte and bytes that are no UTF-8, and goes on', async () => {
    const send = (body: string | Uint8Array): Promise<Response> =>
      fetch(`${server.origin}/ask`, { method: 'POST', body: body as string });
    const large = await send(JSON.stringify({ question: 'x'.repeat(1_048_576) }));
    expect([large.status, Problem.parse(await large.json()).status]).toEqual([413, 413]);
    const invalid = await send(Buffer.from([0x7b, 0xff, 0x7d]));
    expect([invalid.status, Problem.parse(await invalid.json()).status]).toEqual([400, 400]);
    expectProven(await ask({ question: QUESTIONS[1][1] }));
  });

  it('finishes what was asked before SIGTERM, then ends with 0 and says nothing of it', async () => {
    const pending = ask({ question: QUESTIONS[2][1] });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const [response, { status, stderr }] = await Promise.all([pending, server.stop('SIGTERM')]);
    expectProven(response);
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/error|fault|\n\s+at /i);
  });
});
