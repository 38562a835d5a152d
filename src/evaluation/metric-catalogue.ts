/** Every metric of a report: what it is called, which questions bear on it, and how they make one value. */
import { namesSpeaker } from './judge-answer.ts';
import {
  isAnswerable,
  isAnswered,
  perCitation,
  ranked,
  ratioOfSums,
  summed,
  when,
  type Metric,
} from './metric.ts';
import {
  abstentionF1,
  abstentionPrecision,
  abstentionRecall,
  answerableRefused,
} from './metrics/abstention.ts';
import { isSameLanguage } from './metrics/answer-language.ts';
import { citationPrecision } from './metrics/citation-precision.ts';
import { citationRecall } from './metrics/citation-recall.ts';
import type { SupportLevel, Wanted } from './metrics/citation-support.ts';
import { foundRate } from './metrics/citation-verdict.ts';
import { hitAt } from './metrics/hit-rate.ts';
import { ndcgAt } from './metrics/ndcg.ts';
import { quotedFact } from './metrics/quoted-fact.ts';
import { reciprocalRank } from './metrics/reciprocal-rank.ts';
import { riskCoverageArea } from './metrics/risk-coverage.ts';
import { verbatimRate } from './metrics/verbatim-rate.ts';
import { predictionOf } from './prediction.ts';
import type { QuestionResult } from './report.ts';

const percent = { better: 'higher', format: 'percent', combine: ratioOfSums } as const;
const number = { better: 'higher', format: 'number', combine: ratioOfSums } as const;

const RANKING: readonly Metric[] = [
  {
    ...percent,
    id: 'hit_1',
    title: 'hit@1',
    explanation: 'a passage with the answer is ranked first',
    contribute: ranked((ranks) => hitAt(ranks, 1)),
  },
  {
    ...percent,
    id: 'hit_3',
    title: 'hit@3',
    explanation: 'a passage with the answer is among the first three',
    contribute: ranked((ranks) => hitAt(ranks, 3)),
  },
  {
    ...percent,
    id: 'hit_5',
    title: 'hit@5',
    explanation: 'a passage with the answer is among the first five',
    contribute: ranked((ranks) => hitAt(ranks, 5)),
  },
  {
    ...number,
    id: 'mrr',
    title: 'MRR',
    explanation: 'mean of 1 / rank of the first passage with the answer',
    contribute: ranked(reciprocalRank),
  },
  {
    ...number,
    id: 'ndcg_10',
    title: 'nDCG@10',
    explanation: 'gain of the first ten ranks against the best order',
    contribute: ranked((ranks, relevant) => ndcgAt(ranks, relevant, 10)),
  },
];

const ANSWERABLE: readonly Metric[] = [
  {
    ...percent,
    id: 'cited_passage',
    title: 'cited passage',
    explanation: 'answerable questions whose first citation is from a passage with the answer',
    contribute: when(isAnswerable, (result) => Number(result.citedPassage)),
  },
  {
    ...percent,
    id: 'quoted_fact',
    title: 'quoted fact',
    explanation: 'answerable questions whose quotations hold the fact',
    contribute: when(isAnswerable, (result) => quotedFact(result.citations, wantedOf(result))),
  },
];

const CITATION: readonly Metric[] = [
  {
    ...percent,
    id: 'citation_recall',
    title: 'citation recall',
    explanation: 'answers with a citation from a right place',
    contribute: recallAt('place'),
  },
  {
    ...percent,
    id: 'citation_precision',
    title: 'citation precision',
    explanation: 'citations from a right place, per answer',
    contribute: precisionAt('place'),
  },
  {
    ...percent,
    id: 'fact_recall',
    title: 'fact recall',
    explanation: 'answers whose citations hold the fact',
    contribute: recallAt('fact'),
  },
  {
    ...percent,
    id: 'fact_precision',
    title: 'fact precision',
    explanation: 'citations that hold the fact or are needed for it, per answer',
    contribute: precisionAt('fact'),
  },
  {
    ...percent,
    id: 'citation_found',
    title: 'citations found',
    explanation: 'citations that are verbatim, in place and by the right speaker',
    contribute: perCitation(foundRate),
  },
  {
    ...percent,
    id: 'verbatim',
    title: 'verbatim',
    explanation: 'citations that are verbatim at their offsets',
    contribute: perCitation(verbatimRate),
  },
  {
    ...percent,
    id: 'speaker',
    title: 'speaker',
    explanation: 'questions for the speaker whose citation names the right one',
    contribute: when(
      ({ wanted }) => wanted.speaker !== null,
      ({ citations, wanted }) => Number(namesSpeaker(citations, wanted.speaker ?? '')),
    ),
  },
];

const DECISION: readonly Metric[] = [
  {
    ...percent,
    id: 'abstention_precision',
    title: 'abstention precision',
    explanation: 'refusals that were right',
    contribute: summed(abstentionPrecision),
  },
  {
    ...percent,
    id: 'abstention_recall',
    title: 'abstention recall',
    explanation: 'unanswerable questions refused',
    contribute: summed(abstentionRecall),
  },
  {
    ...number,
    id: 'abstention_f1',
    title: 'abstention F1',
    explanation: 'harmonic mean of the two',
    contribute: summed(abstentionF1),
  },
  {
    ...percent,
    better: 'lower',
    id: 'answerable_refused',
    title: 'answerable refused',
    explanation: 'answerable questions refused',
    contribute: summed(answerableRefused),
  },
  {
    ...number,
    better: 'lower',
    id: 'risk_coverage_auc',
    title: 'risk–coverage area',
    explanation: 'mean share of wrong answers when only the surest are given',
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

const LANGUAGE: readonly Metric[] = [
  {
    ...percent,
    id: 'answer_language',
    title: 'answer language',
    explanation: 'answers and refusals in the language of the question, recognised',
    contribute: languageRate(({ answerLanguage }) => answerLanguage),
  },
  {
    ...percent,
    id: 'answer_language_explicit',
    title: 'answer language, asked for',
    explanation: 'the same with the language given in the request',
    contribute: languageRate(({ explicitAnswerLanguage }) => explicitAnswerLanguage),
  },
];

export const METRICS: readonly Metric[] = [...RANKING, ...ANSWERABLE, ...CITATION, ...DECISION, ...LANGUAGE];

/** What the citations of a result have to rest on. */
function wantedOf({ document, wanted }: QuestionResult): Wanted {
  return { document, places: wanted.quotes, facts: wanted.facts };
}

function recallAt(level: SupportLevel): Metric['contribute'] {
  return when(isAnswered, (result) => citationRecall(result.citations, wantedOf(result), level));
}

/** An answer without citations proves nothing: precision 0, not undefined. */
function precisionAt(level: SupportLevel): Metric['contribute'] {
  return when(isAnswered, (result) => citationPrecision(result.citations, wantedOf(result), level) ?? 0);
}

/** Null: not measured, as the recognised language in a run that gives the language. */
function languageRate(tagOf: (result: QuestionResult) => string | null): Metric['contribute'] {
  return when(
    (result) => tagOf(result) !== null,
    (result) => isSameLanguage(result.language, tagOf(result) ?? ''),
  );
}
