/** The use case: question → retrieve → enough evidence? → quote → write → verify → answer, told as it happens. */
import type { Library } from '../index/library.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { formatMessage, messageLanguageFor } from '../language/messages.ts';
import type { Ranking } from '../retrieval/evidence.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import type { Abstained, Answered, AnswerEvent, Citation, Quotation } from './answer.ts';
import type { AnswerWriter, DraftSentence, WritingTask } from './answer-writer.ts';
import { pointsBack } from './question-parts.ts';
import { quotationsOf, sameLanguage } from './choose-quotations.ts';
import { languageName } from './language-name.ts';
import type { ConversationTurn } from './conversation.ts';

export interface Question {
  /** As asked. */
  readonly text: string;
  /** Standalone form, with what a follow-up leaves out. */
  readonly standalone: string;
  /** BCP-47 tag that answer, refusal and labels are written in. */
  readonly language: string;
  readonly documents?: readonly string[];
  readonly conversation: readonly ConversationTurn[];
  /** Most citations. */
  readonly limit: number;
}

/** Says whether a quotation is verbatim and in place. */
export type VerifyQuotation = (quotation: Quotation) => boolean;
/** Says whether a sentence of a writer may reach the reader. */
export type VerifySentence = (sentence: DraftSentence, task: WritingTask) => Promise<boolean>;

export interface AnswerDependencies {
  readonly library: Library;
  readonly retriever: Retriever;
  /** Null: no chat model; the extractive writer answers. */
  readonly chat: AnswerWriter | null;
  readonly extractive: AnswerWriter;
  readonly verifyQuotation: VerifyQuotation;
  readonly verifySentence: VerifySentence;
}

const RELATED = 3;

/** Events end with exactly one `done`; abstention is a value and comes without citations. */
export async function* answerQuestion(
  asked: Question,
  dependencies: AnswerDependencies,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const { ranking, standalone } = await understand(asked, dependencies);
  const question = { ...asked, standalone };
  const quotations = ranking.answerable ? chooseQuotations(ranking, question, dependencies) : [];
  if (quotations.length === 0) {
    yield { kind: 'done', answer: abstain(question, ranking, dependencies) };
    return;
  }
  const citations = quotations.map((quotation, index) => ({ ...quotation, marker: index + 1 }));
  yield* write(question, ranking, citations, dependencies, signal);
}

/** A short question may be a follow-up or the next subject: where nothing answers it as the first, it is taken as it stands. */
async function understand(
  question: Question,
  dependencies: AnswerDependencies,
): Promise<{ readonly ranking: Ranking; readonly standalone: string }> {
  const { text, standalone } = question;
  const completed = { ranking: await retrieve(standalone, question, dependencies), standalone };
  if (text === standalone || completed.ranking.answerable > 0) return completed;
  if (pointsBack(text, languageOf(text, question))) return completed;
  const ranking = await retrieve(text, question, dependencies);
  return ranking.answerable > 0 ? { ranking, standalone: text } : completed;
}

function retrieve(words: string, question: Question, { retriever }: AnswerDependencies): Promise<Ranking> {
  return retriever.retrieve({
    question: words,
    language: languageOf(words, question),
    ...(question.documents ? { documents: question.documents } : {}),
  });
}

/** The words decide, not the language that the answer is wanted in. */
function languageOf(words: string, { language }: Question): string {
  return detectLanguage(words) ?? language;
}

function chooseQuotations(
  ranking: Ranking,
  question: Question,
  dependencies: AnswerDependencies,
): Quotation[] {
  return ranking.evidence
    .slice(0, ranking.answerable)
    .flatMap((evidence) => quotationsOf(evidence, dependencies.library, question.language))
    .filter(dependencies.verifyQuotation)
    .slice(0, question.limit);
}

/** The chat model first, where there is one; whatever goes wrong there, the extractive writer answers. */
async function* write(
  question: Question,
  ranking: Ranking,
  citations: readonly Citation[],
  dependencies: AnswerDependencies,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const { standalone, language, conversation } = question;
  const task: WritingTask = { question: standalone, language, quotations: citations, conversation };
  const told: string[] = [];
  const used = new Set<number>();
  let writer = dependencies.extractive;
  if (dependencies.chat) {
    for await (const sentence of verifiedSentences(
      dependencies.chat,
      task,
      dependencies.verifySentence,
      signal,
    )) {
      yield* tell(sentence, citations, told, used);
    }
    if (told.length > 0) writer = dependencies.chat;
  }
  if (told.length === 0) {
    const preface = prefaceOf(citations, language);
    if (preface) yield* tell({ text: preface, markers: [] }, citations, told, used);
    for await (const sentence of dependencies.extractive.write(task, signal)) {
      yield* tell(sentence, citations, told, used);
    }
  }
  yield { kind: 'done', answer: answered(question, ranking, writer, told, citations, used) };
}

function* tell(
  sentence: DraftSentence,
  citations: readonly Citation[],
  told: string[],
  used: Set<number>,
): Generator<AnswerEvent> {
  for (const citation of citations) {
    if (!sentence.markers.includes(citation.marker) || used.has(citation.marker)) continue;
    used.add(citation.marker);
    yield { kind: 'citation', citation };
  }
  yield { kind: 'delta', text: told.length ? ` ${sentence.text}` : sentence.text };
  told.push(sentence.text);
}

/** Sentences of a chat model that pass; the first that fails, or a failing model, ends them. */
async function* verifiedSentences(
  chat: AnswerWriter,
  task: WritingTask,
  verify: VerifySentence,
  signal: AbortSignal,
): AsyncGenerator<DraftSentence> {
  try {
    for await (const sentence of chat.write(task, signal)) {
      if (await verify(sentence, task)) yield sentence;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    // The extractive answer takes over; `writer` in the response tells the reader.
  }
}

/** One sentence that says the words are the original's, for a reader whose language has no translation. */
function prefaceOf(citations: readonly Citation[], language: string): string | null {
  const original = citations.find((citation) => !citation.translation)?.document.language;
  if (!original || sameLanguage(original, language)) return null;
  return formatMessage(language, 'answer.original', {
    language: languageName(original, messageLanguageFor(language)),
  });
}

function answered(
  question: Question,
  ranking: Ranking,
  writer: AnswerWriter,
  told: readonly string[],
  citations: readonly Citation[],
  used: ReadonlySet<number>,
): Answered {
  return {
    status: 'answered',
    language: question.language,
    question: question.standalone,
    text: told.join(' '),
    confidence: ranking.confidence,
    writer: writer.id,
    citations: citations.filter(({ marker }) => used.has(marker)),
  };
}

function abstain(question: Question, ranking: Ranking, dependencies: AnswerDependencies): Abstained {
  const unsupported = !/[\p{L}\p{N}]/u.test(question.standalone);
  const related = ranking.evidence
    .slice(0, RELATED)
    .flatMap((evidence) => quotationsOf(evidence, dependencies.library, question.language).slice(0, 1))
    .filter(dependencies.verifyQuotation);
  return {
    status: 'abstained',
    reason: unsupported ? 'unsupported_question' : 'no_evidence',
    language: question.language,
    question: question.standalone,
    text: formatMessage(
      question.language,
      unsupported ? 'abstain.unsupportedQuestion' : 'abstain.noEvidence',
    ),
    confidence: ranking.confidence,
    related: unsupported ? [] : related,
  };
}
