/** The table of contents: statements with their sections, questions with those who answer. */
import { formatMessage, textDirection } from '../language/messages.ts';
import type { Turn } from '../transcript/transcript.ts';
import { layOutTurn } from './lay-out-turn.ts';
import { html, type Markup } from './markup.ts';
import type { DocumentPageView } from './page-view.ts';
import { excerpt } from './structured-data.ts';

export function renderContents(view: DocumentPageView): Markup {
  const label = formatMessage(view.language, 'page.contents');
  const turns = view.transcript.turns.filter(({ kind }) => kind === 'statement' || kind === 'question');
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">${label}</h2>
    <ol>
      ${turns.map((turn) => (turn.kind === 'question' ? renderQuestion(view, turn) : renderStatement(view, turn)))}
    </ol>
  </nav>`;
}

function renderStatement(view: DocumentPageView, turn: Turn): Markup {
  const { text } = view.transcript;
  const headings = layOutTurn(view.transcript, turn, view.sentences).flatMap(({ level, pieces }) => {
    const [first] = pieces;
    const last = pieces.at(-1);
    if (level === null || first === undefined || last === undefined) return [];
    const sentence = first.sentence === null ? undefined : view.sentences[first.sentence];
    const target = sentence === undefined ? turn.id : `s${sentence.start}-${sentence.end}`;
    return [
      html`<li>
        <a href="#${target}"
          ><bdi lang="${view.document.language}">${text.slice(first.start, last.end)}</bdi></a
        >
      </li>`,
    ];
  });
  const sections =
    headings.length === 0
      ? null
      : html`<ol>
          ${headings}
        </ol>`;
  return html`<li>${renderLink(view, turn)}${sections}</li>`;
}

function renderQuestion(view: DocumentPageView, turn: Turn): Markup {
  const { text } = view.transcript;
  const language = view.document.language;
  return html`<li>
    ${renderLink(view, turn)}
    <p class="excerpt" lang="${language}" dir="${textDirection(language)}">
      ${excerpt(text.slice(turn.start, turn.end))}
    </p>
  </li>`;
}

function renderLink(view: DocumentPageView, turn: Turn): Markup {
  const kind = formatMessage(view.language, `page.${turn.kind}`);
  const name =
    turn.speaker === null ? '' : html` <bdi lang="${view.document.language}">${turn.speaker.name}</bdi>`;
  return html`<a href="#${turn.id}"><span class="kind">${kind}</span>${name}</a>`;
}
