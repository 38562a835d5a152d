/** What a retriever is made of: ports and data, chosen by the entries. */
import type { Embedder } from '../embedding/embedder.ts';
import type { TokenTable } from '../embedding/token-table.ts';
import type { Library } from '../index/library.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Calibration } from './calibration.ts';
import type { WindowData } from './score-sentences.ts';

export interface RetrieverDependencies {
  readonly library: Library;
  readonly embedder: Embedder;
  readonly index: PassageIndex;
  readonly lexical: LexicalIndex;
  /** Null for models whose tokens cannot be compared. */
  readonly tokenTable: TokenTable | null;
  readonly windows: WindowData;
  readonly calibration: Calibration;
}
