/** Hostile text in a transcript and in a model's words: none of it runs, none of it breaks the layout. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AskResponse, Citation } from '../../src/http/contract.ts';
import type { Document } from '../../src/transcript/document.ts';
import { buildBrowserFiles, launchChromium, openPage, overflow } from './chromium.ts';
import { eventsOf, startFakeServer, type FakeServer } from './fake-server.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { documentPage, hostPage } from './pages.ts';
import { SAMPLE_DOCUMENT, sampleAbstention, sampleAnswer, sampleCitation } from './sample-answers.ts';

let browser: Browser;
let server: FakeServer;

/** Everything that a service could send, made of one hostile text. */
function hostileAnswer(question: string, hostile: string): AskResponse {
  const speaker = { name: hostile, role: hostile, organisation: hostile };
  const citation: Citation = {
    ...sampleCitation(1, '998名志愿者', 'en'),
    document: { id: hostile, title: hostile, date: hostile, url: hostile },
    turn: { id: hostile, kind: 'answer', ordinal: 1, url: hostile },
    speaker,
    inReplyTo: { turn: hostile, speaker: { name: hostile, organisation: hostile }, text: hostile },
    quote: hostile,
    translation: { language: 'en', text: hostile, origin: 'chat', speaker },
  };
  const answer = sampleAnswer('a', question, 'en');
  return { ...answer, id: hostile, answer: `${hostile} [1]`, citations: [citation], suggestions: [hostile] };
}

beforeAll(async () => {
  buildBrowserFiles();
  browser = await launchChromium();
  server = await startFakeServer();
  server.pages.set('/inline', () => hostPage('<lectern-chat suggestions="off"></lectern-chat>'));
  server.pages.set('/d/hostile', (url) => documentPage(hostileDocument(), url));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** One turn for each hostile text; line breaks would only end a paragraph, so they become spaces. */
function hostileDocument(): Document {
  const lines = HOSTILE_STRINGS.map((hostile) => `${hostile.replaceAll(/\s+/g, ' ').trim()}.`);
  const text = lines.join('\n');
  let end = -1;
  const spans = lines.map((line) => ({ start: end + 1, end: (end += line.length + 1) }));
  return {
    ...SAMPLE_DOCUMENT,
    title: HOSTILE_STRINGS[0] ?? '',
    url: 'javascript:alert(1)',
    transcript: {
      text,
      notices: [],
      blocks: spans.map((span) => ({ kind: 'speech', ...span })),
      turns: spans.map((span, index) => ({
        ...span,
        id: `t${index + 1}`,
        ordinal: index + 1,
        kind: index % 2 === 0 ? 'question' : 'answer',
        speaker: {
          name: HOSTILE_STRINGS[index] ?? '',
          role: HOSTILE_STRINGS[index] ?? '',
          organisation: null,
        },
        inReplyTo: index % 2 === 0 ? null : `t${index}`,
      })),
    },
  };
}

test('a hundred hostile texts in answers, citations, names, links and suggestions', async () => {
  const { page, troubles } = await openPage(browser, { viewport: { width: 400, height: 800 } });
  await page.goto(`${server.origin}/inline`);
  const width = await page.locator('.panel').evaluate((panel) => panel.getBoundingClientRect().width);
  const failures: string[] = [];
  for (const [index, hostile] of HOSTILE_STRINGS.entries()) {
    server.answerWith(async ({ question }, send) => {
      const answer =
        index % 5 === 4
          ? { ...sampleAbstention('x', question, 'en'), answer: hostile }
          : hostileAnswer(question, hostile);
      eventsOf(answer).forEach(send);
    });
    const name = JSON.stringify(hostile.slice(0, 60));
    await page.evaluate(() =>
      (document.querySelector('lectern-chat') as HTMLElement & { clear(): void }).clear(),
    );
    await page.locator('textarea').fill(hostile.trim().slice(0, 2000));
    await page.locator('.submit').click();
    await page.locator('[data-phase=done]').waitFor();
    const seen = await page.locator('.panel').evaluate((panel) => ({
      text: panel.querySelector('.answer-text')?.textContent ?? '',
      width: panel.getBoundingClientRect().width,
      scroll: panel.querySelector('.body')?.scrollWidth ?? 0,
      inner: panel.querySelector('.body')?.clientWidth ?? 0,
      links: [...panel.querySelectorAll('a')].map((link) => link.protocol),
      strangers: panel.querySelectorAll(
        'script, iframe, object, embed, img, style, link, base, meta, form form, video, audio, marquee',
      ).length,
    }));
    // Compared without brackets, because [1] rightly is the marker of a source.
    const bare = (text: string): string => text.replaceAll(/[\s[\]]+/g, '');
    if (!bare(seen.text).includes(bare(hostile).slice(0, 20)))
      failures.push(`${name}: the text is not shown`);
    if (seen.width !== width || seen.scroll > seen.inner || (await overflow(page)) !== 0)
      failures.push(`${name}: broke the layout`);
    if (seen.links.some((protocol) => protocol !== 'http:' && protocol !== 'https:'))
      failures.push(`${name}: became a link`);
    if (seen.strangers > 0) failures.push(`${name}: became markup`);
  }
  expect(failures).toEqual([]);
  expect(troubles).toEqual([]);
  expect(server.violations).toEqual([]);
}, 240_000);

test('a hundred hostile texts in one transcript', async () => {
  const { page, troubles } = await openPage(browser, { viewport: { width: 400, height: 800 } });
  await page.goto(`${server.origin}/d/hostile`);
  await page.locator('lectern-chat .launcher').waitFor();
  expect(await page.locator('section.turn').count()).toBe(HOSTILE_STRINGS.length);
  const shown = await page.locator('section.turn .original').allTextContents();
  expect(shown.filter((text) => text.includes('alert(1)')).length).toBeGreaterThan(60);
  expect(
    await page.locator('.transcript').locator('script, iframe, img, svg, style, form, video').count(),
  ).toBe(0);
  expect(
    await page
      .locator('a')
      .evaluateAll(
        (links) => links.filter((link) => !/^https?:/.test((link as HTMLAnchorElement).protocol)).length,
      ),
  ).toBe(0);
  expect(await overflow(page)).toBe(0);
  expect(troubles).toEqual([]);
  expect(server.violations).toEqual([]);
}, 120_000);

test('hostile interface texts from a server stay texts', async () => {
  const { page, troubles } = await openPage(browser);
  await page.route('**/messages/*', (route) =>
    route.fulfill({
      json: {
        language: 'en',
        direction: 'ltr',
        messages: {
          'widget.title': '<img src=x onerror=alert(1)>',
          'widget.ask': '"><script>alert(1)</script>',
        },
      },
    }),
  );
  await page.goto(`${server.origin}/inline`);
  await expect.poll(() => page.locator('.title').innerText()).toBe('<img src=x onerror=alert(1)>');
  expect(troubles).toEqual([]);
});
