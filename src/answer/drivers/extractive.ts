/** Extractive driver of the AnswerWriter port: the quotations themselves, in the asker's language where a translation exists. */
import type { AnswerWriter } from '../answer-writer.ts';

export function createExtractiveWriter(): AnswerWriter {
  return {
    id: 'extractive',
    async *write({ quotations }) {
      for (const { marker, quote, translation } of quotations) {
        yield {
          text: `${(translation?.text ?? quote).replace(/\s*\n\s*/g, ' ')} [${marker}]`,
          markers: [marker],
        };
      }
    },
  };
}
