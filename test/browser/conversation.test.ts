/** Copying, sharing and judging answers, and conversations that go on, are kept and are cleared. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildBrowserFiles, launchChromium, openPage, type WatchedPage } from './chromium.ts';
import { eventsOf, startFakeServer, type AskHandler, type FakeServer } from './fake-server.ts';
import { addServicePages, hostPage } from './pages.ts';
import { sampleAnswer } from './sample-answers.ts';

const QUESTION = 'How many volunteers were selected?';

let browser: Browser;
let server: FakeServer;
let count = 0;

const answering: AskHandler = async ({ question, language }, send) => {
  eventsOf(sampleAnswer(`a${++count}`, question, language)).forEach(send);
};

beforeAll(async () => {
  buildBrowserFiles();
  browser = await launchChromium();
  server = await startFakeServer();
  addServicePages(server);
  server.pages.set('/inline', () => hostPage('<lectern-chat feedback="on"></lectern-chat>'));
  server.pages.set('/quiet', () => hostPage('<lectern-chat suggestions="off"></lectern-chat>'));
  server.pages.set('/own', () =>
    hostPage(
      '<lectern-chat suggestions="One? | Two?" documents="briefing,other" language="ar"></lectern-chat>',
    ),
  );
  server.pages.set('/bubble', () => hostPage('<lectern-chat mode="bubble"></lectern-chat>'));
  server.pages.set('/two', () =>
    hostPage(
      '<lectern-chat id="first"></lectern-chat><lectern-chat id="second" theme="dark"></lectern-chat>',
    ),
  );
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(() => {
  server.answerWith(answering);
  server.asked.length = 0;
});

async function open(path: string, options = {}): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  await watched.page.goto(server.origin + path);
  return watched;
}

async function openAndAsk(path = '/inline', question = QUESTION, options = {}): Promise<WatchedPage> {
  const watched = await open(path, options);
  await watched.page.locator('textarea').fill(question);
  await watched.page.keyboard.press('Enter');
  return watched;
}

describe('what can be done with an answer', () => {
  const permissions = { permissions: ['clipboard-read', 'clipboard-write'] };
  const clipboard = (watched: WatchedPage): Promise<string> =>
    watched.page.evaluate(() => navigator.clipboard.readText());

  test('copy as text and as Markdown', async () => {
    const watched = await openAndAsk('/inline', QUESTION, permissions);
    await watched.page.getByRole('button', { name: 'Copy with citations' }).click();
    await expect.poll(() => watched.page.locator('[role=status]').innerText()).toBe('Copied');
    expect(await clipboard(watched)).toMatch(/998名志愿者[^]*\/d\/briefing\?q=/);
    await watched.page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect.poll(() => clipboard(watched)).toContain(`](<${server.origin}/d/briefing?q=`);
  });

  test('copying works where the page has no clipboard of its own', async () => {
    const watched = await open('/inline', permissions);
    await watched.page.evaluate(() =>
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: () => Promise.reject(new Error('no')),
      }),
    );
    await watched.page.locator('textarea').fill(QUESTION);
    await watched.page.keyboard.press('Enter');
    await watched.page.getByRole('button', { name: 'Copy with citations' }).click();
    await expect.poll(() => clipboard(watched)).toContain('998名志愿者');
  });

  test('a shared link asks the question again, once', async () => {
    const watched = await openAndAsk('/inline', QUESTION, permissions);
    await watched.page.getByRole('button', { name: 'Copy link to this answer' }).click();
    await expect.poll(() => clipboard(watched)).toContain('#lectern=');
    const link = await clipboard(watched);
    const { page } = await openPage(browser);
    server.asked.length = 0;
    await page.goto(link);
    await expect.poll(() => page.locator('.question bdi').innerText()).toBe(QUESTION);
    await expect.poll(() => page.locator('.source').count()).toBe(2);
    await page.reload();
    await expect.poll(() => page.locator('.source').count()).toBe(2);
    expect(server.asked).toHaveLength(1);
  });

  test('a shared link opens the bubble', async () => {
    const { page } = await open(`/bubble#lectern=${encodeURIComponent(QUESTION)}`);
    await expect.poll(() => page.locator('.source').count()).toBe(2);
    expect(await page.locator('dialog.panel').isVisible()).toBe(true);
  });

  test('feedback is sent and thanked for', async () => {
    const { page } = await openAndAsk();
    await page.getByRole('button', { name: 'Not helpful' }).click();
    await expect.poll(() => page.locator('.thanks').innerText()).toContain('Thank you');
    expect(server.feedback.at(-1)).toMatchObject({ helpful: false });
    expect(await page.getByRole('button', { name: 'Not helpful' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('without a server that takes it, feedback is not offered', async () => {
    const { page } = await openAndAsk('/quiet');
    await expect.poll(() => page.locator('.source').count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Helpful', exact: true }).count()).toBe(0);
  });
});

describe('a conversation', () => {
  test('goes on: the next question carries the one before', async () => {
    const { page } = await openAndAsk();
    await page.locator('.exchange .suggestion').first().click();
    await expect.poll(() => page.locator('.exchange').count()).toBe(2);
    await expect.poll(() => server.asked.length).toBe(2);
    expect(server.asked[1]?.conversation?.map(({ role }) => role)).toEqual(['user', 'assistant']);
  });

  test('outlives a reload but not its clearing, which is asked about first', async () => {
    const { page } = await openAndAsk();
    await expect.poll(() => page.locator('.source').count()).toBe(2);
    await page.reload();
    await expect.poll(() => page.locator('.source').count()).toBe(2);
    await page.getByRole('button', { name: 'Clear the conversation' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.locator('.exchange').count()).toBe(1);
    await page.getByRole('button', { name: 'Clear the conversation' }).click();
    await page.locator('.confirm-yes').click();
    expect(await page.locator('.exchange').count()).toBe(0);
    await page.reload();
    await page.locator('.opening .suggestion').first().waitFor();
    expect(await page.locator('.exchange').count()).toBe(0);
  });

  test.each(['/inline', '/bubble'])('is shown from its newest question after a reload: %s', async (path) => {
    const { page } = await open(path);
    const launcher = page.locator('.launcher');
    if (await launcher.isVisible()) await launcher.click();
    for (const question of ['One?', 'Two?', 'Three?']) {
      await page.locator('textarea').fill(question);
      await page.keyboard.press('Enter');
      await page.locator('.exchange', { hasText: question }).locator('.source').nth(1).waitFor();
    }
    await page.reload();
    await page.locator('.exchange').nth(2).waitFor({ state: 'attached' });
    if (await launcher.isVisible()) await launcher.click();
    const distance = (): Promise<number> =>
      page.locator('.body').evaluate((body) => {
        const newest = body.querySelector('.exchange:last-child .question');
        return (newest?.getBoundingClientRect().top ?? Infinity) - body.getBoundingClientRect().top;
      });
    await expect.poll(distance).toBeLessThan(60);
    expect(await distance()).toBeGreaterThanOrEqual(0);
  });

  test('begins with the questions the server suggests, or the page, or none', async () => {
    const { page } = await open('/inline');
    await expect
      .poll(() => page.locator('.opening .suggestion').allInnerTexts())
      .toContain('Where do the volunteers come from?');
    const own = await open('/own');
    await expect
      .poll(() => own.page.locator('.opening .suggestion').allInnerTexts())
      .toEqual(['One?', 'Two?']);
    await own.page.locator('.opening .suggestion').first().click();
    await expect
      .poll(() => server.asked[0])
      .toMatchObject({ question: 'One?', documents: ['briefing', 'other'], language: 'ar' });
    const quiet = await open('/quiet');
    await quiet.page.locator('textarea').waitFor();
    expect(await quiet.page.locator('.opening .suggestion').count()).toBe(0);
  });

  test('can be pinned to a language, which the whole panel then takes', async () => {
    const { page } = await open('/inline');
    await page.locator('select').selectOption('ar');
    await expect.poll(() => page.locator('.panel').getAttribute('dir')).toBe('rtl');
    await page.locator('textarea').fill(QUESTION);
    await page.keyboard.press('Enter');
    await expect.poll(() => server.asked[0]?.language).toBe('ar');
    await page.reload();
    await expect.poll(() => page.locator('select').inputValue()).toBe('ar');
  });
});

describe('two widgets on one page', () => {
  test('keep their conversations and links apart', async () => {
    const { page, troubles } = await open(`/two#lectern=${encodeURIComponent(QUESTION)}&lectern-in=second`);
    const first = page.locator('#first');
    const second = page.locator('#second');
    await expect.poll(() => second.locator('.source').count()).toBe(2);
    expect(await first.locator('.exchange').count()).toBe(0);
    await first.locator('textarea').fill('招了多少名大学生当志愿者?');
    await page.keyboard.press('Enter');
    await expect.poll(() => first.locator('.source').count()).toBe(2);
    await page.reload();
    await expect.poll(() => first.locator('.question bdi').innerText()).toBe('招了多少名大学生当志愿者?');
    await expect.poll(() => second.locator('.question bdi').innerText()).toBe(QUESTION);
    const schemes = await page
      .locator('.panel')
      .evaluateAll((panels) => panels.map((panel) => getComputedStyle(panel).colorScheme));
    expect(schemes).toEqual(['light dark', 'dark']);
    expect(troubles).toEqual([]);
  });
});
