/**
 * Which sentence of a document a question is after, learnt from its anticipated questions when it is ingested. Nearness compares a
 * question with one listed question at a time and weighs all its words alike; a classifier learns from all of them, in all languages,
 * which words tell one sentence from another, and what is asked about a subject but left open.
 */
import { normalised, type ComparableRows, type Rows } from '../embedding/vector.ts';
import { storeRows } from '../embedding/wasm-core/store-rows.ts';
import type { Library } from '../index/library.ts';
import { packRows, readRows } from './quantised-rows.ts';
import { offsetsOf, type SentenceTable } from './sentence-table.ts';
import { fitSoftmax, SCALE, softmax, type Example } from './softmax-regression.ts';

/** Classes of one document. */
interface DocumentClasses {
  readonly document: string;
  /** Numbers of sentences in the table: questions that each answers. */
  readonly answered: readonly number[];
  /** The same: questions that are left open and nearest to those that it answers. */
  readonly open: readonly number[];
}

/** Probability that a question is after what a sentence says, by its number in the table; 0 where no list has it. */
export type Classified = (sentence: number) => number;

export interface QuestionClassifier {
  /** @param vector of the question. */
  classify(vector: Float32Array): Classified;
}

/** Documents that are classified in for one question, the first asked after: candidates come nearest first, and each takes time. */
const MOST_DOCUMENTS = 12;

export interface TaughtClassifier {
  readonly classes: readonly DocumentClasses[];
  /** Rows of all classes, packed: a document's answered ones, its open ones, then the next document's. */
  readonly rows: Uint8Array;
}

/**
 * @param questions vectors of the library's anticipated questions, then of its open ones.
 * @param wasm compiled kernels.wasm.
 */
export function teachClassifier(
  library: Library,
  table: SentenceTable,
  questions: Rows,
  wasm: WebAssembly.Module,
): TaughtClassifier {
  const width = questions.dimensions;
  const taught = [...library.documents.keys()].flatMap((document) => {
    const lessons = lessonsOf(document, library, table, questions, wasm);
    if (lessons.answered.length === 0) return [];
    return {
      lessons,
      weights: fitSoftmax(lessons.examples, questions, { classes: classCount(lessons), wasm }),
    };
  });
  const classes = taught.map(({ lessons: { document, answered, open } }) => ({ document, answered, open }));
  const firstRows = offsetsOf(classes.map(classCount));
  const weights = new Float32Array(taught.reduce((sum, one) => sum + one.weights.length, 0));
  for (const [at, one] of taught.entries()) weights.set(one.weights, (firstRows[at] ?? 0) * width);
  return { classes, rows: packRows(weights, width) };
}

interface Lessons extends DocumentClasses {
  readonly examples: readonly Example[];
}

function lessonsOf(
  document: string,
  library: Library,
  table: SentenceTable,
  questions: Rows,
  wasm: WebAssembly.Module,
): Lessons {
  const inDocument = (passage: number): boolean => library.passages[passage]?.document === document;
  const asked = new Map<number, number[]>();
  for (const [number, sentence] of table.sentences.entries()) {
    if (!inDocument(sentence.passage)) continue;
    for (const row of [...sentence.questions.values()].flat())
      asked.set(row, [...(asked.get(row) ?? []), number]);
  }
  const answered = [...new Set([...asked.values()].flat())].sort((a, b) => a - b);
  const left = library.openQuestions.flatMap((open, at) =>
    open.document === document ? library.questions.length + at : [],
  );
  const nearest = nearestSentences(left, asked, answered, questions, wasm);
  const open = [...new Set(nearest)].sort((a, b) => a - b);
  const classOf = new Map(answered.map((sentence, at) => [sentence, at]));
  const openClassOf = new Map(open.map((sentence, at) => [sentence, answered.length + at]));
  const examples = [...asked].map(([row, sentences]) => ({
    row,
    classes: sentences.map((sentence) => classOf.get(sentence)!),
  }));
  const others = left.map((row, at) => ({ row, classes: [openClassOf.get(nearest[at]!)!] }));
  return { document, answered, open, examples: [...examples, ...others] };
}

/** For each row the sentence whose questions have the mean nearest to it. */
function nearestSentences(
  rows: readonly number[],
  asked: ReadonlyMap<number, readonly number[]>,
  answered: readonly number[],
  questions: Rows,
  wasm: WebAssembly.Module,
): number[] {
  const { dimensions } = questions;
  const sums = new Map(answered.map((sentence) => [sentence, new Float32Array(dimensions)]));
  for (const [row, sentences] of asked)
    for (const sentence of sentences) add(sums.get(sentence)!, questions, row);
  const means = new Float32Array(answered.length * dimensions);
  for (const [at, sum] of [...sums.values()].entries()) means.set(normalised(sum), at * dimensions);
  const stored = storeRows(means, dimensions, wasm);
  return rows.map((row) => {
    const vector = questions.rows.subarray(row * dimensions, (row + 1) * dimensions);
    let [best, cosine] = [answered[0] ?? 0, -Infinity];
    for (const [at, sentence] of answered.entries()) {
      const near = stored.dot(vector, at);
      if (near > cosine) [best, cosine] = [sentence, near];
    }
    return best;
  });
}

function add(sum: Float32Array, { rows, dimensions }: Rows, row: number): void {
  for (let at = 0; at < dimensions; at++) sum[at]! += rows[row * dimensions + at]!;
}

function classCount({ answered, open }: Pick<DocumentClasses, 'answered' | 'open'>): number {
  return answered.length + open.length;
}

/** Reads what `teachClassifier` made. @param wasm compiled kernels.wasm. */
export function readClassifier(
  { classes, rows }: TaughtClassifier,
  wasm: WebAssembly.Module,
): QuestionClassifier {
  const weights = readRows(rows, wasm);
  const firstRows = offsetsOf(classes.map(classCount));
  const documentAt = new Map(
    classes.flatMap(({ answered }, at) => answered.map((sentence) => [sentence, at] as const)),
  );
  return {
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
