/** Every metric against values worked out by hand. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  abstentionF1,
  abstentionPrecision,
  abstentionRecall,
  answerableRefused,
  type Decision,
  type Fraction,
} from '../../src/evaluation/metrics/abstention.ts';
import { isSameLanguage } from '../../src/evaluation/metrics/answer-language.ts';
import { citationPrecision } from '../../src/evaluation/metrics/citation-precision.ts';
import { citationRecall } from '../../src/evaluation/metrics/citation-recall.ts';
import { type CitedQuote, supports } from '../../src/evaluation/metrics/citation-support.ts';
import { isVerbatim, judgeCitation } from '../../src/evaluation/metrics/citation-verdict.ts';
import { hitAt } from '../../src/evaluation/metrics/hit-rate.ts';
import { ndcgAt } from '../../src/evaluation/metrics/ndcg.ts';
import { quotedFact } from '../../src/evaluation/metrics/quoted-fact.ts';
import { reciprocalRank } from '../../src/evaluation/metrics/reciprocal-rank.ts';
import { riskCoverageArea, riskCoverageCurve } from '../../src/evaluation/metrics/risk-coverage.ts';
import { verbatimRate } from '../../src/evaluation/metrics/verbatim-rate.ts';
import { cite, DOCUMENT, MASTER } from './fake-system.ts';

describe('ranking', () => {
  it('hits when a relevant passage is among the first k', () => {
    expect([hitAt([3, 7], 1), hitAt([3, 7], 3), hitAt([], 5)]).toEqual([0, 1, 0]);
  });

  it('takes the reciprocal of the first relevant rank', () => {
    expect([reciprocalRank([4, 2]), reciprocalRank([1]), reciprocalRank([])]).toEqual([0.5, 1, 0]);
  });

  it('discounts gains by the logarithm of the rank', () => {
    // Relevant at 2 and 3 of two: (1/log2 3 + 1/log2 4) / (1 + 1/log2 3) = 1.13093 / 1.63093.
    expect(ndcgAt([2, 3], 2, 10)).toBeCloseTo(0.69343, 5);
    expect(ndcgAt([1, 2], 2, 10)).toBe(1);
    // One of two found, first; the ideal has both: 1 / 1.63093.
    expect(ndcgAt([1], 2, 10)).toBeCloseTo(0.61315, 5);
    expect(ndcgAt([11], 1, 10)).toBe(0);
    // Only one place to fill, so one of two is ideal.
    expect(ndcgAt([1], 2, 1)).toBe(1);
  });
});

const wanted = { document: 'd', places: [{ start: 10, end: 20 }], facts: ['42 ships', 'May'] };
const citation = (start: number, quote: string, changes: Partial<CitedQuote> = {}): CitedQuote => ({
  document: 'd',
  quote,
  start,
  end: start + quote.length,
  verdict: 'found',
  ...changes,
});
const whole = citation(10, '４２\nships in May');
const ships = citation(12, '42 ships');
const may = citation(15, 'in May');
const elsewhere = citation(40, '42 ships in May');

describe('citations', () => {
  it('support at the place by overlap, at the fact by containing every fact, width and white space aside', () => {
    expect(supports([whole], wanted, 'fact')).toBe(true);
    expect(supports([ships], wanted, 'place')).toBe(true);
    expect(supports([ships], wanted, 'fact')).toBe(false);
    expect(supports([ships, may], wanted, 'fact')).toBe(true);
    expect(supports([], wanted, 'place')).toBe(false);
  });

  it('support nothing from elsewhere, from another document or when not found', () => {
    expect(supports([elsewhere], wanted, 'place')).toBe(false);
    expect(supports([citation(20, 'touches the end')], wanted, 'place')).toBe(false);
    expect(supports([{ ...whole, document: 'e' }], wanted, 'place')).toBe(false);
    expect(supports([{ ...whole, verdict: 'misattributed' }], wanted, 'place')).toBe(false);
  });

  it('have ALCE recall of all together', () => {
    expect(citationRecall([elsewhere, ships], wanted, 'place')).toBe(1);
    expect(citationRecall([elsewhere, ships], wanted, 'fact')).toBe(0);
    expect(citationRecall([], wanted, 'place')).toBe(0);
    expect(quotedFact([ships, may], wanted)).toBe(1);
    expect(quotedFact([], wanted)).toBe(0);
  });

  it('have ALCE precision of each: it suffices alone or cannot be spared', () => {
    expect(citationPrecision([whole, elsewhere], wanted, 'fact')).toBe(0.5);
    expect(citationPrecision([ships, may], wanted, 'fact')).toBe(1);
    // Neither part is needed beside the whole.
    expect(citationPrecision([whole, ships, may], wanted, 'fact')).toBeCloseTo(1 / 3);
    expect(citationPrecision([whole, ships, may], wanted, 'place')).toBe(1);
    // Recall 0: no citation counts.
    expect(citationPrecision([ships], wanted, 'fact')).toBe(0);
    expect(citationPrecision([], wanted, 'fact')).toBeNull();
  });
});

describe('verdicts', () => {
  it('finds a citation that is right in every respect', () => {
    expect(judgeCitation(cite('ships'), DOCUMENT)).toBe('found');
    expect(judgeCitation(cite('master'), DOCUMENT)).toBe('found');
  });

  it.each([
    ['shifted offsets', cite('ships', { start: cite('ships').start + 1, end: cite('ships').end + 1 })],
    ['another turn', cite('ships', { turn: { ...cite('ships').turn, id: 't3' } })],
    ['an unknown turn', cite('ships', { turn: { ...cite('ships').turn, id: 't9' } })],
    ['another kind', cite('ships', { turn: { ...cite('ships').turn, kind: 'statement' } })],
    ['another speaker', cite('ships', { speaker: { ...MASTER, name: 'Bo Reed' } })],
    ['another role', cite('ships', { speaker: { ...MASTER, role: 'pilot' } })],
    ['no speaker', cite('ships', { speaker: null })],
    ['no question', cite('ships', { inReplyTo: null })],
    [
      'a question as evidence',
      cite('ships', {
        quote: 'How much?',
        start: 0,
        end: 9,
        speaker: null,
        inReplyTo: null,
        turn: { id: 't1', kind: 'question', ordinal: 1, url: '' },
      }),
    ],
  ])('calls misattributed: %s', (_, citation) => {
    expect(judgeCitation(citation, DOCUMENT)).toBe('misattributed');
  });

  it('does not find words that are not there, nor anything in a document that is not there', () => {
    expect(judgeCitation(cite('ships', { quote: 'The port handled 42 ships in May.' }), DOCUMENT)).toBe(
      'not_found',
    );
    expect(judgeCitation(cite('ships', { quote: '', end: cite('ships').start }), DOCUMENT)).toBe('not_found');
    expect(judgeCitation(cite('ships'), undefined)).toBe('not_found');
    expect(isVerbatim(cite('ships'), undefined)).toBe(false);
  });

  it('counts verbatim citations', () => {
    expect(verbatimRate([{ verbatim: true }, { verbatim: false }])).toBe(0.5);
    expect(verbatimRate([])).toBeNull();
  });
});

describe('abstention', () => {
  const decisions: Decision[] = [
    { expected: 'abstain', status: 'abstained' },
    { expected: 'abstain', status: 'abstained' },
    { expected: 'abstain', status: 'answered' },
    { expected: 'abstain', status: 'failed' },
    { expected: 'answer', status: 'abstained' },
    { expected: 'answer', status: 'answered' },
    { expected: 'answer', status: 'answered' },
    { expected: 'answer', status: 'failed' },
  ];
  const value = (fraction: (decision: Decision) => Fraction): number => {
    const parts = decisions.map(fraction);
    const sum = (key: keyof Fraction): number => parts.reduce((total, part) => total + part[key], 0);
    return sum('numerator') / sum('denominator');
  };

  it('has TP 2, FP 1, FN 2, one of four answerable refused', () => {
    expect(value(abstentionPrecision)).toBeCloseTo(2 / 3);
    expect(value(abstentionRecall)).toBe(0.5);
    expect(value(abstentionF1)).toBeCloseTo(4 / 7);
    expect(value(answerableRefused)).toBe(0.25);
  });
});

describe('risk and coverage', () => {
  it('accumulates errors from the surest on', () => {
    const predictions = [
      { confidence: 0.2, error: 1 },
      { confidence: 0.9, error: 0 },
      { confidence: 0.6, error: 1 },
    ];
    // Risks 0/1, 1/2, 2/3.
    expect(riskCoverageCurve(predictions).map(({ risk }) => risk)).toEqual([0, 0.5, 2 / 3]);
    expect(riskCoverageArea(predictions)).toBeCloseTo((0 + 0.5 + 2 / 3) / 3);
    expect(riskCoverageArea([])).toBeNull();
  });

  it('spreads the errors of ties evenly, whatever their order', () => {
    const tied = [1, 0, 0, 1].map((error) => ({ confidence: 1, error }));
    expect(riskCoverageCurve(tied).map(({ risk }) => risk)).toEqual([0.5, 0.5, 0.5, 0.5]);
    const prediction = fc.record({ confidence: fc.constantFrom(0, 1, 2), error: fc.constantFrom(0, 1) });
    fc.assert(
      fc.property(fc.array(prediction, { minLength: 1 }), (predictions) => {
        const area = riskCoverageArea(predictions) ?? Number.NaN;
        expect(riskCoverageArea([...predictions].toReversed())).toBeCloseTo(area, 10);
        expect(area).toBeGreaterThanOrEqual(0);
        expect(area).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('answer language', () => {
  it.each([
    ['en', 'en-GB', 1],
    ['zh', 'zh-CN', 1],
    ['zh-Hant', 'zh-TW', 1],
    ['zh-Hant', 'zh-HK', 1],
    ['zh', 'zh-Hant', 0],
    ['zh-Hant', 'zh', 0],
    ['fa', 'tg', 0],
    ['fa', 'fa-IR', 1],
    ['id', 'in', 1],
    ['not a tag', 'en', 0],
  ])('%s asked, %s answered: %i', (asked, answered, same) => {
    expect(isSameLanguage(asked, answered)).toBe(same);
  });
});
