/** The risk–coverage curve as inline SVG. */
import { html, type Markup } from '../page/markup.ts';
import { formatValue } from './format-value.ts';
import type { Report } from './report.ts';

const LEFT = 48;
const TOP = 10;
const WIDTH = 580;
const HEIGHT = 260;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const across = (coverage: number): number => LEFT + coverage * WIDTH;
const down = (risk: number): number => TOP + (1 - risk) * HEIGHT;

export function renderRiskCoverage({ riskCoverage, scopes }: Report): Markup {
  if (riskCoverage.length === 0) return html`<p>Nothing was asked.</p>`;
  const area = scopes.find(({ scope }) => scope === 'overall')?.values['risk_coverage_auc']?.value ?? null;
  const path = riskCoverage
    .map(
      ({ coverage, risk }, index) =>
        `${index ? 'L' : 'M'}${across(coverage).toFixed(1)} ${down(risk).toFixed(1)}`,
    )
    .join('');
  return html`<figure>
    <svg
      viewBox="0 0 ${LEFT + WIDTH + 24} ${TOP + HEIGHT + 44}"
      role="img"
      aria-label="${`Risk–coverage curve, area ${formatValue(area, 'number')}`}"
    >
      ${TICKS.map(renderTick)}
      <path class="curve" d="${path}" />
      <text x="${across(0.5)}" y="${TOP + HEIGHT + 38}" text-anchor="middle">
        coverage: share of questions answered, surest first
      </text>
    </svg>
    <figcaption>
      Upwards: share of wrong answers among those given (risk). Unanswerable questions are among them, so the
      right end cannot reach zero. Area ${formatValue(area, 'number')}; lower is better.
    </figcaption>
  </figure>`;
}

function renderTick(share: number): Markup {
  const label = formatValue(share, 'percent').replace('.0', '');
  return html`<line class="grid" x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${down(share)}" y2="${down(share)}" />
    <text x="${LEFT - 6}" y="${down(share) + 4}" text-anchor="end">${label}</text>
    <text x="${across(share)}" y="${TOP + HEIGHT + 18}" text-anchor="middle">${label}</text>`;
}
