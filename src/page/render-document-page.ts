/** The transcript as a page that can be read, linked to and quoted without any script. */
import { formatMessage, textDirection } from '../language/messages.ts';
import type { Span } from '../transcript/transcript.ts';
import { html, jsonBlock, type Markup } from './markup.ts';
import { renderContents } from './render-contents.ts';
import { renderLanguages, type LanguageLinks } from './render-languages.ts';
import { languageName, renderDate, renderLayout, renderSiteBar, webAddress } from './render-layout.ts';
import { renderLead, renderTurn } from './render-turn.ts';
import { excerpt, structuredData } from './structured-data.ts';
import type { DocumentPageView } from './page-view.ts';

/** The whole HTML document. */
export function renderDocumentPage(view: DocumentPageView): string {
  const { document, transcript, language } = view;
  const path = `/d/${encodeURIComponent(document.id)}`;
  const bar = renderSiteBar(
    html`<nav>
      <a href="/?documents=${encodeURIComponent(document.id)}">${formatMessage(language, 'page.askAbout')}</a>
    </nav>`,
  );
  const firstTurn = transcript.turns[0];
  const speech =
    firstTurn === undefined ? transcript.text : transcript.text.slice(firstTurn.start, firstTurn.end);
  return renderLayout(view, {
    title: `${document.title} · Lectern`,
    description: excerpt(speech),
    path,
    head: [
      html`<link
        rel="alternate"
        type="application/json"
        href="/documents/${encodeURIComponent(document.id)}"
      />`,
      jsonBlock('application/ld+json', structuredData(view)),
    ],
    bodyClass: view.translation === null ? 'document' : 'document parallel',
    body: html`${bar}
      <main>
        ${renderHeader(view)} ${renderTools(view, path)}
        <div class="columns">
          ${renderContents(view)}
          <article class="transcript">${renderSpeech(view)}</article>
        </div>
      </main>
      <lectern-chat
        mode="bubble"
        documents="${document.id}"
        ${view.offersFeedback ? html` feedback="on"` : ''}
      ></lectern-chat>`,
  });
}

function renderHeader({ document, translation, language }: DocumentPageView): Markup {
  const source = webAddress(document.url);
  const published =
    document.date === null || document.publisher === null
      ? [renderDate(document.date, language), document.publisher].filter((part) => part !== null)
      : [renderPublished(document.date, document.publisher, language)];
  const facts = [
    ...published,
    ...(document.place === null ? [] : [html`<bdi lang="${document.language}">${document.place}</bdi>`]),
  ];
  return html`<header class="masthead">
    <h1 lang="${document.language}" dir="${textDirection(document.language)}">${document.title}</h1>
    ${translation?.title == null ? '' : html`<p class="subtitle" lang="${translation.language}" dir="${textDirection(translation.language)}">${translation.title}</p>`}
    <p class="facts">${facts.map((fact, index) => html`${index === 0 ? '' : ' · '}${fact}`)}</p>
    ${source === null ? '' : html`<p class="facts"><a href="${source}" rel="noopener">${source}</a></p>`}
    ${translation === null ? '' : html`<p class="note">${formatMessage(language, 'page.translationNotice')}</p>`}
  </header>`;
}

/** The catalogue's sentence with the date as a machine reads it. */
function renderPublished(date: string, publisher: string, language: string): Markup {
  const gap = '\u0000';
  const [before = '', after = ''] = formatMessage(language, 'page.published', {
    date: gap,
    publisher: `\u2068${publisher}\u2069`,
  }).split(gap);
  return html`${before}${renderDate(date, language)}${after}`;
}

function renderTools(view: DocumentPageView, path: string): Markup {
  const { language } = view;
  return html`<div class="tools">
    ${view.availableTranslations.length === 0 ? '' : renderLanguages(languageLinks(view, path))}
    <form class="search" role="search" hidden>
      <label for="search">${formatMessage(language, 'page.searchInPage')}</label>
      <input id="search" type="search" autocomplete="off" enterkeyhint="search" /><output
        for="search"
      ></output>
    </form>
  </div>`;
}

/** The marked words stay marked in every language. */
function languageLinks(
  { language, document, translation, highlight, availableTranslations }: DocumentPageView,
  path: string,
): LanguageLinks {
  const range = highlight === null ? null : `${highlight.start}-${highlight.end}`;
  const chosen = translation?.language ?? null;
  return {
    language,
    original: document.language,
    translations: availableTranslations,
    chosen,
    current:
      chosen === null
        ? formatMessage(language, 'page.original')
        : formatMessage(language, 'page.sideBySide', { language: languageName(chosen, language) }),
    address: (tag) => {
      const query = new URLSearchParams({
        ...(tag === null ? {} : { lang: tag }),
        ...(range === null ? {} : { q: range }),
      });
      return `${path}${query.size === 0 ? '' : `?${query}`}${range === null ? '' : '#q'}`;
    },
  };
}

/** Turns in order, with the text between them that belongs to nobody. */
function renderSpeech(view: DocumentPageView): Markup[] {
  const { turns, blocks, text } = view.transcript;
  const outside = blocks.filter(
    (block) =>
      (block.kind === 'lead' || block.kind === 'heading') &&
      text.slice(block.start, block.end).trim() !== view.document.title &&
      !turns.some((turn) => turn.start <= block.start && block.start < turn.end),
  );
  const parts: { readonly span: Span; readonly markup: Markup }[] = [
    ...outside.map((span) => ({ span, markup: renderLead(view, span) })),
    ...turns.map((turn) => ({ span: turn, markup: renderTurn(view, turn) })),
  ];
  return parts.toSorted((a, b) => a.span.start - b.span.start).map(({ markup }) => markup);
}
