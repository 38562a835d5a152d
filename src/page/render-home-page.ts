/** The first page: a question box, and below it what it can be asked about. */
import { formatMessage, textDirection } from '../language/messages.ts';
import { html, type Markup } from './markup.ts';
import type { DocumentListItem, EmbedPageView, HomePageView } from './page-view.ts';
import { renderLanguages } from './render-languages.ts';
import { languageName, renderDate, renderLayout, renderSiteBar } from './render-layout.ts';

export function renderHomePage(view: HomePageView): string {
  const title = formatMessage(view.language, 'widget.title');
  return renderLayout(view, {
    title: `${title} · Lectern`,
    description: formatMessage(view.language, 'widget.aiNotice'),
    path: '/',
    head: [],
    bodyClass: 'home',
    body: html`${renderSiteBar(html`<nav><a href="#documents">${formatMessage(view.language, 'page.documents')}</a></nav>`)}
      <main>
        <h1>${title}</h1>
        ${renderWidget(view.selectedDocuments, view.offersFeedback, null, 'auto')}
        <section class="documents" id="documents" aria-labelledby="documents-title">
          <h2 id="documents-title">${formatMessage(view.language, 'page.documents')}</h2>
          <ul>
            ${view.documents.map((document) => renderDocument(view, document))}
          </ul>
        </section>
      </main>`,
  });
}

/** The question box alone, for a frame on another page. */
export function renderEmbedPage(view: EmbedPageView): string {
  const title = formatMessage(view.language, 'widget.title');
  return renderLayout(view, {
    title,
    description: null,
    path: '/embed',
    head: [html`<meta name="robots" content="noindex" />`],
    bodyClass: `embed ${view.theme}`,
    body: html`<main>
      ${renderWidget(view.selectedDocuments, view.offersFeedback, view.pinnedLanguage, view.theme)}
    </main>`,
  });
}

function renderWidget(
  documents: readonly string[],
  offersFeedback: boolean,
  language: string | null,
  theme: string,
): Markup {
  const attributes = [
    language === null ? '' : html` language="${language}"`,
    documents.length === 0 ? '' : html` documents="${documents.join(',')}"`,
    offersFeedback ? html` feedback="on"` : '',
  ];
  return html`<lectern-chat mode="page" theme="${theme}" ${attributes}></lectern-chat>`;
}

function renderDocument(view: HomePageView, document: DocumentListItem): Markup {
  const { language } = view;
  const bdi = (text: string | null): Markup | null =>
    text === null ? null : html`<bdi lang="${document.language}">${text}</bdi>`;
  const path = `/d/${encodeURIComponent(document.id)}`;
  const facts = [renderDate(document.date, language), bdi(document.place), bdi(document.publisher)].filter(
    (fact) => fact !== null,
  );
  const languages = renderLanguages({
    language,
    current: languageName(document.language, language),
    original: document.language,
    translations: document.translations,
    chosen: null,
    address: (tag) => (tag === null ? path : `${path}?lang=${encodeURIComponent(tag)}`),
  });
  return html`<li>
    <a href="${path}" lang="${document.language}" dir="${textDirection(document.language)}"
      >${document.title}</a
    >
    <p class="facts">${facts.map((fact, index) => html`${index === 0 ? '' : ' · '}${fact}`)}</p>
    ${document.translations.length === 0 ? '' : languages}
  </li>`;
}
