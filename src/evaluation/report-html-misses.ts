/** Every miss: what was quoted beside what was wanted, each text in its own language and direction. */
import { textDirection } from '../language/messages.ts';
import { html, type Markup } from '../page/markup.ts';
import { reasonInWords } from './format-value.ts';
import { languageName } from './report-html-bars.ts';
import type { JudgedCitation, QuestionResult } from './report.ts';
import { groupBy } from './summarise.ts';

/** More than this and the languages are folded, for the reader to open the one that matters. */
const UNFOLDED = 60;

export function renderMisses(results: readonly QuestionResult[]): Markup {
  const missed = results.filter(({ miss }) => miss !== null);
  if (missed.length === 0) return html`<p>None.</p>`;
  const languages = [...groupBy(missed, ({ language }) => language)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return html`<p class="note">
      ${missed.length} of ${results.length} questions. The fact that was wanted is marked.
    </p>
    ${languages.map(
      ([language, members]) =>
        html`<details ${missed.length > UNFOLDED ? '' : 'open'}>
          <summary>${languageName(language)}: ${members.length}</summary>
          ${members.map(renderMiss)}
        </details>`,
    )}`;
}

function renderMiss(result: QuestionResult): Markup {
  const { id, kind, language, question, understood, miss, failure } = result;
  const completed = understood !== null && understood !== question ? understood : null;
  return html`<article class="miss">
    <p class="asked" lang="${language}" dir="${textDirection(language)}">${question}</p>
    ${completed ? html`<p class="what" lang="${language}" dir="${textDirection(language)}">${completed}</p>` : ''}
    <p class="what">
      <span class="reason">${miss ? reasonInWords(miss) : ''}${failure ? `: ${failure}` : ''}</span>
      · ${kind} · ${confidenceOf(result)}${id}
    </p>
    <div class="beside">${renderWanted(result)} ${renderQuoted(result)}</div>
  </article>`;
}

function confidenceOf({ confidence, probability }: QuestionResult): string {
  if (confidence === null) return '';
  return `${confidence} confidence${probability === null ? '' : ` (${probability.toFixed(2)})`} · `;
}

function renderWanted({ wanted, expected }: QuestionResult): Markup {
  const attributes = { lang: wanted.language, dir: textDirection(wanted.language) };
  return html`<div>
    <h4>Wanted${wanted.speaker === null ? '' : `, said by ${wanted.speaker}`}</h4>
    ${
      expected === 'abstain'
        ? html`<p class="by">No answer: the document does not give one.</p>`
        : wanted.quotes.map(
            ({ quote }) =>
              html`<blockquote lang="${attributes.lang}" dir="${attributes.dir}">
                ${markFacts(quote, wanted.facts)}
              </blockquote>`,
          )
    }
  </div>`;
}

function renderQuoted({ status, citations, nearest, wanted }: QuestionResult): Markup {
  const shown = status === 'answered' ? citations : nearest ? [nearest] : [];
  return html`<div>
    <h4>${status === 'answered' ? 'Quoted' : 'Refused; the nearest was'}</h4>
    ${shown.length === 0 ? html`<p class="by">Nothing.</p>` : shown.map((citation) => renderCitation(citation, wanted.facts))}
  </div>`;
}

function renderCitation(
  { quote, language, speaker, verdict, inPlace }: JudgedCitation,
  facts: readonly string[],
): Markup {
  const verdictInWords = verdict === 'found' ? '' : ` · ${verdict.replace('_', ' ')}`;
  return html`<blockquote lang="${language}" dir="${textDirection(language)}">
      ${markFacts(quote, facts)}
    </blockquote>
    <p class="by">
      <bdi>${speaker ?? 'speaker not named'}</bdi> ·
      ${inPlace ? 'right place' : 'another place'}${verdictInWords}
    </p>`;
}

/** Facts that stand in the text as they are written are marked, the first time that each occurs. */
function markFacts(text: string, facts: readonly string[]): Markup[] {
  const spans = facts
    .map((fact) => ({ start: text.indexOf(fact), length: fact.length }))
    .filter(({ start }) => start >= 0)
    .sort((one, other) => one.start - other.start);
  const parts: Markup[] = [];
  let done = 0;
  for (const { start, length } of spans) {
    if (start < done) continue;
    parts.push(html`${text.slice(done, start)}<mark>${text.slice(start, start + length)}</mark>`);
    done = start + length;
  }
  return [...parts, html`${text.slice(done)}`];
}
