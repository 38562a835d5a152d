/** How reports write values, scopes and reasons. */
import type { MetricValue, MissReason, Report } from './report.ts';

type MetricRow = Report['metrics'][number];

/** Per cent with one decimal, a number with three; a dash where there is none. */
export function formatValue(value: number | null, format: MetricRow['format']): string {
  if (value === null) return '–';
  return format === 'percent' ? `${(value * 100).toFixed(1)} %` : value.toFixed(3);
}

/** `81.2 % (74.0–87.9)`. */
export function formatWithInterval({ value, low, high }: MetricValue, format: MetricRow['format']): string {
  const shown = formatValue(value, format);
  if (value === null || low === null || high === null) return shown;
  const bound = (limit: number): string => formatValue(limit, format).replace(' %', '');
  return `${shown} (${bound(low)}–${bound(high)})`;
}

/** `language:zh` → `zh`; a scope without a name stays. */
export function scopeName(scope: string): string {
  return scope.slice(scope.indexOf(':') + 1);
}

const REASONS: Readonly<Record<MissReason, string>> = {
  failed: 'no answer: the system failed',
  refused: 'refused, although the document answers it',
  should_abstain: 'answered, although the document does not say it',
  refusal_with_citations: 'refused, and yet cited',
  not_found: 'a quotation is not in the document',
  misattributed: 'a quotation is not where or whose it claims to be',
  wrong_place: 'quoted something else',
  fact_missing: 'quoted the right place, but not the fact',
  wrong_speaker: 'attributed to another speaker',
  wrong_language: 'answered in another language',
};

export function reasonInWords(reason: MissReason): string {
  return REASONS[reason];
}
