/** One turn as a section: who speaks, in what role, in reply to what, and every sentence with its anchor. */
import { formatMessage, textDirection } from '../language/messages.ts';
import type { Span, Speaker, Turn } from '../transcript/transcript.ts';
import { layOutTurn, type Paragraph, type Piece } from './lay-out-turn.ts';
import { html, type Markup } from './markup.ts';
import type { DocumentPageView, PageTranslation } from './page-view.ts';

export function renderTurn(view: DocumentPageView, turn: Turn): Markup {
  const paragraphs = layOutTurn(view.transcript, turn, view.sentences);
  return html`<section class="turn ${turn.kind}" id="${turn.id}" aria-labelledby="${turn.id}-who">
    ${renderTurnHeader(view, turn)} ${renderReplyLinks(view, turn)}
    <div class="speech">${paragraphs.map((paragraph) => renderParagraph(view, paragraph))}</div>
  </section> `;
}

/** Text outside every turn, such as the paragraph that introduces a briefing. */
export function renderLead(view: DocumentPageView, span: Span): Markup {
  const paragraphs = layOutTurn(view.transcript, span, view.sentences);
  return html`<div class="lead">${paragraphs.map((paragraph) => renderParagraph(view, paragraph))}</div>`;
}

function renderTurnHeader(view: DocumentPageView, turn: Turn): Markup {
  const kind = html`<span class="kind">${formatMessage(view.language, `page.${turn.kind}`)}</span>`;
  const { speaker } = turn;
  if (speaker === null) return html`<h2 class="who" id="${turn.id}-who">${kind}</h2>`;
  const translated = translatedSpeaker(view, speaker.name);
  return html`<h2 class="who" id="${turn.id}-who">
      ${kind} <bdi class="name" lang="${view.document.language}">${speaker.name}</bdi>${
        translated === null
          ? ''
          : html` <bdi class="name" lang="${view.translation?.language}">${translated.name}</bdi>`
      }
    </h2>
    ${renderRole(speaker, view.document.language)}${
      translated === null ? '' : renderRole(translated, view.translation?.language ?? '')
    }`;
}

/** A speaker may be called `constructor`. */
function translatedSpeaker({ translation }: DocumentPageView, name: string): Speaker | null {
  if (translation === null || !Object.hasOwn(translation.speakers, name)) return null;
  return translation.speakers[name] ?? null;
}

function renderRole({ role, organisation }: Speaker, language: string): Markup | null {
  const parts = [role, organisation].filter((part) => part !== null && part !== '');
  return parts.length === 0
    ? null
    : html`<p class="role"><bdi lang="${language}">${parts.join(' · ')}</bdi></p>`;
}

function renderReplyLinks(view: DocumentPageView, turn: Turn): Markup | null {
  const { turns } = view.transcript;
  const question = turns.find(({ id }) => id === turn.inReplyTo);
  const answers = turns.filter(({ inReplyTo }) => inReplyTo === turn.id);
  const links = [
    ...(question === undefined
      ? []
      : [renderReplyLink(question, '↑', formatMessage(view.language, 'page.repliesTo'))]),
    ...answers.map((answer) => {
      const speaker = isolate(answer.speaker?.name ?? '');
      return renderReplyLink(answer, '↓', formatMessage(view.language, 'page.answeredBelow', { speaker }));
    }),
  ];
  return links.length === 0 ? null : html`<p class="replies">${links}</p>`;
}

function renderReplyLink(turn: Turn, arrow: string, label: string): Markup {
  return html`<a href="#${turn.id}"><span aria-hidden="true">${arrow}</span> ${label}</a> `;
}

/** Keeps a name from turning round the words beside it. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

function renderParagraph(view: DocumentPageView, paragraph: Paragraph): Markup {
  const language = view.document.language;
  const original = paragraph.pieces.map((piece) => renderPiece(view, piece));
  const attributes = html`lang="${language}" dir="${textDirection(language)}"`;
  const translated = view.translation === null ? null : renderTranslated(view, view.translation, paragraph);
  if (paragraph.level !== null) {
    const heading =
      paragraph.level === 1
        ? html`<h3 class="heading" ${attributes}>${original}</h3>`
        : html`<h4 class="heading" ${attributes}>${original}</h4>`;
    return html`<div class="pair">${heading}${translated}</div>`;
  }
  return html`<div class="pair">
    <p class="original" ${attributes}>${original}${renderAnchor(view, paragraph)}</p>
    ${translated}
  </div> `;
}

function renderAnchor(view: DocumentPageView, { pieces }: Paragraph): Markup | null {
  const first = pieces.find((piece) => piece.isStart);
  const sentence = first?.sentence == null ? undefined : view.sentences[first.sentence];
  if (sentence === undefined) return null;
  const label = formatMessage(view.language, 'page.linkToSentence');
  return html` <a
    class="anchor"
    href="#s${sentence.start}-${sentence.end}"
    lang="${view.language}"
    aria-label="${label}"
    title="${label}"
    >#</a
  >`;
}

function renderPiece(view: DocumentPageView, piece: Piece): Markup {
  const text = renderMarked(view, piece);
  const sentence = piece.sentence === null ? undefined : view.sentences[piece.sentence];
  if (sentence === undefined) return text;
  const name = `s${sentence.start}-${sentence.end}`;
  return piece.isStart
    ? html`<span class="sentence" id="${name}">${text}</span>`
    : html`<span class="sentence" data-of="${name}">${text}</span>`;
}

/** Sets off the part that a link asked for; its first piece is where the link lands. */
function renderMarked({ transcript, highlight }: DocumentPageView, { start, end }: Span): Markup {
  const { text } = transcript;
  if (highlight === null || highlight.start >= end || highlight.end <= start)
    return html`${text.slice(start, end)}`;
  const from = Math.max(start, highlight.start);
  const to = Math.min(end, highlight.end);
  const isLanding = from === highlight.start || /^\s*$/.test(text.slice(highlight.start, from));
  const marked = isLanding
    ? html`<mark id="q" tabindex="-1">${text.slice(from, to)}</mark>`
    : html`<mark>${text.slice(from, to)}</mark>`;
  return html`${text.slice(start, from)}${marked}${text.slice(to, end)}`;
}

function renderTranslated(
  view: DocumentPageView,
  translation: PageTranslation,
  paragraph: Paragraph,
): Markup | null {
  const sentences = paragraph.pieces.flatMap((piece) => {
    const text = piece.isStart && piece.sentence !== null ? translation.sentences[piece.sentence] : null;
    const sentence = piece.sentence === null ? undefined : view.sentences[piece.sentence];
    if (text == null || sentence === undefined) return [];
    return [html`<span class="sentence" data-of="s${sentence.start}-${sentence.end}">${text}</span> `];
  });
  if (sentences.length === 0) return null;
  const { language } = translation;
  return html`<p class="translated" lang="${language}" dir="${textDirection(language)}">${sentences}</p>`;
}
