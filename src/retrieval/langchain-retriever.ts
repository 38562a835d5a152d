/** Our retrieval as LangChain's `BaseRetriever`: ranked passages as `Document`s that know their place. Load it only where it is used. */
import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { Library, LibraryDocument } from '../index/library.ts';
import type { Evidence, Ranking } from './evidence.ts';
import type { Retriever } from './retriever.ts';

/** Offsets are UTF-16 code units, half-open, into the transcript's text as `GET /documents/:id` serves it. */
export interface PassageMetadata {
  /** Id of the passage, of its document and of its turn. */
  readonly id: string;
  readonly source: string;
  readonly turn: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
  /** BCP-47 tag of the text. */
  readonly language: string;
  readonly speaker: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  /** The question that the passage replies to. */
  readonly inReplyTo: string | null;
  readonly start: number;
  readonly end: number;
  /** The sentences that matched, best first. */
  readonly quotes: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  /** Comparable only within one question. */
  readonly score: number;
  /** Calibrated probability that the best passage answers the question; the same on every passage of a ranking. */
  readonly probability: number;
  /** Whether Lectern itself would quote this passage in an answer. */
  readonly answers: boolean;
}

export interface LecternRetrieverOptions {
  readonly retriever: Retriever;
  readonly library: Library;
  /** Most passages returned. Default 4, as in LangChain's own retrievers. */
  readonly count?: number;
  /** Ids of the documents to search; all when absent. */
  readonly documents?: readonly string[];
  /** Returns nothing where Lectern would abstain. Default false. */
  readonly onlyAnswers?: boolean;
}

const DEFAULT_COUNT = 4;

export class LecternRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'LecternRetriever';
  }

  override lc_namespace = ['lectern', 'retrieval'];
  private readonly options: LecternRetrieverOptions;

  constructor(options: LecternRetrieverOptions) {
    super();
    this.options = options;
  }

  override async _getRelevantDocuments(question: string): Promise<Document<PassageMetadata>[]> {
    const { retriever, library, documents, count = DEFAULT_COUNT, onlyAnswers = false } = this.options;
    const ranking = await retriever.retrieve({ question, ...(documents ? { documents } : {}) });
    const most = onlyAnswers ? Math.min(count, ranking.answerable) : count;
    return ranking.evidence
      .slice(0, most)
      .flatMap((evidence, rank) => toDocument(evidence, rank, ranking, library));
  }
}

function toDocument(
  evidence: Evidence,
  rank: number,
  ranking: Ranking,
  library: Library,
): Document<PassageMetadata>[] {
  const { passage, matches, score } = evidence;
  const source = library.documents.get(passage.document);
  if (!source) return [];
  const { text } = source.transcript;
  const quotes = matches.flatMap(({ sentence }) => {
    const span = passage.sentences[sentence];
    return span ? [{ text: text.slice(span.start, span.end), start: span.start, end: span.end }] : [];
  });
  const metadata: PassageMetadata = {
    id: passage.id,
    source: source.id,
    turn: passage.turn,
    title: source.title,
    date: source.date,
    url: source.url,
    language: source.language,
    ...speakerOf(source, passage.turn),
    start: passage.start,
    end: passage.end,
    quotes,
    score,
    probability: ranking.probability,
    answers: rank < ranking.answerable,
  };
  return [new Document({ id: passage.id, pageContent: text.slice(passage.start, passage.end), metadata })];
}

function speakerOf(
  { transcript: { text, turns } }: LibraryDocument,
  id: string,
): Pick<PassageMetadata, 'speaker' | 'role' | 'organisation' | 'inReplyTo'> {
  const turn = turns.find((candidate) => candidate.id === id);
  const question = turns.find((candidate) => candidate.id === turn?.inReplyTo);
  return {
    speaker: turn?.speaker?.name ?? null,
    role: turn?.speaker?.role ?? null,
    organisation: turn?.speaker?.organisation ?? null,
    inReplyTo: question ? text.slice(question.start, question.end) : null,
  };
}
