/** The transcript page with and without scripts, and the widget under somebody else's policy and in a frame. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderEmbedPage } from '../../src/page/render-home-page.ts';
import { buildBrowserFiles, launchChromium, openPage } from './chromium.ts';
import { eventsOf, POLICY, startFakeServer, type FakeServer } from './fake-server.ts';
import { addServicePages, hostPage } from './pages.ts';
import { SAMPLE_DOCUMENT, sampleAnswer, sampleSentences } from './sample-answers.ts';

let browser: Browser;
let server: FakeServer;
let otherSite: FakeServer;

beforeAll(async () => {
  buildBrowserFiles();
  browser = await launchChromium();
  server = await startFakeServer(POLICY.replace("frame-ancestors 'self'", 'frame-ancestors http:'));
  addServicePages(server);
  server.answerWith(async ({ question, language }, send) =>
    eventsOf(sampleAnswer('a', question, language)).forEach(send),
  );
  server.pages.set('/embed', () => ({
    type: 'text/html; charset=utf-8',
    body: renderEmbedPage({
      language: 'en',
      origin: null,
      offersFeedback: false,
      selectedDocuments: [],
      theme: 'light',
      pinnedLanguage: null,
    }),
  }));
  // Another site allows the service by name, as it must, and nothing inline.
  otherSite = await startFakeServer(
    `default-src 'none'; script-src ${server.origin}; style-src 'none'; connect-src ${server.origin}; img-src data:; frame-src ${server.origin}; report-uri /csp-report`,
  );
  otherSite.pages.set('/', () =>
    hostPage('<lectern-chat></lectern-chat>', 'en', 'ltr', `${server.origin}/widget.js`),
  );
  otherSite.pages.set('/frame', () =>
    hostPage(
      `<iframe src="${server.origin}/embed" title="Ask the transcripts" width="600" height="600"></iframe>`,
      'en',
      'ltr',
      `${server.origin}/widget.js`,
    ),
  );
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await otherSite.close();
});

describe('the transcript page', () => {
  test('is read without any script', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${server.origin}/d/briefing?q=1000-1060#q`);
    expect(await page.locator('section.turn').count()).toBe(SAMPLE_DOCUMENT.transcript.turns.length);
    expect(await page.locator('mark#q').isVisible()).toBe(true);
    expect(await page.locator('form.search').isVisible()).toBe(false);
    const question = page.locator('section.question').first();
    await question.locator('.replies a').click();
    expect(page.url()).toMatch(/#t\d+$/);
    expect(await page.locator(`section${new URL(page.url()).hash} .replies a`).getAttribute('href')).toBe(
      `#${await question.getAttribute('id')}`,
    );
  });

  test('marks a sentence by its anchor alone, and a range by asking the server for it', async () => {
    const { page } = await openPage(browser);
    const sentence = sampleSentences(SAMPLE_DOCUMENT)[12];
    await page.goto(`${server.origin}/d/briefing#s${sentence?.start}-${sentence?.end}`);
    const background = await page
      .locator(`#s${sentence?.start}-${sentence?.end}`)
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(background).not.toBe('rgba(0, 0, 0, 0)');
    const range = { start: (sentence?.start ?? 0) + 2, end: (sentence?.end ?? 0) + 5 };
    await page.goto(`${server.origin}/d/briefing#s${range.start}-${range.end}`);
    await page.waitForURL(`**/d/briefing?q=${range.start}-${range.end}#q`);
    expect((await page.locator('mark').allInnerTexts()).join('')).toHaveLength(range.end - range.start);
  });

  test('makes a link of the sentence that is clicked', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${server.origin}/d/briefing?lang=en`);
    const sentence = page.locator('.original .sentence').nth(8);
    await sentence.click({ position: { x: 5, y: 5 } });
    expect(new URL(page.url()).hash).toBe(`#${await sentence.getAttribute('id')}`);
    expect(await page.locator('.chosen').count()).toBe(2);
  });

  test('finds words, counts them and goes from one to the next', async () => {
    const { page, troubles } = await openPage(browser);
    await page.goto(`${server.origin}/d/briefing`);
    await page.locator('#search').fill('鲁班工坊');
    const count = (await page.locator('.search output').innerText()).split(' / ');
    expect(Number(count[1])).toBe(SAMPLE_DOCUMENT.transcript.text.split('鲁班工坊').length - 1);
    await page.keyboard.press('Enter');
    expect(await page.locator('.search output').innerText()).toMatch(/^2 \/ /);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    expect(await page.locator('.search output').innerText()).toBe(`${count[1]} / ${count[1]}`);
    await page.locator('#search').fill('nothing like that');
    expect(await page.locator('.search output').innerText()).toBe('0 / 0');
    expect(troubles).toEqual([]);
  });

  test('has data for machines, and no violation of the policy through it', async () => {
    const { page, troubles } = await openPage(browser);
    await page.goto(`${server.origin}/d/briefing`);
    const data = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText()) as {
      headline: string;
    };
    expect(data.headline).toBe(SAMPLE_DOCUMENT.title);
    await page.locator('.launcher').waitFor();
    expect(troubles).toEqual([]);
    expect(server.violations).toEqual([]);
  });
});

describe('on another site', () => {
  test('the script works under a policy without anything inline', async () => {
    const { page, troubles } = await openPage(browser);
    await page.goto(otherSite.origin);
    await page.locator('textarea').fill('How many volunteers were selected?');
    await page.keyboard.press('Enter');
    await page.locator('.source').nth(1).waitFor();
    expect(await page.locator('.transcript-link').first().getAttribute('href')).toContain(
      `${server.origin}/d/briefing?q=`,
    );
    expect(await page.locator('.transcript-link').first().getAttribute('target')).toBe('_blank');
    expect(troubles).toEqual([]);
  });

  test('the frame works', async () => {
    const { page, troubles } = await openPage(browser);
    await page.goto(`${otherSite.origin}/frame`);
    const frame = page.frameLocator('iframe');
    await frame.locator('textarea').fill('How many volunteers were selected?');
    await frame.locator('textarea').press('Enter');
    await frame.locator('.source').nth(1).waitFor();
    expect(troubles).toEqual([]);
  });
});
