/** Bars per language with their intervals, one panel a metric. */
import { html, type Markup } from '../page/markup.ts';
import { formatValue, formatWithInterval, scopeName } from './format-value.ts';
import type { MetricValue, Report } from './report.ts';

const PANELS = [
  'hit_1',
  'cited_passage',
  'quoted_fact',
  'abstention_recall',
  'answerable_refused',
  'answer_language',
];

export function renderLanguageBars(report: Report): Markup {
  return html`<div class="panels">${PANELS.map((id) => renderPanel(report, id))}</div>
    <p class="note">
      The thin line is the interval; the number beside a language says how many questions bear on the value.
    </p>`;
}

/** Nothing where the metric was not measured, as hit@1 over HTTP. */
function renderPanel({ metrics, scopes }: Report, id: string): Markup | null {
  const metric = metrics.find((candidate) => candidate.id === id);
  const rows = scopes.flatMap(({ scope, values }) => {
    const value = values[id];
    return scope.startsWith('language:') && value && value.value !== null
      ? [{ language: scopeName(scope), value }]
      : [];
  });
  if (!metric || rows.length === 0) return null;
  rows.sort((one, other) => (other.value.value ?? 0) - (one.value.value ?? 0));
  return html`<section>
    <h3>
      ${metric.title}<br /><small
        >${metric.explanation}${metric.better === 'lower' ? '; lower is better' : ''}</small
      >
    </h3>
    <ul class="bars">
      ${rows.map(({ language, value }) => renderBar(language, value))}
    </ul>
  </section>`;
}

function renderBar(language: string, value: MetricValue): Markup {
  const { value: share, low, high, questions } = value;
  return html`<li title="${formatWithInterval(value, 'percent')}">
    <span>${languageName(language)} <small>${questions}</small></span>
    <span class="track" aria-hidden="true">
      <span class="bar" style="width:${percent(share ?? 0)}"></span>
      ${
        low === null || high === null || low === high
          ? ''
          : html`<span class="whisker" style="left:${percent(low)};width:${percent(high - low)}"></span>`
      }
    </span>
    <span class="value">${formatValue(share, 'percent')}</span>
  </li>`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** English name with the tag, as the page is in English. */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag);
    return name && name !== tag ? `${name} (${tag})` : tag;
  } catch {
    return tag;
  }
}
