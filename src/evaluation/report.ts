/** What an evaluation reports: settings, values per scope, the risk–coverage curve and every question's result. */
import { z } from 'zod';

export const REPORT_FORMAT = 'lectern-evaluation';
export const REPORT_VERSION = 1;

const share = z.number().min(0).max(1);
const offset = z.int().min(0);

export const MISS_REASONS = [
  'failed',
  'refused',
  'should_abstain',
  'refusal_with_citations',
  'not_found',
  'misattributed',
  'wrong_place',
  'fact_missing',
  'wrong_speaker',
  'wrong_language',
] as const;

const Quoted = z.object({
  document: z.string(),
  /** BCP-47 tag of the quotation. */
  language: z.string(),
  quote: z.string(),
  start: offset,
  end: offset,
  speaker: z.string().nullable(),
});

const JudgedCitation = Quoted.extend({
  verdict: z.enum(['found', 'misattributed', 'not_found']),
  /** `text.slice(start, end) === quote`. */
  verbatim: z.boolean(),
  /** Found, and overlapping a gold quotation. */
  inPlace: z.boolean(),
});

const RankingResult = z.object({
  /** One-based places of the relevant passages that were ranked, ascending. */
  ranks: z.array(z.int().min(1)),
  /** Passages that overlap a gold quotation, ranked or not. */
  relevant: z.int().min(1),
});

export const QuestionResult = z.object({
  /** `<document>/<question id>`, for a conversation `…#<turn>`: unique in a report, the same in every run. */
  id: z.string(),
  document: z.string(),
  language: z.string(),
  kind: z.string(),
  /** Questions on the same fact, in whatever language, are resampled together. */
  group: z.string(),
  question: z.string(),
  expected: z.enum(['answer', 'abstain']),
  wanted: z.object({
    /** BCP-47 tag of the document. */
    language: z.string(),
    quotes: z.array(z.object({ quote: z.string(), start: offset, end: offset })),
    facts: z.array(z.string()),
    speaker: z.string().nullable(),
  }),
  status: z.enum(['answered', 'abstained', 'failed']),
  /** Why the system failed to give either; null otherwise. */
  failure: z.string().nullable(),
  /** The standalone question that was answered. */
  understood: z.string().nullable(),
  confidence: z.enum(['high', 'medium', 'low']).nullable(),
  probability: share.nullable(),
  answer: z.string().nullable(),
  answerLanguage: z.string().nullable(),
  /** Language of the answer when asked for explicitly; null where that was not measured. */
  explicitAnswerLanguage: z.string().nullable(),
  citations: z.array(JudgedCitation),
  /** After an abstention: the nearest quotation, which would have been the answer. */
  nearest: JudgedCitation.nullable(),
  /** Whether the passage of the first citation holds a gold quotation. */
  citedPassage: z.boolean(),
  ranking: RankingResult.nullable(),
  miss: z.enum(MISS_REASONS).nullable(),
});

const MetricValue = z.object({
  /** Null where no question of the scope bears on the metric. */
  value: z.number().nullable(),
  /** Bounds of the bootstrap interval. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Questions that bear on it. */
  questions: z.int().min(0),
});

const ScopeSummary = z.object({
  /** `overall`, `languages` (mean over languages), `language:<tag>`, `kind:<kind>` or `document:<id>`. */
  scope: z.string(),
  questions: z.int().min(0),
  misses: z.int().min(0),
  values: z.record(z.string(), MetricValue),
});

export const Report = z.object({
  format: z.literal(REPORT_FORMAT),
  version: z.literal(REPORT_VERSION),
  generatedAt: z.iso.datetime().nullable(),
  system: z.string(),
  settings: z.object({
    /** Whether questions were sent with the language of the answer. */
    explicitLanguage: z.boolean(),
    resamples: z.int().min(1),
    seed: z.int(),
    level: share,
    notes: z.array(z.string()),
  }),
  metrics: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      explanation: z.string(),
      better: z.enum(['higher', 'lower']),
      format: z.enum(['percent', 'number']),
    }),
  ),
  scopes: z.array(ScopeSummary),
  riskCoverage: z.array(z.object({ coverage: share, risk: share })),
  results: z.array(QuestionResult),
});

export type JudgedCitation = Readonly<z.infer<typeof JudgedCitation>>;
export type QuestionResult = Readonly<z.infer<typeof QuestionResult>>;
export type MissReason = (typeof MISS_REASONS)[number];
export type MetricValue = Readonly<z.infer<typeof MetricValue>>;
export type ScopeSummary = Readonly<z.infer<typeof ScopeSummary>>;
export type Report = Readonly<z.infer<typeof Report>>;
