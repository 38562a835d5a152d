/** What the anticipated questions of a document teach: a vector each, and the sentence that it is after or left open about. */
import type { ListedQuestions, Place } from '../anticipation/list-questions.ts';
import { normalised, type Rows } from '../embedding/vector.ts';
import { storeRows } from '../embedding/wasm-core/store-rows.ts';
import type { Library } from '../index/library.ts';
import type { QuestionNumbers } from './question-numbers.ts';
import { baseOf, offsetsOf } from './sentence-table.ts';

export interface Lesson {
  /** Of length 1. */
  readonly vector: () => Float32Array;
  /** Numbers of the sentences that answer; none where it is left open. */
  readonly answeredBy: readonly number[];
  /** The sentence that it is about, where it is left open. */
  readonly about: number | null;
}

/**
 * Of questions that stand alone. An open one is about the sentence whose questions have the mean nearest to it.
 * @param sentences numbers of the document's own.
 * @param vectors by number of the question.
 * @param wasm compiled kernels.wasm.
 */
export function lessonsAlone(
  document: string,
  sentences: readonly number[],
  numbers: QuestionNumbers,
  vectors: Rows,
  wasm: WebAssembly.Module,
): Lesson[] {
  const asked = new Map<number, number[]>();
  for (const sentence of sentences) {
    for (const question of [...numbers.answeredBy(sentence).values()].flat())
      asked.set(question, [...(asked.get(question) ?? []), sentence]);
  }
  const open = [...numbers.openIn(document).values()].flat().sort((a, b) => a - b);
  const about = nearestSentences(open, asked, vectors, wasm);
  const vector = (question: number) => () => rowOf(vectors, question);
  return [
    ...[...asked].map(([question, answeredBy]) => ({ vector: vector(question), answeredBy, about: null })),
    ...open.map((question, at) => ({ vector: vector(question), answeredBy: [], about: about[at] ?? null })),
  ];
}

/** Questions before a follow-up that it is put behind: what it leaves out has been asked in more than one way. */
const TOPICS = 2;

/**
 * Of follow-ups: each behind questions, in its language, that ask for what was just told, as it is when retrieval is asked for it.
 * Where nobody has listed such a question it teaches nothing.
 */
export function lessonsOfFollowUps(
  document: string,
  { answered, open, followUps }: ListedQuestions,
  { passages }: Library,
  numbers: QuestionNumbers,
  vectors: Rows,
): Lesson[] {
  const first = offsetsOf(passages.map(({ sentences }) => sentences.length));
  const sentencesOf = (place: Place): number[] =>
    Array.from(
      { length: place.last - place.first },
      (_, at) => (first[place.passage] ?? 0) + place.first + at,
    );
  return followUps.flatMap(({ document: own, language, after, answer }, at) => {
    if (own !== document) return [];
    const [about = 0] = sentencesOf(after);
    const topics = spread(numbers.answeredBy(about).get(baseOf(language)) ?? [], at);
    const number = answered.length + open.length + at;
    return topics.map((topic) => ({
      vector: () => behind(rowOf(vectors, topic), rowOf(vectors, number)),
      answeredBy: answer ? sentencesOf(answer) : [],
      about: answer ? null : about,
    }));
  });
}

/** Other ones for each follow-up, far apart in the list. */
function spread(topics: readonly number[], turn: number): number[] {
  const step = Math.ceil(topics.length / TOPICS);
  return Array.from({ length: Math.min(TOPICS, topics.length) }, (_, at) => at).flatMap(
    (at) => topics[(turn + at * step) % topics.length] ?? [],
  );
}

/** About what the embedder makes of both in one text, in which a follow-up is half as long; and it counts once more. */
const SHARE = 0.5;

function behind(topic: Float32Array, followUp: Float32Array): Float32Array {
  const whole = normalised(topic.map((value, at) => value + SHARE * (followUp[at] ?? 0)));
  return normalised(whole.map((value, at) => value + (followUp[at] ?? 0)));
}

function rowOf({ rows, dimensions }: Rows, row: number): Float32Array {
  return rows.subarray(row * dimensions, (row + 1) * dimensions);
}

/** For each open question the sentence whose questions have the mean nearest to it; null where nothing is answered. */
function nearestSentences(
  open: readonly number[],
  asked: ReadonlyMap<number, readonly number[]>,
  vectors: Rows,
  wasm: WebAssembly.Module,
): (number | null)[] {
  const { dimensions } = vectors;
  const answered = [...new Set([...asked.values()].flat())].sort((a, b) => a - b);
  const sums = new Map(answered.map((sentence) => [sentence, new Float32Array(dimensions)]));
  for (const [question, sentences] of asked)
    for (const sentence of sentences) add(sums.get(sentence)!, rowOf(vectors, question));
  const means = new Float32Array(answered.length * dimensions);
  for (const [at, sum] of [...sums.values()].entries()) means.set(normalised(sum), at * dimensions);
  const stored = storeRows(means, dimensions, wasm);
  return open.map((question) => {
    const vector = rowOf(vectors, question);
    let [best, cosine]: [number | null, number] = [null, -Infinity];
    for (const [at, sentence] of answered.entries()) {
      const near = stored.dot(vector, at);
      if (near > cosine) [best, cosine] = [sentence, near];
    }
    return best;
  });
}

function add(sum: Float32Array, vector: Float32Array): void {
  for (let at = 0; at < sum.length; at++) sum[at]! += vector[at]!;
}
