/**
 * Which sentence of a document a question is after, learnt from its anticipated questions when it is ingested. Nearness compares a
 * question with one listed question at a time and weighs all its words alike; a classifier learns from all of them, in all languages,
 * which words tell one sentence from another, and what is asked about a subject but left open.
 */
import type { ListedQuestions } from '../anticipation/list-questions.ts';
import type { ComparableRows, Rows } from '../embedding/vector.ts';
import type { Library } from '../index/library.ts';
import { packRows, readRows } from './quantised-rows.ts';
import { lessonsAlone, lessonsOfFollowUps, type Lesson } from './question-lessons.ts';
import type { QuestionNumbers } from './question-numbers.ts';
import { offsetsOf } from './sentence-table.ts';
import { fitSoftmax, SCALE, softmax, type Example } from './softmax-regression.ts';

/** Anticipated questions with their normalised vectors, by number. */
export interface EmbeddedQuestions {
  readonly listed: ListedQuestions;
  readonly vectors: Rows;
}

/** Classes of one document. */
interface DocumentClasses {
  readonly document: string;
  /** Numbers of sentences in the table: questions that each answers. */
  readonly answered: readonly number[];
  /** The same: questions that are left open about each. */
  readonly open: readonly number[];
}

/** Probability that a question is after what a sentence says, by its number in the table; 0 where no list has it. */
export type Classified = (sentence: number) => number;

export interface QuestionClassifier {
  /**
   * @param vector of the question.
   * @param followsUp whether it leans on a question before it: of what is asked next, more is left open.
   */
  classify(vector: Float32Array, followsUp: boolean): Classified;
}

/** Documents that are classified in for one question, the first asked after: candidates come nearest first, and each takes time. */
const MOST_DOCUMENTS = 12;

export interface TaughtClasses {
  readonly classes: readonly DocumentClasses[];
  /** Rows of all classes, packed: a document's answered ones, its open ones, then the next document's. */
  readonly rows: Uint8Array;
}

export interface TaughtClassifier {
  readonly alone: TaughtClasses;
  /** Of documents that list follow-ups: taught by these and by all that the other is taught by. */
  readonly followUps: TaughtClasses;
}

/**
 * @param vectors by number of the question.
 * @param wasm compiled kernels.wasm.
 */
export function teachClassifier(
  library: Library,
  { listed, vectors }: EmbeddedQuestions,
  numbers: QuestionNumbers,
  wasm: WebAssembly.Module,
): TaughtClassifier {
  const ownerOf = library.passages.flatMap(({ document, sentences }) => sentences.map(() => document));
  const alone = new Map<string, Lesson[]>();
  const followUps = new Map<string, Lesson[]>();
  for (const document of library.documents.keys()) {
    const own = ownerOf.flatMap((owner, sentence) => (owner === document ? sentence : []));
    const lessons = lessonsAlone(document, own, numbers, vectors, wasm);
    const next = lessonsOfFollowUps(document, listed, library, numbers, vectors);
    if (lessons.some(({ answeredBy }) => answeredBy.length > 0)) alone.set(document, lessons);
    if (next.length > 0) followUps.set(document, [...lessons, ...next]);
  }
  const { dimensions } = vectors;
  return { alone: teach(alone, dimensions, wasm), followUps: teach(followUps, dimensions, wasm) };
}

function teach(
  lessons: ReadonlyMap<string, readonly Lesson[]>,
  dimensions: number,
  wasm: WebAssembly.Module,
): TaughtClasses {
  const classes = [...lessons].map(([document, own]) => ({ document, ...classesOf(own) }));
  const weights = classes.map((own) =>
    fitSoftmax(examplesOf(lessons.get(own.document) ?? [], own), {
      classes: classCount(own),
      dimensions,
      wasm,
    }),
  );
  const rows = new Float32Array(weights.reduce((sum, one) => sum + one.length, 0));
  const firstRows = offsetsOf(weights.map(({ length }) => length));
  for (const [at, one] of weights.entries()) rows.set(one, firstRows[at]);
  return { classes, rows: packRows(rows, dimensions) };
}

function classesOf(lessons: readonly Lesson[]): Omit<DocumentClasses, 'document'> {
  const inOrder = (sentences: readonly number[]): number[] => [...new Set(sentences)].sort((a, b) => a - b);
  return {
    answered: inOrder(lessons.flatMap(({ answeredBy }) => answeredBy)),
    open: inOrder(lessons.flatMap(({ about }) => about ?? [])),
  };
}

function examplesOf(lessons: readonly Lesson[], { answered, open }: DocumentClasses): Example[] {
  const classOf = new Map(answered.map((sentence, at) => [sentence, at]));
  const openClassOf = new Map(open.map((sentence, at) => [sentence, answered.length + at]));
  return lessons.map(({ vector, answeredBy, about }) => ({
    vector,
    classes:
      about === null ? answeredBy.map((sentence) => classOf.get(sentence)!) : [openClassOf.get(about)!],
  }));
}

function classCount({ answered, open }: Pick<DocumentClasses, 'answered' | 'open'>): number {
  return answered.length + open.length;
}

/** Reads what `teachClassifier` made. @param wasm compiled kernels.wasm. */
export function readClassifier(
  { alone, followUps }: TaughtClassifier,
  wasm: WebAssembly.Module,
): QuestionClassifier {
  const [whenAlone, whenFollowing] = [readClasses(alone, wasm), readClasses(followUps, wasm)];
  return {
    classify(vector, followsUp) {
      const own = whenAlone.classify(vector);
      if (!followsUp) return own;
      const next = whenFollowing.classify(vector);
      return (sentence) => (whenFollowing.knows(sentence) ? next : own)(sentence);
    },
  };
}

interface ReadClasses {
  /** Whether the sentence's document has classes here. */
  knows(sentence: number): boolean;
  classify(vector: Float32Array): Classified;
}

function readClasses({ classes, rows }: TaughtClasses, wasm: WebAssembly.Module): ReadClasses {
  const weights = readRows(rows, wasm);
  const firstRows = offsetsOf(classes.map(classCount));
  const documentAt = new Map(
    classes.flatMap(({ answered }, at) => answered.map((sentence) => [sentence, at] as const)),
  );
  return {
    knows: (sentence) => documentAt.has(sentence),
    classify(vector) {
      const known = new Map<number, ReadonlyMap<number, number>>();
      return (sentence) => {
        const at = documentAt.get(sentence);
        if (at === undefined || (!known.has(at) && known.size >= MOST_DOCUMENTS)) return 0;
        const own = known.get(at) ?? probabilities(classes[at]!, vector, weights, firstRows[at]!);
        known.set(at, own);
        return own.get(sentence) ?? 0;
      };
    },
  };
}

/** Of the sentences of one document: what they do not share among them is the open questions'. */
function probabilities(
  { answered, open }: DocumentClasses,
  input: Float32Array,
  weights: ComparableRows,
  first: number,
): ReadonlyMap<number, number> {
  const logits = Float64Array.from(
    { length: classCount({ answered, open }) },
    (_, at) => SCALE * weights.dot(input, first + at),
  );
  softmax(logits);
  return new Map(answered.map((sentence, at) => [sentence, logits[at]!]));
}
