/** Report → JUnit XML: one test case a question, for continuous integration to show. */
import { reasonInWords } from './format-value.ts';
import type { QuestionResult, Report } from './report.ts';
import { groupBy } from './summarise.ts';

/** One suite a document and language; times are left out, for they are not measured here. */
export function reportToJunit(report: Report): string {
  const suites = groupBy(report.results, ({ document, language }) => `${document}.${language}`);
  const body = [...suites].map(([name, results]) => suite(name, results)).join('\n');
  const counts = attributes({ name: `Evaluation of ${report.system}`, ...countsOf(report.results) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n${body}\n</testsuites>\n`;
}

function suite(name: string, results: readonly QuestionResult[]): string {
  const cases = results.map((result) => testCase(name, result)).join('\n');
  return `  <testsuite ${attributes({ name, ...countsOf(results) })}>\n${cases}\n  </testsuite>`;
}

function countsOf(results: readonly QuestionResult[]): Record<string, string> {
  const errors = results.filter(({ miss }) => miss === 'failed').length;
  const misses = results.filter(({ miss }) => miss !== null).length;
  return {
    tests: String(results.length),
    failures: String(misses - errors),
    errors: String(errors),
    skipped: '0',
  };
}

function testCase(suiteName: string, result: QuestionResult): string {
  const head = attributes({
    classname: suiteName,
    name: `${result.id.slice(result.document.length + 1)} ${result.question}`,
  });
  if (result.miss === null) return `    <testcase ${head}/>`;
  const element = result.miss === 'failed' ? 'error' : 'failure';
  const fault = attributes({ type: result.miss, message: result.failure ?? reasonInWords(result.miss) });
  return `    <testcase ${head}>\n      <${element} ${fault}>${escapeXml(details(result))}</${element}>\n    </testcase>`;
}

function details({ wanted, citations, nearest, status }: QuestionResult): string {
  const quoted = status === 'answered' ? citations : nearest ? [nearest] : [];
  return [
    ...wanted.quotes.map(({ quote }) => `wanted: ${quote}`),
    ...wanted.facts.map((fact) => `fact: ${fact}`),
    ...quoted.map(
      ({ quote, verdict }) => `${status === 'answered' ? 'quoted' : 'nearest'} (${verdict}): ${quote}`,
    ),
  ].join('\n');
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(' ');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes markup; what XML 1.0 cannot hold at all becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
