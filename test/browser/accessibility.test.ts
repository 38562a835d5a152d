/** WCAG 2.2 AA in every state that a reader can meet, and the whole way by keyboard alone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityViolations, buildBrowserFiles, launchChromium, openPage } from './chromium.ts';
import { eventsOf, startFakeServer, type AskHandler, type FakeServer } from './fake-server.ts';
import { addServicePages, hostPage } from './pages.ts';
import { sampleAbstention, sampleAnswer } from './sample-answers.ts';

let browser: Browser;
let server: FakeServer;

const answering: AskHandler = async ({ question, language }, send) => {
  eventsOf(sampleAnswer('a1', question, language)).forEach(send);
};
const hanging: AskHandler = async (_, send, response) => {
  send({ event: 'delta', data: { text: 'First words' } });
  await new Promise((resolve) => response.on('close', resolve));
};

beforeAll(async () => {
  buildBrowserFiles();
  browser = await launchChromium();
  server = await startFakeServer();
  addServicePages(server);
  server.pages.set('/inline', () => hostPage('<lectern-chat feedback="on"></lectern-chat>'));
  server.pages.set('/bubble', () => hostPage('<lectern-chat mode="bubble" feedback="on"></lectern-chat>'));
  server.pages.set('/arabic', () => hostPage('<lectern-chat language="ar"></lectern-chat>', 'ar', 'rtl'));
  server.pages.set('/two', () => hostPage('<lectern-chat></lectern-chat><lectern-chat></lectern-chat>'));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(() => server.answerWith(answering));

async function open(path: string, options = {}): Promise<Page> {
  const { page } = await openPage(browser, { reducedMotion: 'reduce', ...options });
  await page.goto(server.origin + path);
  await page.locator('lectern-chat .panel').first().waitFor({ state: 'attached' });
  return page;
}

async function ask(page: Page, question = 'How many volunteers were selected?'): Promise<void> {
  await page.locator('textarea').first().fill(question);
  await page.keyboard.press('Enter');
}

async function answered(path: string, options = {}): Promise<Page> {
  const page = await open(path, options);
  await ask(page);
  await page.locator('.source').nth(1).waitFor();
  return page;
}

describe('no violation of WCAG 2.2 AA', () => {
  const states: Readonly<Record<string, () => Promise<Page>>> = {
    'the first page': () => open('/'),
    'the first page in Arabic': () => open('/?ui=ar'),
    'an inline panel before a question': () => open('/inline'),
    'an answer': () => answered('/inline'),
    'an answer in the dark': () => answered('/inline', { colorScheme: 'dark' }),
    'an answer in Arabic': () => answered('/arabic'),
    'an answer in forced colours': () => answered('/inline', { forcedColors: 'active' }),
    'an answer 320 px wide': () => answered('/', { viewport: { width: 320, height: 640 } }),
    'a focused source with its question open': async () => {
      const page = await answered('/inline');
      await page.locator('.marker').nth(1).click();
      await page.locator('summary').click();
      return page;
    },
    'an abstention': async () => {
      server.answerWith(async ({ question }, send) =>
        eventsOf(sampleAbstention('x', question)).forEach(send),
      );
      return answeredWithout(await open('/inline'));
    },
    'an abstention in the dark': async () => {
      server.answerWith(async ({ question }, send) =>
        eventsOf(sampleAbstention('x', question)).forEach(send),
      );
      return answeredWithout(await open('/inline', { colorScheme: 'dark' }));
    },
    searching: async () => {
      server.answerWith(
        async (_, __, response) => void (await new Promise((resolve) => response.on('close', resolve))),
      );
      const page = await open('/inline');
      await ask(page);
      await page.locator('.bar').waitFor();
      return page;
    },
    streaming: async () => {
      server.answerWith(hanging);
      const page = await open('/inline');
      await ask(page);
      await page.getByText('First words').waitFor();
      return page;
    },
    stopped: async () => {
      server.answerWith(hanging);
      const page = await open('/inline');
      await ask(page);
      await page.getByText('First words').waitFor();
      await page.locator('.submit').click();
      await page.locator('.tool-retry').waitFor();
      return page;
    },
    'a server that is down': async () => {
      server.answerWith(async (_, __, response) => void response.destroy());
      const page = await open('/inline', { colorScheme: 'dark' });
      await ask(page);
      await page.locator('.tool-retry').waitFor();
      return page;
    },
    offline: async () => {
      const page = await open('/inline');
      await page.context().setOffline(true);
      await page.locator('.notice').waitFor();
      return page;
    },
    'feedback given': async () => {
      const page = await answered('/inline');
      await page.locator('.tool-helpful').click();
      await page.locator('.thanks').waitFor();
      return page;
    },
    'the question before clearing': async () => {
      const page = await answered('/inline');
      await page.locator('.header-button').first().click();
      await page.locator('.confirm').waitFor();
      return page;
    },
    'the closed bubble': () => open('/bubble'),
    'the open bubble': async () => {
      const page = await open('/bubble');
      await page.locator('.launcher').click();
      await ask(page);
      await page.locator('.source').first().waitFor();
      return page;
    },
    'two widgets': () => open('/two'),
    'the transcript': () => open('/d/briefing'),
    'the transcript with a marked sentence in the dark': () =>
      open('/d/briefing?q=1000-1080#q', { colorScheme: 'dark' }),
    'the transcript side by side in Arabic': () => open('/d/briefing?lang=ar&ui=ar'),
    'the transcript 320 px wide': () =>
      open('/d/briefing?lang=en', { viewport: { width: 320, height: 640 } }),
  };

  test.each(Object.entries(states))('%s', async (_, reach) => {
    const page = await reach();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });
});

async function answeredWithout(page: Page): Promise<Page> {
  await ask(page, 'What is the weather?');
  await page.locator('[data-status=abstained]').waitFor();
  return page;
}

/** Class and text of what has the focus, inside the widget or outside. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const outer = document.activeElement;
    const inner = outer?.shadowRoot?.activeElement ?? outer;
    return `${inner?.className || inner?.localName} ${inner?.getAttribute('aria-label') ?? ''}`.trim();
  });
}

async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused(page)).startsWith(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached "${wanted}"`);
}

describe('by keyboard alone', () => {
  test('ask, read, open the source in the transcript', async () => {
    const page = await open('/');
    await tabTo(page, 'textarea');
    await page.keyboard.type('How many volunteers');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('were selected?');
    expect(await page.locator('textarea').inputValue()).toBe('How many volunteers\nwere selected?');
    await page.keyboard.press('Enter');
    await page.locator('.source').nth(1).waitFor();
    expect(await focused(page)).toBe('textarea');
    await page.locator('.question').focus();
    await tabTo(page, 'marker Source 2');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('source Source 2');
    await tabTo(page, 'transcript-link');
    await page.keyboard.press('Enter');
    await page.locator('mark#q').waitFor();
    expect(await focused(page)).toBe('mark');
  });

  test('the bubble takes the focus, keeps it, and gives it back', async () => {
    const page = await open('/bubble');
    await tabTo(page, 'launcher');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('textarea');
    await ask(page);
    await page.locator('.source').nth(1).waitFor();
    const stops = new Set<string>();
    for (let presses = 0; presses < 50; presses++) {
      await page.keyboard.press(presses < 25 ? 'Tab' : 'Shift+Tab');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('lectern-chat');
      stops.add(await focused(page));
    }
    expect([...stops]).toEqual(
      expect.arrayContaining(['textarea', 'header-button Close', 'marker Source 1', 'transcript-link']),
    );
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.panel').isVisible()).toBe(false);
    expect(await focused(page)).toBe('launcher Open the question box');
  });

  test('what has the focus is never hidden behind the field at the foot of the page', async () => {
    const page = await answered('/', { viewport: { width: 900, height: 600 } });
    for (let presses = 0; presses < 25; presses++) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement;
        const dock = document.querySelector('lectern-chat')?.shadowRoot?.querySelector('.dock');
        if (inner == null || dock == null || dock.contains(inner)) return false;
        const box = inner.getBoundingClientRect();
        const cover = dock.getBoundingClientRect();
        return box.top >= cover.top && box.bottom <= cover.bottom;
      });
      expect(hidden).toBe(false);
    }
  });

  test('Enter that ends an input method does not ask', async () => {
    const page = await open('/inline');
    const field = page.locator('textarea');
    await field.fill('zhi yuan zhe');
    const asked = server.asked.length;
    await field.evaluate((element) =>
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true }),
      ),
    );
    expect(await field.inputValue()).toBe('zhi yuan zhe');
    expect(server.asked.length).toBe(asked);
  });

  test('a screen reader hears the answer but not the cards', async () => {
    const page = await answered('/inline');
    const roles = await page.locator('.log').evaluate((log) => [log.role, log.ariaLive, log.ariaLabel]);
    expect(roles).toEqual(['log', 'polite', 'Conversation']);
    expect(await page.locator('.sources').getAttribute('aria-live')).toBe('off');
    expect(await page.locator('.answer-text').evaluate((text) => text.closest('[aria-live=off]'))).toBeNull();
  });
});
