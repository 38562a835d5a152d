/** Every metric of a report: what it is called, which questions bear on it, and how their contributions make one value. */
import { namesSpeaker } from './judge-answer.ts';
import {
  abstentionF1,
  abstentionPrecision,
  abstentionRecall,
  answerableRefused,
  type Decision,
  type Fraction,
} from './metrics/abstention.ts';
import { isSameLanguage } from './metrics/answer-language.ts';
import { citationPrecision } from './metrics/citation-precision.ts';
import { citationRecall } from './metrics/citation-recall.ts';
import type { SupportLevel, Wanted } from './metrics/citation-support.ts';
import { hitAt } from './metrics/hit-rate.ts';
import { ndcgAt } from './metrics/ndcg.ts';
import { quotedFact } from './metrics/quoted-fact.ts';
import { reciprocalRank } from './metrics/reciprocal-rank.ts';
import { riskCoverageArea } from './metrics/risk-coverage.ts';
import { verbatimRate } from './metrics/verbatim-rate.ts';
import { predictionOf } from './prediction.ts';
import type { QuestionResult } from './report.ts';

/** What one question adds; `order` is its confidence, for metrics that sort. */
export interface Contribution extends Fraction {
  readonly order: number;
}

export interface Metric {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly better: 'higher' | 'lower';
  readonly format: 'percent' | 'number';
  /** Null where the question does not bear on the metric. */
  contribute(result: QuestionResult): Contribution | null;
  /** Null without anything to divide by. */
  combine(contributions: readonly Contribution[]): number | null;
}

/** Id, title, explanation, contribution. */
type Row = readonly [string, string, string, (result: QuestionResult) => Contribution | null];

const answerable = ({ expected }: QuestionResult): boolean => expected === 'answer';
const answered = (result: QuestionResult): boolean => answerable(result) && result.status === 'answered';

const RANKING: readonly Row[] = [
  ['hit_1', 'hit@1', 'a passage with the answer is ranked first', ranked((ranks) => hitAt(ranks, 1))],
  [
    'hit_3',
    'hit@3',
    'a passage with the answer is among the first three',
    ranked((ranks) => hitAt(ranks, 3)),
  ],
  ['hit_5', 'hit@5', 'a passage with the answer is among the first five', ranked((ranks) => hitAt(ranks, 5))],
  ['mrr', 'MRR', 'mean of 1 / rank of the first passage with the answer', ranked(reciprocalRank)],
  [
    'ndcg_10',
    'nDCG@10',
    'gain of the first ten ranks against the best order',
    ranked((ranks, all) => ndcgAt(ranks, all, 10)),
  ],
];

const CITATION: readonly Row[] = [
  [
    'cited_passage',
    'cited passage',
    'answerable questions whose first citation is from a passage with the answer',
    when(answerable, (result) => Number(result.citedPassage)),
  ],
  [
    'quoted_fact',
    'quoted fact',
    'answerable questions whose quotations hold the fact',
    when(answerable, (result) => quotedFact(result.citations, wantedOf(result))),
  ],
  [
    'citation_recall',
    'citation recall',
    'answers with a citation from a right place',
    when(answered, recallAt('place')),
  ],
  [
    'citation_precision',
    'citation precision',
    'citations from a right place, per answer',
    when(answered, precisionAt('place')),
  ],
  ['fact_recall', 'fact recall', 'answers whose citations hold the fact', when(answered, recallAt('fact'))],
  [
    'fact_precision',
    'fact precision',
    'citations that hold the fact or are needed for it, per answer',
    when(answered, precisionAt('fact')),
  ],
  [
    'citation_found',
    'citations found',
    'citations that are verbatim, in place and by the right speaker',
    perCitation(({ verdict }) => verdict === 'found'),
  ],
  ['verbatim', 'verbatim', 'citations that are verbatim at their offsets', (result) => verbatim(result)],
  [
    'speaker',
    'speaker',
    'questions for the speaker whose citation names him',
    when(
      ({ wanted }) => wanted.speaker !== null,
      ({ citations, wanted }) => Number(namesSpeaker(citations, wanted.speaker ?? '')),
    ),
  ],
];

const DECISION: readonly Row[] = [
  ['abstention_precision', 'abstention precision', 'refusals that were right', decision(abstentionPrecision)],
  ['abstention_recall', 'abstention recall', 'unanswerable questions refused', decision(abstentionRecall)],
  ['abstention_f1', 'abstention F1', 'harmonic mean of the two', decision(abstentionF1)],
];

const LANGUAGE: readonly Row[] = [
  [
    'answer_language',
    'answer language',
    'answers and refusals in the language of the question, recognised',
    when(
      ({ answerLanguage }) => answerLanguage !== null,
      (result) => isSameLanguage(result.language, result.answerLanguage ?? ''),
    ),
  ],
  [
    'answer_language_explicit',
    'answer language, asked for',
    'the same with the language given in the request',
    when(
      ({ explicitAnswerLanguage }) => explicitAnswerLanguage !== null,
      (result) => isSameLanguage(result.language, result.explicitAnswerLanguage ?? ''),
    ),
  ],
];

export const METRICS: readonly Metric[] = [
  ...[...RANKING, ...CITATION, ...DECISION].map((row) => ratio(row, 'higher')),
  ratio(
    ['answerable_refused', 'answerable refused', 'answerable questions refused', decision(answerableRefused)],
    'lower',
  ),
  ...LANGUAGE.map((row) => ratio(row, 'higher')),
  {
    id: 'risk_coverage_auc',
    title: 'risk–coverage area',
    explanation: 'mean share of wrong answers when only the surest are given',
    better: 'lower',
    format: 'number',
    contribute: (result) => {
      const { confidence, error } = predictionOf(result);
      return { numerator: error, denominator: 1, order: confidence };
    },
    combine: (contributions) =>
      riskCoverageArea(
        contributions.map(({ numerator, order }) => ({ confidence: order, error: numerator })),
      ),
  },
];

const NUMBERS = new Set(['mrr', 'ndcg_10', 'abstention_f1']);

function ratio([id, title, explanation, contribute]: Row, better: Metric['better']): Metric {
  const format = NUMBERS.has(id) ? 'number' : 'percent';
  return { id, title, explanation, better, format, contribute, combine: ratioOfSums };
}

/** Σ numerators / Σ denominators: a mean where every denominator is 1. */
function ratioOfSums(contributions: readonly Contribution[]): number | null {
  let [numerator, denominator] = [0, 0];
  for (const contribution of contributions) {
    numerator += contribution.numerator;
    denominator += contribution.denominator;
  }
  return denominator === 0 ? null : numerator / denominator;
}

function one(value: number): Contribution {
  return { numerator: value, denominator: 1, order: 0 };
}

function when(
  bears: (result: QuestionResult) => boolean,
  value: (result: QuestionResult) => number | null,
): Row[3] {
  return (result) => {
    const measured = bears(result) ? value(result) : null;
    return measured === null ? null : one(measured);
  };
}

function ranked(value: (ranks: readonly number[], relevant: number) => number): Row[3] {
  return when(answerable, ({ ranking }) => (ranking ? value(ranking.ranks, ranking.relevant) : null));
}

function decision(fraction: (decision: Decision) => Fraction): Row[3] {
  return (result) => {
    const { numerator, denominator } = fraction(result);
    return denominator === 0 ? null : { numerator, denominator, order: 0 };
  };
}

function perCitation(holds: (citation: QuestionResult['citations'][number]) => boolean): Row[3] {
  return ({ citations }) =>
    citations.length === 0
      ? null
      : { numerator: citations.filter(holds).length, denominator: citations.length, order: 0 };
}

function verbatim({ citations }: QuestionResult): Contribution | null {
  const rate = verbatimRate(citations);
  return rate === null
    ? null
    : { numerator: rate * citations.length, denominator: citations.length, order: 0 };
}

/** What the citations of a result have to rest on. */
export function wantedOf({ document, wanted }: QuestionResult): Wanted {
  return { document, places: wanted.quotes, facts: wanted.facts };
}

function recallAt(level: SupportLevel): (result: QuestionResult) => number {
  return (result) => citationRecall(result.citations, wantedOf(result), level);
}

/** An answer without citations proves nothing: precision 0, not undefined. */
function precisionAt(level: SupportLevel): (result: QuestionResult) => number {
  return (result) => citationPrecision(result.citations, wantedOf(result), level) ?? 0;
}
