/** Narrow, zoomed, mirrored, dark, printed: the layout holds. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBrowserFiles, launchChromium, openPage, overflow } from './chromium.ts';
import { eventsOf, startFakeServer, type FakeServer } from './fake-server.ts';
import { addServicePages, hostPage } from './pages.ts';
import { sampleAnswer } from './sample-answers.ts';

let browser: Browser;
let server: FakeServer;

beforeAll(async () => {
  buildBrowserFiles();
  browser = await launchChromium();
  server = await startFakeServer();
  addServicePages(server);
  server.answerWith(async ({ question, language }, send) =>
    eventsOf(sampleAnswer('a', question, language)).forEach(send),
  );
  server.pages.set('/inline', () => hostPage('<lectern-chat></lectern-chat>'));
  server.pages.set('/bubble', () => hostPage('<lectern-chat mode="bubble"></lectern-chat>'));
  server.pages.set('/arabic', () =>
    hostPage('<lectern-chat mode="bubble" language="ar"></lectern-chat>', 'ar', 'rtl'),
  );
  server.pages.set('/start', () => hostPage('<lectern-chat mode="bubble" position="start"></lectern-chat>'));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function answered(path: string, options = {}): Promise<Page> {
  const { page } = await openPage(browser, options);
  await page.goto(server.origin + path);
  if (await page.locator('.launcher').isVisible()) await page.locator('.launcher').click();
  await page.locator('textarea').fill('How many volunteers were selected?');
  await page.keyboard.press('Enter');
  await page.locator('.source').nth(1).waitFor();
  return page;
}

/** Parts that stick out of the panel sideways, by more than rows of buttons are set out to align their words. */
function stickingOut(page: Page): Promise<string[]> {
  return page.locator('.panel').evaluate((panel) => {
    const { left, right } = panel.getBoundingClientRect();
    return [...panel.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && element.closest('.hidden') === null)
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && (box.left < left - 9 || box.right > right + 9);
      })
      .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
  });
}

describe('no sideways scrolling and nothing cut off', () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  // A page 1280 px wide at 200 % and at 400 % zoom has 640 and 320 CSS pixels with as many device pixels each.
  const doubled = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };
  const quadrupled = { viewport: { width: 320, height: 200 }, deviceScaleFactor: 4 };

  test.each([
    ['the first page 320 px wide', '/', narrow],
    ['an inline panel 320 px wide', '/inline', narrow],
    ['a bubble 320 px wide', '/bubble', narrow],
    ['a mirrored bubble 320 px wide', '/arabic', narrow],
    ['the first page at 200 %', '/', doubled],
    ['a bubble at 200 %', '/bubble', doubled],
    ['the first page at 400 %', '/', quadrupled],
    ['a bubble at 400 %', '/bubble', quadrupled],
  ])('%s', async (_, path, options) => {
    const page = await answered(path, options);
    expect(await overflow(page)).toBe(0);
    expect(await stickingOut(page)).toEqual([]);
    await page.context().close();
  });

  test.each(['/d/briefing', '/d/briefing?lang=en', '/d/briefing?lang=ar&ui=ar'])(
    '%s at 320 px',
    async (path) => {
      const { page } = await openPage(browser, narrow);
      await page.goto(server.origin + path);
      expect(await overflow(page)).toBe(0);
    },
  );

  test('with text twice as large', async () => {
    const page = await answered('/inline', { viewport: { width: 640, height: 800 } });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 200% }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await page.locator('.answer-text').evaluate((text) => getComputedStyle(text).fontSize)).toBe(
      '32px',
    );
    expect(await overflow(page)).toBe(0);
    expect(await stickingOut(page)).toEqual([]);
  });
});

describe('mirrored', () => {
  test('badges, markers and the button stand where they do in a mirror', async () => {
    const page = await answered('/arabic', { viewport: { width: 900, height: 900 } });
    const places = await page.locator('.panel').evaluate((panel) => {
      const middle = (selector: string): number => {
        const box = panel.querySelector(selector)?.getBoundingClientRect();
        return box === undefined ? Number.NaN : (box.left + box.right) / 2;
      };
      return {
        badge: middle('.badge'),
        speaker: middle('.speaker'),
        submit: middle('.submit'),
        field: middle('textarea'),
        panel: panel.getBoundingClientRect().right,
      };
    });
    expect(places.badge).toBeGreaterThan(places.speaker);
    expect(places.submit).toBeLessThan(places.field);
    expect(places.panel).toBeLessThan(500);
  });

  test('a Chinese quotation stays left to right', async () => {
    const page = await answered('/arabic');
    const quote = page.locator('.quotation blockquote').first();
    expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    expect(await quote.evaluate((element) => getComputedStyle(element).borderLeftWidth)).toBe('3px');
  });

  test('a bubble can stand at the start of the line', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${server.origin}/start`);
    expect((await page.locator('.launcher').boundingBox())?.x).toBeLessThan(100);
  });
});

describe('colours', () => {
  const background = (page: Page): Promise<string> =>
    page.locator('.panel').evaluate((panel) => getComputedStyle(panel).backgroundColor);

  test('follow the reader unless the page decides', async () => {
    const { page } = await openPage(browser, { colorScheme: 'dark' });
    await page.goto(`${server.origin}/inline`);
    await page.locator('.panel').waitFor();
    expect(await background(page)).toBe('rgb(21, 23, 26)');
    await page.locator('lectern-chat').evaluate((chat) => chat.setAttribute('theme', 'light'));
    expect(await background(page)).toBe('rgb(255, 255, 255)');
  });

  test('and type are the page author’s through custom properties and parts', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${server.origin}/inline`);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        'lectern-chat { --lectern-accent: rgb(160, 0, 60) } lectern-chat::part(title) { text-transform: uppercase }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    expect(await page.locator('.submit').evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      'rgb(160, 0, 60)',
    );
    expect(await page.locator('.title').evaluate((title) => getComputedStyle(title).textTransform)).toBe(
      'uppercase',
    );
  });
});

test('with reduced motion nothing moves', async () => {
  server.answerWith(
    async (_, __, response) => void (await new Promise((resolve) => response.on('close', resolve))),
  );
  const { page } = await openPage(browser, { reducedMotion: 'reduce' });
  await page.goto(`${server.origin}/inline`);
  await page.locator('textarea').fill('How many?');
  await page.keyboard.press('Enter');
  await page.locator('.bar').waitFor();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  server.answerWith(async ({ question, language }, send) =>
    eventsOf(sampleAnswer('a', question, language)).forEach(send),
  );
});

test('on paper there are the answer, the sources and their addresses, and no buttons', async () => {
  const page = await answered('/inline');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.composer').isVisible()).toBe(false);
  expect(await page.locator('.tools').isVisible()).toBe(false);
  expect(await page.locator('.source').nth(1).isVisible()).toBe(true);
  const address = await page
    .locator('.transcript-link')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('/d/briefing?q=');
});
