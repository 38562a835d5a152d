/** A system whose document, answers and ranking are written down, so that every metric can be worked out by hand. */
import type { AskResponse, Citation, DocumentDetail, RelatedPassage } from '../../src/http/contract.ts';
import type { GoldQuestion } from '../../src/evaluation/gold-question.ts';
import type { EvaluatedSystem, PassageRanking, SystemQuestion } from '../../src/evaluation/system.ts';

const QUESTION = 'How much?';
const FIRST = 'The port handled ４２ ships in May.';
const SECOND = 'The new pier opens on 3 June.';
const THIRD = 'The harbour master is Ada Quill.';
export const TEXT = `${QUESTION}\n${FIRST} ${SECOND}\n${THIRD}`;

const turnEnd = QUESTION.length;
const thirdStart = TEXT.indexOf(THIRD);
export const MASTER = { name: 'Ada Quill', role: 'harbour master', organisation: 'Port of Inkwell' };

export const DOCUMENT: DocumentDetail = {
  id: 'inkwell',
  title: 'Hearing at Inkwell (invented)',
  date: null,
  language: 'en',
  place: null,
  publisher: null,
  url: null,
  text: TEXT,
  turns: [
    { id: 't1', kind: 'question', ordinal: 1, start: 0, end: turnEnd, speaker: null, inReplyTo: null },
    {
      id: 't2',
      kind: 'answer',
      ordinal: 2,
      start: turnEnd + 1,
      end: thirdStart - 1,
      speaker: MASTER,
      inReplyTo: 't1',
    },
    {
      id: 't3',
      kind: 'statement',
      ordinal: 3,
      start: thirdStart,
      end: TEXT.length,
      speaker: MASTER,
      inReplyTo: null,
    },
  ],
  passages: [
    { id: 'inkwell/p1', turn: 't2', start: turnEnd + 1, end: thirdStart - 1 },
    { id: 'inkwell/p2', turn: 't3', start: thirdStart, end: TEXT.length },
  ],
};

export const QUOTES = { ships: FIRST, pier: SECOND, master: THIRD } as const;
export type Quote = keyof typeof QUOTES;

export function related(quote: Quote): RelatedPassage {
  const start = TEXT.indexOf(QUOTES[quote]);
  const turn = DOCUMENT.turns.find((candidate) => candidate.start <= start && start < candidate.end);
  if (!turn) throw new Error(`no turn holds ${quote}`);
  return {
    document: { id: DOCUMENT.id, title: DOCUMENT.title, date: null, url: null },
    turn: { id: turn.id, kind: turn.kind, ordinal: turn.ordinal, url: '/d/inkwell' },
    speaker: turn.speaker,
    inReplyTo: turn.inReplyTo ? { turn: turn.inReplyTo, speaker: null, text: QUESTION } : null,
    quote: QUOTES[quote],
    language: 'en',
    start,
    end: start + QUOTES[quote].length,
    translation: null,
  };
}

export function cite(quote: Quote, changes: Partial<Citation> = {}): Citation {
  return { marker: 1, ...related(quote), verdict: 'verified', ...changes };
}

export function answered(citations: Citation[], changes: Partial<AskResponse> = {}): AskResponse {
  return {
    id: '1',
    status: 'answered',
    reason: null,
    language: 'en',
    direction: 'ltr',
    question: '',
    answer: citations.map(({ quote }) => quote).join(' '),
    writer: 'extractive',
    confidence: 'high',
    citations,
    related: [],
    suggestions: [],
    ...changes,
  };
}

export function abstained(nearest: Quote[], changes: Partial<AskResponse> = {}): AskResponse {
  const rest = { citations: [], related: nearest.map(related), answer: 'Not said.', ...changes };
  return { ...answered([]), status: 'abstained', reason: 'no_evidence', confidence: 'low', ...rest };
}

export function gold(id: string, question: string, quote: Quote | null, facts: string[] = []): GoldQuestion {
  const common = { id, language: 'en', question, group: id };
  return quote
    ? { ...common, kind: 'number', expected: 'answer', quotes: [QUOTES[quote]], facts }
    : { ...common, kind: 'not_said', expected: 'abstain', quotes: [], facts: [] };
}

export interface FakeSystem extends EvaluatedSystem {
  readonly asked: SystemQuestion[];
}

/** Answers by question; a question without an answer fails. */
export function fakeSystem(
  answers: Readonly<Record<string, AskResponse>>,
  rankings?: Readonly<Record<string, PassageRanking>>,
): FakeSystem {
  const asked: SystemQuestion[] = [];
  return {
    name: 'fake',
    asked,
    ask: async (question) => {
      asked.push(question);
      const answer = answers[question.question];
      if (!answer) throw new Error(`no answer to ${question.question}`);
      return { ...answer, question: answer.question || question.question };
    },
    document: async (id) => (id === DOCUMENT.id ? DOCUMENT : null),
    ...(rankings
      ? {
          rank: async ({ question }: SystemQuestion) =>
            rankings[question] ?? { passages: [], probability: null },
        }
      : {}),
  };
}

/** Passages in the order given: 1 is that of ships and pier, 2 that of the harbour master. */
export function ranking(order: readonly (1 | 2)[], probability: number | null = null): PassageRanking {
  const passages = order.flatMap((number) => {
    const passage = DOCUMENT.passages[number - 1];
    return passage ? [{ document: DOCUMENT.id, start: passage.start, end: passage.end }] : [];
  });
  return { passages, probability };
}
