/** Gold questions and conversations as one sequence of cases, each to be asked once. */
import { GoldError } from './gold-error.ts';
import type { GoldSet, GoldTurn } from './gold-question.ts';

export interface GoldCase extends GoldTurn {
  /** `<document>/<question id>`, for a conversation `…#<turn>`. */
  readonly id: string;
  readonly document: string;
  readonly language: string;
  /** A gold kind, or within a conversation `opening`, `follow_up` and, for a turn that stands alone, `new_subject`. */
  readonly kind: string;
  readonly group: string;
}

/** Cases of one conversation, in order; a single question is a conversation of one. */
export type GoldThread = readonly GoldCase[];

/** @throws {GoldError} when two cases have the same id, for then reports could not be compared. */
export function threadsOf(sets: readonly GoldSet[], languages?: readonly string[]): GoldThread[] {
  const threads = sets.flatMap((set) => [...questionThreads(set), ...dialogueThreads(set)]);
  const seen = new Set<string>();
  for (const { id, document } of threads.flat()) {
    if (seen.has(id)) throw new GoldError({ file: document }, `the id ${id} stands twice in its questions`);
    seen.add(id);
  }
  return languages ? threads.filter(([first]) => first && languages.includes(first.language)) : threads;
}

function questionThreads({ document, questions }: GoldSet): GoldThread[] {
  return questions.map((question) => {
    const id = `${document}/${question.id}`;
    return [{ ...question, id, document, group: question.group ? `${document}/${question.group}` : id }];
  });
}

function dialogueThreads({ document, dialogues }: GoldSet): GoldThread[] {
  return dialogues.map((dialogue) =>
    dialogue.turns.map((turn, index) => ({
      ...turn,
      id: `${document}/${dialogue.id}#${index + 1}`,
      document,
      language: dialogue.language,
      kind: index === 0 ? 'opening' : turn.alone ? 'new_subject' : 'follow_up',
      group: `${document}/${dialogue.id}`,
    })),
  );
}
