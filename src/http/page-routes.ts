/** Pages for people: the question box, the transcript, the frame, and the files they load. */
import type { Context } from 'hono';
import type { LibraryDocument } from '../index/library.ts';
import { parseHighlight, type PageTranslation } from '../page/page-view.ts';
import { renderDocumentPage } from '../page/render-document-page.ts';
import { renderEmbedPage, renderHomePage } from '../page/render-home-page.ts';
import { speechParagraphs } from '../passage/speech-paragraphs.ts';
import type { Span } from '../transcript/transcript.ts';
import type { Translation } from '../translation/translation.ts';
import { pageContext, type App, type AppOptions } from './app-options.ts';
import { findDocument } from './document-routes.ts';
import { presentSummary } from './present.ts';

const ASSETS = ['/widget.js', '/page.js', '/page.css'];

export function addPageRoutes(app: App, options: AppOptions): void {
  const { service } = options;
  app.get('/', (context) => {
    const documents = [...service.library.documents.values()].map(presentSummary);
    const view = { ...pageContext(context, options), documents, selectedDocuments: selected(context) };
    return context.html(renderHomePage(view));
  });
  app.get('/embed', (context) => {
    const theme = context.req.query('theme');
    return context.html(
      renderEmbedPage({
        ...pageContext(context, options),
        selectedDocuments: selected(context),
        theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
        pinnedLanguage: context.req.query('lang') ?? null,
      }),
    );
  });
  app.get('/d/:id', (context) => {
    const document = findDocument(service, context.req.param('id'));
    return context.html(documentPage(context, document, options));
  });
  for (const path of ASSETS) {
    app.get(path, async (context) => {
      const asset = await options.asset(path);
      if (!asset) return context.notFound();
      return context.body(asset.body as string, 200, {
        'Content-Type': asset.contentType,
        'Cache-Control': 'public, max-age=300',
        // Any site may load the widget; it holds nothing secret.
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
    });
  }
}

function selected(context: Context): string[] {
  return context.req.query('documents')?.split(',').filter(Boolean) ?? [];
}

function documentPage(context: Context, document: LibraryDocument, options: AppOptions): string {
  const { transcript, translations } = document;
  const sentences = speechParagraphs(transcript, document.language).flatMap(
    (paragraph) => paragraph.sentences,
  );
  const wanted = context.req.query('lang');
  const translation = translations.find(({ language }) => language === wanted) ?? null;
  return renderDocumentPage({
    ...pageContext(context, options),
    document,
    transcript,
    sentences,
    translation: translation && toPageTranslation(translation, sentences),
    availableTranslations: translations.map(({ language }) => language),
    highlight: parseHighlight(context.req.query('q'), transcript.text.length),
  });
}

function toPageTranslation(translation: Translation, sentences: readonly Span[]): PageTranslation {
  return {
    language: translation.language,
    title: translation.title,
    sentences: sentences.map(({ start }) => translation.sentences.get(start) ?? null),
    speakers: Object.fromEntries(translation.speakers),
  };
}
