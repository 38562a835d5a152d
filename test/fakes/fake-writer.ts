/** Answer writers that behave as a test wants: honest, lying or failing. */
import type { AnswerWriter, DraftSentence, WritingTask } from '../../src/answer/answer-writer.ts';

export interface FakeWriter extends AnswerWriter {
  readonly tasks: WritingTask[];
}

/** Writes the sentences given; an `Error` among them is thrown where it stands. */
export function fakeWriter(script: readonly (string | Error)[], id = 'chat:fake'): FakeWriter {
  const tasks: WritingTask[] = [];
  return {
    id,
    tasks,
    async *write(task): AsyncGenerator<DraftSentence> {
      tasks.push(task);
      for (const entry of script) {
        if (entry instanceof Error) throw entry;
        const markers = [...entry.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
        yield { text: entry, markers };
      }
    },
  };
}
