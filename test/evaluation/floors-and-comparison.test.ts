/** Floors that fail, and two reports compared question by question. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compareReports, comparisonToMarkdown } from '../../src/evaluation/compare-reports.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { checkFloors, parseFloors } from '../../src/evaluation/floors.ts';
import type { Report } from '../../src/evaluation/report.ts';
import { abstained, answered, cite, fakeSystem, gold } from './fake-system.ts';

const options = { resamples: 2000, seed: 5, level: 0.95 };
const QUESTIONS = Array.from({ length: 12 }, (_, index) =>
  gold(`q${index}`, `Question ${index}?`, 'ships', ['42']),
);

/** Answers the first `right` questions and refuses the rest. */
async function reportOf(right: number, count = 12): Promise<Report> {
  const questions = QUESTIONS.slice(0, count);
  const answers = questions.map(({ question }, index) => [
    question,
    index < right ? answered([cite('ships')]) : abstained(['pier']),
  ]);
  const sets = [{ document: 'inkwell', questions, dialogues: [] }];
  return evaluate(sets, fakeSystem(Object.fromEntries(answers)), {
    resampling: { ...options, resamples: 20 },
  });
}

describe('floors', () => {
  let report: Report;
  beforeAll(async () => {
    report = await reportOf(9);
  });
  const check = (...floors: object[]): string[] =>
    checkFloors(report, parseFloors(JSON.stringify({ floors }), 'f.json'));

  it('hold at their bound', () => {
    expect(check({ metric: 'quoted_fact', scope: 'overall', minimum: 0.75 })).toEqual([]);
    expect(check({ metric: 'answerable_refused', scope: 'language:en', maximum: 0.25 })).toEqual([]);
  });

  it('are told in one line each when missed', () => {
    expect(
      check(
        { metric: 'quoted_fact', scope: 'kind:number', minimum: 0.8 },
        { metric: 'answerable_refused', scope: 'overall', maximum: 0.07 },
        { metric: 'hit_1', scope: 'overall', minimum: 0.5 },
        { metric: 'quoted_fact', scope: 'language:xx', minimum: 0.5 },
      ),
    ).toEqual([
      'quoted_fact of kind:number is 75.0 %, but must be at least 80.0 %',
      'answerable_refused of overall is 25.0 %, but must be at most 7.0 %',
      'hit_1 of overall was not measured, but must be at least 50.0 %',
      'quoted_fact of language:xx was not measured, but must be at least 50.0 %',
    ]);
  });

  it.each([
    ['{', 'f.json: is not JSON: "{"'],
    ['{"floors": []}', 'f.json: floors: '],
    [
      '{"floors": [{"metric": "hit1", "scope": "overall", "minimum": 1}]}',
      'f.json: floors.0.metric: must be one of hit_1, ',
    ],
    ['{"floors": [{"metric": "mrr", "scope": "zh", "minimum": 1}]}', 'found "zh"'],
    ['{"floors": [{"metric": "mrr", "scope": "overall"}]}', 'either a minimum or a maximum'],
    ['{"floors": [{"metric": "mrr", "scope": "overall", "minimum": 90}]}', 'found 90'],
  ])('are refused with place and value: %s', (json, message) => {
    expect(() => parseFloors(json, 'f.json')).toThrow(message);
  });
});

describe('a comparison', () => {
  it('finds a difference that is hardly chance', async () => {
    const comparison = compareReports(await reportOf(2), await reportOf(11), options);
    const difference = comparison.differences.find(
      ({ metric, scope }) => metric === 'quoted_fact' && scope === 'overall',
    );
    expect(difference).toMatchObject({ a: 2 / 12, b: 11 / 12 });
    expect(difference?.difference).toBeCloseTo(0.75);
    // Nine of nine discordant pairs one way: 2 / 2⁹ = 0.0039.
    expect(difference?.p).toBeLessThan(0.01);
    expect(difference?.low).toBeGreaterThan(0.4);
    expect(comparison.gained).toHaveLength(9);
    expect(comparison.lost).toEqual([]);
    expect(comparisonToMarkdown(comparison)).toContain(
      '| overall | quoted fact | 16.7 % | 91.7 % | 75.0 % (',
    );
  });

  it('does not find one in a single question', async () => {
    const comparison = compareReports(await reportOf(9), await reportOf(10), options);
    expect(comparison.differences.find(({ metric }) => metric === 'quoted_fact')?.p).toBeGreaterThan(0.9);
    expect(comparison.gained).toEqual(['inkwell/q9']);
  });

  it('leaves out what only one of them was asked, and says how much', async () => {
    const comparison = compareReports(await reportOf(5, 8), await reportOf(5, 12), {
      ...options,
      resamples: 20,
    });
    expect(comparison).toMatchObject({ questions: 8, onlyInA: 0, onlyInB: 4 });
  });
});
