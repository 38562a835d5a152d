/** Gold questions and conversations, and how a line of their JSONL files is read. */
import { z } from 'zod';
import { containsFolded } from './compare-text.ts';
import { GoldError, shown, type GoldPlace } from './gold-error.ts';

export const QUESTION_KINDS = [
  'number',
  'date',
  'person',
  'place',
  'organisation',
  'list',
  'how',
  'why',
  'yes_no',
  'definition',
  'off_topic',
  'not_said',
] as const;

const text = z.string().refine((value) => value.trim().length > 0, 'must not be empty');
const languageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a BCP-47 language tag');

const turnFields = {
  question: text,
  expected: z.enum(['answer', 'abstain']),
  quotes: z.array(text),
  facts: z.array(text),
  /** Name as the transcript writes it, where the question asks who said something. */
  speaker: text.optional(),
};

interface Expectation {
  readonly expected: 'answer' | 'abstain';
  readonly quotes: readonly string[];
  readonly facts: readonly string[];
}

function checkExpectation({ expected, quotes, facts }: Expectation, context: z.RefinementCtx): void {
  const refuse = (path: string, message: string): void =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (expected === 'abstain') {
    if (quotes.length > 0) refuse('quotes', 'must be empty where the right outcome is to abstain');
    if (facts.length > 0) refuse('facts', 'must be empty where the right outcome is to abstain');
    return;
  }
  if (quotes.length === 0) refuse('quotes', 'needs at least one quotation that answers');
  if (facts.length === 0) refuse('facts', 'needs at least one fact that a right answer contains');
  const missing = facts.find((fact) => !quotes.some((quote) => containsFolded(quote, fact)));
  if (missing !== undefined) refuse('facts', `${shown(missing)} stands in none of the quotes`);
}

const GoldTurnSchema = z
  .strictObject({
    ...turnFields,
    /** Whether a later turn begins a new subject and needs none of those before it to be understood. */
    alone: z.boolean().optional(),
  })
  .superRefine(checkExpectation);

export const GoldQuestionSchema = z
  .strictObject({
    id: text,
    language: languageTag,
    kind: z.enum(QUESTION_KINDS),
    /** The fact asked for, across languages; without it the question stands alone. */
    group: text.optional(),
    ...turnFields,
  })
  .superRefine(checkExpectation);

const GoldDialogueSchema = z.strictObject({
  id: text,
  language: languageTag,
  turns: z.array(GoldTurnSchema).min(1),
});

export type GoldTurn = z.infer<typeof GoldTurnSchema>;
export type GoldQuestion = z.infer<typeof GoldQuestionSchema>;
export type GoldDialogue = z.infer<typeof GoldDialogueSchema>;

/** What is asked about one document. */
export interface GoldSet {
  /** Id of the document: the name of its folder. */
  readonly document: string;
  readonly questions: readonly GoldQuestion[];
  readonly dialogues: readonly GoldDialogue[];
}

/** Empty lines are passed over. @throws {GoldError} naming the file, the line and the value. */
export function parseGoldQuestions(jsonl: string, file: string): GoldQuestion[] {
  return parseLines(jsonl, file, GoldQuestionSchema);
}

/** Empty lines are passed over. @throws {GoldError} naming the file, the line and the value. */
export function parseGoldDialogues(jsonl: string, file: string): GoldDialogue[] {
  return parseLines(jsonl, file, GoldDialogueSchema);
}

function parseLines<Schema extends z.ZodType>(
  jsonl: string,
  file: string,
  schema: Schema,
): z.infer<Schema>[] {
  return jsonl
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) =>
      line.trim()
        ? [parseGoldRecord(parseJson(line, { file, line: index + 1 }), { file, line: index + 1 }, schema)]
        : [],
    );
}

function parseJson(line: string, place: GoldPlace): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new GoldError(place, `is not JSON: ${shown(line.trim())}`, { cause: error });
  }
}

/** @throws {GoldError} for the first field that does not fit. */
export function parseGoldRecord<Schema extends z.ZodType>(
  value: unknown,
  place: GoldPlace,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const field = path.length > 0 ? path.join('.') : 'the line';
  throw new GoldError(
    place,
    `${field}: ${issue?.message ?? 'cannot be used'}, found ${shown(valueAt(value, path))}`,
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
