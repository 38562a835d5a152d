/** The four forms of a report: complete, escaped, and JSON as its published schema says. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { reportToHtml } from '../../src/evaluation/report-html.ts';
import { parseReport, reportJsonSchema, reportToJson } from '../../src/evaluation/report-json.ts';
import { reportToJunit } from '../../src/evaluation/report-junit.ts';
import { reportToMarkdown } from '../../src/evaluation/report-markdown.ts';
import type { Report } from '../../src/evaluation/report.ts';
import { abstained, answered, cite, fakeSystem, gold, ranking } from './fake-system.ts';

const HOSTILE = `<script>alert("1")</script> | *bold* & 'quoted' \u0001 ]]>`;
const ARABIC = 'كم سفينة؟';

let report: Report;
beforeAll(async () => {
  const questions = [
    gold('good', 'How many ships?', 'ships', ['42 ships']),
    gold('hostile', HOSTILE, 'pier', ['3 June']),
    { ...gold('ar', ARABIC, 'ships', ['The port']), language: 'ar' },
    gold('broken', 'Broken?', 'master', ['Ada Quill']),
    gold('none', 'Weather?', null),
  ];
  const answers = {
    'How many ships?': answered([cite('ships')]),
    [HOSTILE]: answered([cite('master')]),
    [ARABIC]: abstained(['ships'], { language: 'ar' }),
    'Weather?': abstained([]),
  };
  const rankings = { 'How many ships?': ranking([1], 0.9), [HOSTILE]: ranking([2, 1], 0.5) };
  report = await evaluate(
    [{ document: 'inkwell', questions, dialogues: [] }],
    fakeSystem(answers, rankings),
    {
      resampling: { resamples: 20, seed: 1, level: 0.95 },
      notes: ['No translations <here>.'],
      generatedAt: new Date('2025-08-29T10:00:00Z'),
    },
  );
});

describe('JSON', () => {
  const published = readFileSync('docs/evaluation-schema.json', 'utf8');

  it('comes back as it went', () => {
    expect(parseReport(reportToJson(report), 'a.json')).toEqual(report);
  });

  it('is as the published schema says, and the schema refuses what is not', () => {
    const schema = z.fromJSONSchema(JSON.parse(published) as Parameters<typeof z.fromJSONSchema>[0]);
    const json: unknown = JSON.parse(reportToJson(report));
    expect(schema.safeParse(json).error).toBeUndefined();
    expect(schema.safeParse({ ...report, version: 2 }).success).toBe(false);
    const [first] = report.results;
    expect(schema.safeParse({ ...report, results: [{ ...first, miss: 'tired' }] }).success).toBe(false);
  });

  it('has its schema published as the code has it; lectern eval --schema prints it', () => {
    expect(JSON.parse(published)).toEqual(JSON.parse(reportJsonSchema()));
  });

  it('is refused in one line where it is no report', () => {
    expect(() => parseReport('{', 'a.json')).toThrow(/^a\.json: is not JSON: "\{"$/);
    expect(() => parseReport('{"format": "other"}', 'a.json')).toThrow(
      'a.json: no report of this version: format',
    );
  });
});

describe('Markdown', () => {
  it('has the tables and the misses, nothing of which breaks out of its cell', () => {
    const markdown = reportToMarkdown(report);
    expect(markdown).toContain('| hit@1 | 25.0 %');
    expect(markdown).toContain('## By language');
    expect(markdown).toContain('| ar | 1 |');
    expect(markdown).toContain('## Misses (3 of 5)');
    expect(markdown).toContain('wanted: The new pier opens on 3 June.');
    expect(markdown).toContain('quoted: The harbour master is Ada Quill.');
    expect(markdown).toContain(String.raw`\<script\>alert("1")\</script\> \| \*bold\*`);
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(rows.slice(0, 20).map((row) => row.split('|').length)).size).toBe(1);
  });

  it('leaves misses out where few are wanted, and says so', () => {
    expect(reportToMarkdown(report, { misses: 1 })).toContain('2 more are in the JSON report.');
  });
});

describe('JUnit', () => {
  it('has a test case a question, failures and errors told apart, in well-formed XML', () => {
    const xml = reportToJunit(report);
    expect(xml).toContain('tests="5" failures="2" errors="1"');
    expect(xml.match(/<testcase /g)).toHaveLength(5);
    expect(xml).toContain('<failure type="wrong_place" message="quoted something else">wanted: The new pier');
    expect(xml).toContain('<error type="failed" message="no answer to Broken?">');
    expect(xml).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(xml).not.toContain('\u0001');
    expect(unbalanced(xml)).toEqual([]);
  });
});

describe('HTML', () => {
  it('shows bars, curve and misses without script or anything to load', () => {
    const page = reportToHtml(report);
    expect(page).toContain('<svg');
    expect(page).toContain('class="curve" d="M');
    expect(page).toContain('class="whisker"');
    expect(page).toContain('Arabic (ar)');
    expect(page).toContain('<mark>3 June</mark>');
    expect(page).toContain('No translations &lt;here&gt;.');
    expect(page).not.toMatch(/<script|\bsrc=|url\(|@import|href="(?!data:,)/);
  });

  it('gives every text its language and direction', () => {
    const page = reportToHtml(report);
    expect(page).toContain(`lang="ar" dir="rtl">${ARABIC}</p>`);
    expect(page).toMatch(/<blockquote lang="en" dir="ltr">\s*<mark>The port<\/mark>/);
  });

  it('is whole where there is nothing to show', async () => {
    const empty = await evaluate([], fakeSystem({}), { resampling: { resamples: 5, seed: 1, level: 0.95 } });
    expect(reportToHtml(empty)).toContain('Nothing was asked.');
    expect(reportToMarkdown(empty)).toContain('0 questions');
    expect(unbalanced(reportToJunit(empty))).toEqual([]);
  });
});

/** Tags that were opened and not closed, or closed and not opened. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = '', rest = ''] of xml.matchAll(
    /<(\/?)([A-Za-z][\w-]*)((?:"[^"]*"|[^">])*)>/g,
  )) {
    if (slash) {
      if (open.pop() !== name) wrong.push(name);
    } else if (!rest.endsWith('/')) open.push(name);
  }
  return [...wrong, ...open];
}
