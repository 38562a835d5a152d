/** Question → the sentences worth scoring, from the dense leg and from the lexical one. */
import type { Embedder } from '../embedding/embedder.ts';
import { normalised, shortRow } from '../embedding/vector.ts';
import type { Library } from '../index/library.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { foldSpelling } from '../language/fold-spelling.ts';
import { isAnchor, terms } from '../lexical/terms.ts';
import { fuseOrders } from './fuse-orders.ts';
import { lastQuestion } from './last-question.ts';
import { QUESTION_WIDTH } from './match-anticipated.ts';
import { nearestLanguages } from './nearest-languages.ts';
import type { Classified } from './question-classifier.ts';
import type { RetrieverDependencies } from './retriever-dependencies.ts';
import type { RetrievalQuery } from './retriever.ts';
import { nearestWindow, type QuestionView } from './score-sentences.ts';
import { baseOf, type SentenceTable } from './sentence-table.ts';
import { tellingWords } from './telling-words.ts';
import { prepareTokenQuery } from './token-match.ts';
import { wantedBy } from './wanted.ts';

/** Sentences taken from each leg: measured to hold nearly every answer that more would find. */
const FROM_EACH_LEG = 32;
/** Sentences scored: of 1,755 answers among the candidates of both legs four would not be, and scoring takes most of the time. */
const SCORED = 32;
/** Most windows looked at by the dense leg, however many languages a sentence has. */
const WINDOWS = 500;
/** Nearest sentences by whose renderings the languages nearest to the question are told. */
const CLOSE = 8;
/** Lexical hits kept: scoring reads the cover of candidates from them. */
const LEXICAL_HITS = 600;

export interface Candidates {
  readonly question: QuestionView;
  /** Numbers of sentences in the table. */
  readonly sentences: ReadonlySet<number>;
}

export async function findCandidates(
  query: RetrievalQuery,
  table: SentenceTable,
  dependencies: RetrieverDependencies,
): Promise<Candidates> {
  const { embedder, index, lexical, library, tokenTable, windows } = dependencies;
  const admits = passageFilter(query, library);
  const folded = foldSpelling(query.question, query.language);
  const last = lastQuestion(folded);
  const vector = await embedQuestion(folded, last, embedder);
  const near = await nearSentences(vector, table, index, admits);
  const foreign = foreignFilter(query, table, admits);
  // Vectors and words are both nearer within a language: who stands only in others gets places of his own.
  const abroad = foreign ? await nearSentences(vector, table, index, foreign) : new Set<number>();
  const shared = lexical.search(query.question, query.language, {
    count: LEXICAL_HITS,
    ...(admits ? { filter: (item: number) => admits(table.single[item] ?? -1) } : {}),
  });
  const classified = windows.anticipated.classifier.classify(vector, last !== folded);
  const worded = firstSentences(shared, (item) => table.single[item] ?? -1, table);
  const sentences = new Set(
    fuseOrders([near, abroad, worded, byClass([...near, ...abroad, ...worded], classified)]).slice(0, SCORED),
  );
  const telling = foldSpelling(tellingWords(query.question, query.language), query.language);
  const tokens = tokenTable && prepareTokenQuery(telling, tokenTable, windows.tokensOf);
  const cosine = (window: number): number => windows.vectors.dot(vector, window);
  const nearest = [...sentences].flatMap((number) => {
    const sentence = table.sentences[number];
    return sentence ? nearestWindow(sentence, cosine) : [];
  });
  const base = query.language && baseOf(query.language);
  const close = [...near].slice(0, CLOSE).flatMap((number) => table.sentences[number] ?? []);
  const asked = {
    vector: shortRow({ rows: vector, dimensions: vector.length }, 0, QUESTION_WIDTH),
    wanted: wantedBy(query.question, query.language),
    base,
    languages: nearestLanguages(close, base, cosine),
    classified,
  };
  const question: QuestionView = {
    cosine,
    lexical: new Map(shared.map((hit) => [table.single[hit.item] ?? -1, hit])),
    bestLexical: Math.max(shared[0]?.score ?? 0, Number.EPSILON),
    anchored: terms(query.question, query.language, 'query').some(isAnchor),
    tokens,
    rare: tokens?.amid(nearest) ?? null,
    figuresOf: windows.figuresOf,
    anticipated: windows.anticipated,
    ...asked,
  };
  return { question, sentences };
}

/** Those of which the classifier knows something, the most probable first. */
function byClass(sentences: readonly number[], classified: Classified): ReadonlySet<number> {
  const known = [...new Set(sentences)].map((number) => ({ number, probability: classified(number) }));
  const sorted = known
    .filter(({ probability }) => probability > 0)
    .sort((a, b) => b.probability - a.probability);
  return new Set(sorted.map(({ number }) => number));
}

/**
 * Of several questions in one text the last is what somebody wants to know, and the others say what about: it counts twice. The
 * question before would else find its own answer, whatever is asked about it.
 */
async function embedQuestion(question: string, last: string, embedder: Embedder): Promise<Float32Array> {
  const [whole, part] = await embedder.embed(last === question ? [question] : [question, last], 'query');
  if (!whole) throw new Error('the embedder returned no vector for the question');
  return part ? normalised(whole.map((value, at) => value + (part[at] ?? 0))) : whole;
}

type WindowFilter = (window: number) => boolean;

async function nearSentences(
  vector: Float32Array,
  table: SentenceTable,
  index: PassageIndex,
  filter: WindowFilter | null,
): Promise<Set<number>> {
  const hits = await index.search(vector, { count: denseCount(table), ...(filter ? { filter } : {}) });
  return firstSentences(hits, (item) => item, table);
}

/** Sentences without a text in the question's language; null where there is none, or the language is not known. */
function foreignFilter(
  { language }: RetrievalQuery,
  { sentences, firstOf }: SentenceTable,
  admits: WindowFilter | null,
): WindowFilter | null {
  if (language === undefined) return null;
  const base = baseOf(language);
  const foreign = sentences.map(({ bases }) => !bases.has(base));
  if (!foreign.includes(true) || !foreign.includes(false)) return null;
  return (window) => (foreign[firstOf[window] ?? -1] ?? false) && (admits?.(window) ?? true);
}

/** Each sentence has a window in every language: to find so many sentences, more windows must be looked at. */
function denseCount({ sentences, firstOf }: SentenceTable): number {
  return Math.min(WINDOWS, Math.ceil((FROM_EACH_LEG * firstOf.length) / Math.max(1, sentences.length)));
}

/** The first distinct sentences among hits that are sorted, best first. */
function firstSentences(
  hits: readonly { readonly item: number }[],
  windowOf: (item: number) => number,
  table: SentenceTable,
): Set<number> {
  const found = new Set<number>();
  for (const { item } of hits) {
    if (found.size >= FROM_EACH_LEG) break;
    found.add(table.firstOf[windowOf(item)] ?? 0);
  }
  return found;
}

/** The windows that the question may be answered from; null for all. */
function passageFilter({ documents, except }: RetrievalQuery, library: Library): WindowFilter | null {
  if (!documents && !except) return null;
  const wanted = documents && new Set(documents);
  const admitted = library.passages.map(
    ({ document }, number) => (wanted?.has(document) ?? true) && !except?.has(number),
  );
  return (window) => admitted[library.windows[window]?.passage ?? -1] ?? false;
}
