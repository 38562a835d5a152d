/** Report → one self-contained page to look at: no script, nothing loaded from anywhere. */
import { raw } from 'hono/html';
import { html, type Markup } from '../page/markup.ts';
import { formatValue, formatWithInterval, scopeName } from './format-value.ts';
import { REPORT_STYLE } from './report-html-style.ts';
import { renderLanguageBars } from './report-html-bars.ts';
import { renderMisses } from './report-html-misses.ts';
import { renderRiskCoverage } from './report-html-risk.ts';
import type { Report, ScopeSummary } from './report.ts';

const HEADLINES = [
  'hit_1',
  'cited_passage',
  'quoted_fact',
  'abstention_recall',
  'answerable_refused',
  'citation_found',
];

export function reportToHtml(report: Report): string {
  const title = `Evaluation of ${report.system}`;
  const page = html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(REPORT_STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p>${introduction(report)}</p>
          ${report.settings.notes.map((note) => html`<p>${note}</p>`)}
        </header>
        <main>
          ${renderHeadlines(report)}
          <section aria-labelledby="languages">
            <h2 id="languages">By language</h2>
            ${renderLanguageBars(report)}
          </section>
          <section aria-labelledby="risk">
            <h2 id="risk">Risk and coverage</h2>
            ${renderRiskCoverage(report)}
          </section>
          <section aria-labelledby="values">
            <h2 id="values">All values</h2>
            ${renderAllValues(report)}
          </section>
          <section aria-labelledby="misses">
            <h2 id="misses">Misses</h2>
            ${renderMisses(report.results)}
          </section>
        </main>
      </body>
    </html> `;
  return page.toString();
}

function introduction({ results, settings, generatedAt }: Report): string {
  const asked = settings.explicitLanguage ? 'with' : 'without';
  const made = generatedAt ? ` Made ${generatedAt}.` : '';
  return `${results.length} questions, asked ${asked} the language given. Intervals: ${settings.level * 100} %, bootstrap by fact, ${settings.resamples} resamples.${made}`;
}

function renderHeadlines({ metrics, scopes }: Report): Markup {
  const overall = scopes.find(({ scope }) => scope === 'overall');
  const tiles = HEADLINES.flatMap((id) => {
    const metric = metrics.find((candidate) => candidate.id === id);
    const value = overall?.values[id];
    if (!metric || !value || value.value === null) return [];
    const interval = `${formatValue(value.low, metric.format)} to ${formatValue(value.high, metric.format)}`;
    return [
      html`<div class="tile">
        <dt>${metric.title}</dt>
        <dd class="figure">${formatValue(value.value, metric.format)}</dd>
        <dd>${interval}</dd>
        <dd>${metric.explanation}</dd>
      </div>`,
    ];
  });
  return html`<dl class="tiles">${tiles}</dl>`;
}

function renderAllValues(report: Report): Markup {
  const columns = report.scopes.filter(({ scope }) => scope === 'overall' || scope === 'languages');
  const parts = ['kind', 'document', 'language'] as const;
  return html`<div class="scroll">${renderTable(report, columns)}</div>
    ${parts.map((key) => {
      const members = report.scopes.filter(({ scope }) => scope.startsWith(`${key}:`));
      return html`<details>
        <summary>By ${key}</summary>
        <div class="scroll">${renderTable(report, members)}</div>
      </details>`;
    })}`;
}

/** Metrics as rows, scopes as columns: the scopes vary, and a wide table scrolls with its first column in place. */
function renderTable({ metrics }: Report, scopes: readonly ScopeSummary[]): Markup {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">metric</th>
        ${scopes.map(({ scope, questions }) => html`<th scope="col">${columnTitle(scope)} <small>${questions}</small></th>`)}
      </tr>
    </thead>
    <tbody>
      ${metrics.map(
        ({ id, title, explanation, better, format }) =>
          html`<tr>
            <th scope="row" title="${explanation}">${title}${better === 'lower' ? ' ↓' : ''}</th>
            ${scopes.map(({ values }) => html`<td>${values[id] ? formatWithInterval(values[id], format) : '–'}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function columnTitle(scope: string): string {
  if (scope === 'overall') return 'all questions';
  return scope === 'languages' ? 'mean over languages' : scopeName(scope);
}
