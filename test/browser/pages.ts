/** The pages that the browser tests open. */
import { renderDocumentPage } from '../../src/page/render-document-page.ts';
import { renderHomePage } from '../../src/page/render-home-page.ts';
import { messageLanguageFor } from '../../src/language/messages.ts';
import type { Document } from '../../src/transcript/document.ts';
import { parseHighlight } from '../../src/page/page-view.ts';
import type { FakePage, FakeServer } from './fake-server.ts';
import { SAMPLE_DOCUMENT, sampleSentences } from './sample-answers.ts';

const HTML = 'text/html; charset=utf-8';

/** Somebody's page with widgets on it: no script and no style of its own. */
export function hostPage(
  widgets: string,
  language = 'en',
  direction = 'ltr',
  script = '/widget.js',
): FakePage {
  return {
    type: HTML,
    body: `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<script src="${script}" defer></script></head>
<body><main><h1>A page</h1>${widgets}<p><a href="/elsewhere">Elsewhere</a></p></main></body></html>`,
  };
}

export function documentPage(document: Document, url: URL): FakePage {
  const language = messageLanguageFor(url.searchParams.get('ui') ?? 'en');
  const sentences = sampleSentences(document);
  const translation = url.searchParams.get('lang');
  const body = renderDocumentPage({
    language,
    origin: url.origin,
    offersFeedback: false,
    document,
    transcript: document.transcript,
    sentences,
    availableTranslations: ['en', 'ar'],
    highlight: parseHighlight(url.searchParams.get('q') ?? undefined, document.transcript.text.length),
    translation:
      translation === null
        ? null
        : {
            language: translation,
            title: 'A briefing on Tianjin',
            sentences: sentences.map((_, index) =>
              index % 7 === 3
                ? null
                : `Sentence ${index + 1} of the translation, about as long as a sentence is.`,
            ),
            speakers: { 王旭: { name: 'Wang Xu', role: 'Executive Vice Mayor', organisation: null } },
          },
  });
  return { type: HTML, body };
}

export function homePage(url: URL): FakePage {
  const { id, title, date, language, place, publisher } = SAMPLE_DOCUMENT;
  const body = renderHomePage({
    language: messageLanguageFor(url.searchParams.get('ui') ?? 'en'),
    origin: url.origin,
    offersFeedback: true,
    selectedDocuments: [],
    documents: [{ id, title, date, language, place, publisher, translations: ['en', 'ar'] }],
  });
  return { type: HTML, body };
}

/** The pages that the service itself has. */
export function addServicePages(server: FakeServer): void {
  server.pages.set('/', homePage);
  server.pages.set('/d/briefing', (url) => documentPage(SAMPLE_DOCUMENT, url));
}
