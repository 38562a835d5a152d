/** Question → candidates by vectors and by words → scored sentences → ranked evidence and the decision to answer. */
import { detectLanguage } from '../language/detect-language.ts';
import { sentenceScore } from './calibration.ts';
import { decide, type PassageOf } from './decide.ts';
import { findCandidates } from './find-candidates.ts';
import type { RetrieverDependencies } from './retriever-dependencies.ts';
import type { Ranking } from './evidence.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { matchOpen, type OpenMatches } from './match-open.ts';
import type { RetrievalQuery, Retriever } from './retriever.ts';
import { scoreSentence, type ScoredSentence } from './score-sentences.ts';
import { rememberSigns, type SignMemory } from './sentence-signs.ts';
import { buildSentenceTable, type SentenceTable } from './sentence-table.ts';

/** Also tells the sentences' features: what calibration is fitted on. */
export interface ExplainingRetriever extends Retriever {
  readonly table: SentenceTable;
  readonly passageOf: PassageOf;
  score(query: RetrievalQuery): Promise<ScoredQuestion>;
}

export interface ScoredQuestion {
  /** Best first. */
  readonly candidates: readonly ScoredSentence[];
  readonly openIn: OpenMatches;
}

export function createRetriever(dependencies: RetrieverDependencies): ExplainingRetriever {
  const table = buildSentenceTable(dependencies.library);
  const memory = rememberSigns();
  const score = (query: RetrievalQuery): Promise<ScoredQuestion> =>
    scoreCandidates(query, table, memory, dependencies);
  const passageOf: PassageOf = (sentence) => table.sentences[sentence]?.passage ?? -1;
  return {
    table,
    score,
    passageOf,
    async retrieve(asked): Promise<Ranking> {
      const query = withLanguage(asked);
      const { candidates, openIn } = await score(query);
      const evidence = gatherEvidence(candidates, table, dependencies.library);
      const open = openIn(evidence[0]?.passage.document ?? '');
      return { evidence, ...decide(candidates, passageOf, open, dependencies.calibration) };
    },
  };
}

/** The question's own words tell its language, where the caller does not. */
function withLanguage(query: RetrievalQuery): RetrievalQuery {
  const language = query.language ?? detectLanguage(query.question);
  return language ? { ...query, language } : query;
}

async function scoreCandidates(
  query: RetrievalQuery,
  table: SentenceTable,
  memory: SignMemory,
  dependencies: RetrieverDependencies,
): Promise<ScoredQuestion> {
  const { library, calibration, windows } = dependencies;
  const { question, sentences } = await findCandidates(query, table, dependencies);
  const scored: ScoredSentence[] = [];
  for (const number of sentences) {
    const sentence = table.sentences[number];
    const passage = library.passages[sentence?.passage ?? -1];
    const document = library.documents.get(passage?.document ?? '');
    const span = passage?.sentences[sentence?.sentence ?? -1];
    if (!sentence || !document || !span) continue;
    const text = document.transcript.text.slice(span.start, span.end);
    const signs = memory.of(number, text, document.language);
    const features = scoreSentence(number, sentence, signs, question);
    scored.push({ number, features, score: sentenceScore(features, calibration) });
  }
  return {
    candidates: scored.sort((a, b) => b.score - a.score || a.number - b.number),
    openIn: (document) => matchOpen(document, question, windows.anticipated),
  };
}
