/** The widget in a real browser: asking, reading, stopping, and what happens when something fails. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildBrowserFiles, launchChromium, openPage, type WatchedPage } from './chromium.ts';
import { eventsOf, startFakeServer, type AskHandler, type FakeServer } from './fake-server.ts';
import { addServicePages, hostPage } from './pages.ts';
import { sampleAbstention, sampleAnswer } from './sample-answers.ts';

const QUESTION = 'How many volunteers were selected?';

let browser: Browser;
let server: FakeServer;
let count = 0;

const answering: AskHandler = async ({ question, language }, send) => {
  eventsOf(sampleAnswer(`a${++count}`, question, language)).forEach(send);
};
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

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

describe('an answer', () => {
  test('comes with its sources: quotation, translation, speaker, question and verdict', async () => {
    const { page, troubles } = await openAndAsk();
    const cards = page.locator('.source');
    await expect.poll(() => cards.count()).toBe(2);
    const second = cards.nth(1);
    expect(await page.locator('.answer-text').innerText()).toContain('998 volunteers');
    expect(await second.locator('.quotation blockquote').getAttribute('lang')).toBe('zh');
    expect(await second.locator('.quotation blockquote').innerText()).toContain('已同11个国家建立了20对');
    expect(await second.locator('.translation p').getAttribute('lang')).toBe('en');
    expect(await second.locator('.verdict').innerText()).toContain('verified');
    await second.locator('summary').click();
    expect(await second.locator('.reply blockquote').innerText()).toContain('友好城市关系');
    expect(troubles).toEqual([]);
    expect(server.violations).toEqual([]);
  });

  test('leads from its marker to the source, and from the source to the marked sentence', async () => {
    const { page } = await openAndAsk('/');
    await page.locator('.marker', { hasText: '2' }).click();
    expect(
      await page.evaluate(() =>
        document.querySelector('lectern-chat')?.shadowRoot?.activeElement?.getAttribute('aria-label'),
      ),
    ).toBe('Source 2');
    const quote = await page.locator('.source').nth(1).locator('.quotation blockquote').innerText();
    await page.locator('.source').nth(1).locator('.transcript-link').click();
    await page.waitForURL('**/d/briefing?q=*');
    const mark = page.locator('mark#q');
    expect(await mark.innerText()).toBe(quote);
    expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect
      .poll(() => mark.evaluate((element) => element.getBoundingClientRect().top))
      .toBeLessThan(600);
    await page.goBack();
    await expect.poll(() => page.locator('.source').count()).toBe(2);
  });

  test('is painted less than 100 ms after the last byte', async () => {
    const { page } = await open('/inline');
    const times: number[] = [];
    for (const round of [1, 2, 3]) {
      times.push(
        await page.evaluate(async (question) => {
          const chat = document.querySelector('lectern-chat') as HTMLElement & {
            ask(question: string): boolean;
          };
          performance.clearResourceTimings();
          const answered = new Promise((resolve) =>
            chat.addEventListener('lectern-answer', resolve, { once: true }),
          );
          chat.ask(question);
          await answered;
          const painted = await new Promise<number>((resolve) =>
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
          );
          await new Promise((resolve) => setTimeout(resolve, 50));
          const [entry] = performance
            .getEntriesByType('resource')
            .filter(({ name }) => name.endsWith('/ask')) as PerformanceResourceTiming[];
          return painted - (entry?.responseEnd ?? 0);
        }, `${QUESTION} ${round}`),
      );
    }
    console.log(`painted after the last byte: ${times.map((time) => time.toFixed(1)).join(', ')} ms`);
    expect(Math.min(...times)).toBeLessThan(100);
  });

  test('that is none looks different and offers the nearest passages', async () => {
    server.answerWith(async ({ question }, send) => eventsOf(sampleAbstention('x', question)).forEach(send));
    const { page } = await openAndAsk('/inline', 'What is the weather?');
    await expect.poll(() => page.locator('.answer-label').innerText()).toBe('No answer in the transcripts');
    expect(await page.locator('.marker').count()).toBe(0);
    expect(await page.locator('.verdict').count()).toBe(0);
    expect(await page.locator('.sources-title').innerText()).toContain('do not answer');
    const edge = await page
      .locator('.answer')
      .evaluate((element) => getComputedStyle(element).borderInlineStartWidth);
    expect(edge).toBe('4px');
  });

  test('carries labels in its own language on a page in another', async () => {
    const { page } = await openAndAsk('/inline', 'كم عدد المتطوعين؟');
    const exchange = page.locator('.exchange');
    await expect.poll(() => exchange.getAttribute('dir')).toBe('rtl');
    expect(await exchange.getAttribute('lang')).toBe('ar');
    expect(await page.locator('.answer-label').innerText()).toContain('الإجابة');
    expect(await page.locator('.panel').getAttribute('dir')).toBe('ltr');
  });
});

describe('while the answer comes', () => {
  test('text appears piece by piece, and a stop keeps what has come', async () => {
    server.answerWith(async (_, send, response) => {
      send({ event: 'delta', data: { text: 'First words' } });
      await new Promise((resolve) => response.on('close', resolve));
    });
    const { page } = await openAndAsk();
    await expect.poll(() => page.locator('.answer-text').innerText()).toBe('First words');
    expect(await page.locator('.log').getAttribute('aria-busy')).toBe('true');
    expect(await page.locator('.submit').innerText()).toBe('Stop');
    await page.locator('.submit').click();
    await expect.poll(() => page.locator('.progress').innerText()).toContain('Stopped.');
    expect(await page.locator('.answer-text').innerText()).toBe('First words');
    expect(await page.locator('.log').getAttribute('aria-busy')).toBe('false');
    server.answerWith(answering);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.locator('.source').count()).toBe(2);
    expect(await page.locator('.exchange').count()).toBe(1);
  });

  test('a reader who is on a marker stays there', async () => {
    const answer = sampleAnswer('a', QUESTION, 'en');
    let goOn = (): void => {};
    server.answerWith(async (_, send) => {
      for (const citation of answer.citations) send({ event: 'citation', data: citation });
      send({ event: 'delta', data: { text: 'First words [1]' } });
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      send({ event: 'delta', data: { text: ', and then more [2].' } });
      send({ event: 'done', data: { ...answer, answer: 'First words [1], and then more [2].' } });
    });
    const { page } = await openAndAsk();
    await page.locator('.marker').focus();
    goOn();
    await page.locator('[data-phase=done]').waitFor();
    expect(await page.locator('.marker').count()).toBe(2);
    expect(
      await page
        .locator('.marker')
        .first()
        .evaluate((marker) => marker.matches(':focus')),
    ).toBe(true);
  });

  test('a server that takes long is said to, with the seconds', async () => {
    server.answerWith(async (request, send, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': working\n\n');
      await pause(8000);
      await answering(request, send, response);
    });
    const { page } = await openAndAsk();
    expect(await page.locator('.progress').innerText()).toContain('Searching');
    await expect
      .poll(() => page.locator('.progress').innerText(), { timeout: 7500 })
      .toContain('longer than usual');
    await expect.poll(() => page.locator('.elapsed').innerText(), { timeout: 3000 }).toMatch(/\d sec/);
    await expect.poll(() => page.locator('.source').count(), { timeout: 5000 }).toBe(2);
  });

  test('a second question waits, and its text is not lost', async () => {
    server.answerWith(
      async (_, __, response) => void (await new Promise((resolve) => response.on('close', resolve))),
    );
    const { page } = await openAndAsk();
    await page.locator('textarea').fill('Another one?');
    await page.keyboard.press('Enter');
    expect(await page.locator('textarea').inputValue()).toBe('Another one?');
    expect(server.asked).toHaveLength(1);
  });
});

describe('when something fails', () => {
  test('a server that is down keeps the question, and another try works', async () => {
    server.answerWith(async (_, __, response) => void response.destroy());
    const { page } = await openAndAsk();
    await expect.poll(() => page.locator('.progress').innerText()).toContain('cannot be reached');
    server.answerWith(answering);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.locator('.source').count()).toBe(2);
    expect(
      await page.evaluate(() => document.querySelector('lectern-chat')?.shadowRoot?.activeElement?.className),
    ).toBe('question');
  });

  test('a stream that breaks off says so and keeps what has come', async () => {
    server.answerWith(async (_, send, response) => {
      send({ event: 'delta', data: { text: 'First words' } });
      response.end();
    });
    const { page } = await openAndAsk();
    await expect.poll(() => page.locator('.progress').innerText()).toContain('cannot be reached');
    expect(await page.locator('.answer-text').innerText()).toBe('First words');
  });

  test('a refusal is shown in its own words', async () => {
    const detail = 'Too many requests. Please try again in 30 seconds.';
    server.answerWith(async (_, send) =>
      send({
        event: 'error',
        data: { type: 'about:blank', title: 'x', status: 429, detail, language: 'en', direction: 'ltr' },
      }),
    );
    const { page } = await openAndAsk();
    await expect.poll(() => page.locator('.progress-text').innerText()).toContain(detail);
  });

  test('offline is noticed before and after asking', async () => {
    const { page } = await open('/inline');
    await page.context().setOffline(true);
    await expect.poll(() => page.locator('.notice').isVisible()).toBe(true);
    await page.locator('textarea').fill(QUESTION);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.progress').innerText()).toContain('You are offline');
    await page.context().setOffline(false);
    await expect.poll(() => page.locator('.notice').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.locator('.source').count()).toBe(2);
  });
});
