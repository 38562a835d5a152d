/** The HTTP contract, version 1: schemas for the service, types for whoever calls it. */
import { z } from '@hono/zod-openapi';

/** Limits of a request, stated in every error that they cause. */
export const LIMITS = {
  questionCharacters: 2000,
  conversationTurns: 20,
  documents: 50,
  citations: 8,
  bodyBytes: 262_144,
} as const;

const languageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a BCP-47 language tag');

export const ConversationTurn = z.object({
  role: z.enum(['user', 'assistant']),
  content: z.string().max(LIMITS.questionCharacters * 10),
});

export const AskRequest = z
  .object({
    question: z
      .string()
      .max(LIMITS.questionCharacters)
      .refine((text) => text.trim().length > 0, 'must not be empty'),
    /** Language of the answer; without it the language of the question decides. */
    language: languageTag.optional(),
    /** Ids of the documents to search; all when absent. */
    documents: z.array(z.string().max(200)).min(1).max(LIMITS.documents).optional(),
    /** Earlier turns, oldest first. */
    conversation: z.array(ConversationTurn).max(LIMITS.conversationTurns).optional(),
    /** Most citations in the answer. */
    limit: z.int().min(1).max(LIMITS.citations).optional(),
    stream: z.boolean().optional(),
  })
  .openapi('AskRequest');

const Speaker = z.object({
  name: z.string(),
  role: z.string().nullable(),
  organisation: z.string().nullable(),
});

const DocumentReference = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  url: z.string().nullable(),
});

const TurnKind = z.enum(['statement', 'question', 'answer', 'moderation']);

const Translation = z.object({
  language: z.string(),
  text: z.string(),
  origin: z.enum(['aligned', 'chat']),
  speaker: Speaker.nullable(),
});

const Passage = z.object({
  document: DocumentReference,
  /** `url` opens the transcript page at the quoted sentence. */
  turn: z.object({ id: z.string(), kind: TurnKind, ordinal: z.int(), url: z.string() }),
  speaker: Speaker.nullable(),
  inReplyTo: z
    .object({
      turn: z.string(),
      speaker: z.object({ name: z.string(), organisation: z.string().nullable() }).nullable(),
      text: z.string(),
    })
    .nullable(),
  quote: z.string(),
  language: z.string(),
  /** UTF-16 offsets: `document.text.slice(start, end) === quote`. */
  start: z.int(),
  end: z.int(),
  translation: Translation.nullable(),
});

export const RelatedPassage = Passage.openapi('RelatedPassage');
export const Citation = Passage.extend({ marker: z.int(), verdict: z.literal('verified') }).openapi(
  'Citation',
);

export const AskResponse = z
  .object({
    id: z.string(),
    status: z.enum(['answered', 'abstained']),
    reason: z.enum(['no_evidence', 'unsupported_question']).nullable(),
    language: z.string(),
    direction: z.enum(['ltr', 'rtl']),
    /** The question that was answered: a follow-up is completed from the conversation. */
    question: z.string(),
    answer: z.string(),
    /** `extractive` or `chat:<model>`. */
    writer: z.string(),
    confidence: z.enum(['high', 'medium', 'low']),
    citations: z.array(Citation),
    related: z.array(RelatedPassage),
    /** Questions that the transcript can answer, to ask next. */
    suggestions: z.array(z.string()),
  })
  .openapi('AskResponse');

export const DocumentSummary = DocumentReference.extend({
  language: z.string(),
  place: z.string().nullable(),
  publisher: z.string().nullable(),
  translations: z.array(z.string()),
  turns: z.int(),
}).openapi('DocumentSummary');

export const DocumentList = z.object({ documents: z.array(DocumentSummary) }).openapi('DocumentList');

export const DocumentDetail = z
  .object({
    id: z.string(),
    title: z.string(),
    date: z.string().nullable(),
    language: z.string(),
    place: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    text: z.string(),
    turns: z.array(
      z.object({
        id: z.string(),
        kind: TurnKind,
        ordinal: z.int(),
        start: z.int(),
        end: z.int(),
        speaker: Speaker.nullable(),
        inReplyTo: z.string().nullable(),
      }),
    ),
    passages: z.array(z.object({ id: z.string(), turn: z.string(), start: z.int(), end: z.int() })),
  })
  .openapi('DocumentDetail');

/** RFC 9457. `field` names the offending member of the request. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    field: z.string().optional(),
    language: z.string(),
    direction: z.enum(['ltr', 'rtl']),
  })
  .openapi('Problem');

export const Health = z
  .object({ status: z.enum(['ok', 'starting']), documents: z.int(), passages: z.int(), index: z.string() })
  .openapi('Health');

/** `GET /messages/:language`: interface texts, by key. */
export const MessageCatalogue = z
  .object({
    language: z.string(),
    direction: z.enum(['ltr', 'rtl']),
    messages: z.record(z.string(), z.string()),
  })
  .openapi('MessageCatalogue');

export type AskRequest = z.infer<typeof AskRequest>;
export type AskResponse = z.infer<typeof AskResponse>;
export type Citation = z.infer<typeof Citation>;
export type RelatedPassage = z.infer<typeof RelatedPassage>;
export type ConversationTurn = z.infer<typeof ConversationTurn>;
export type DocumentDetail = z.infer<typeof DocumentDetail>;
export type DocumentSummary = z.infer<typeof DocumentSummary>;
export type MessageCatalogue = z.infer<typeof MessageCatalogue>;
export type Problem = z.infer<typeof Problem>;

/**
 * Server-sent events of `POST /ask` with `"stream": true`: first `language`, then each `citation` before the first
 * `delta` that carries its marker, then `done` with the whole response, or `error`. Comment lines are a heartbeat.
 */
export type AskEvent =
  | {
      readonly event: 'language';
      readonly data: { readonly language: string; readonly direction: 'ltr' | 'rtl' };
    }
  | { readonly event: 'citation'; readonly data: Citation }
  | { readonly event: 'delta'; readonly data: { readonly text: string } }
  | { readonly event: 'done'; readonly data: AskResponse }
  | { readonly event: 'error'; readonly data: Problem };
