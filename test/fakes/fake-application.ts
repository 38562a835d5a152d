/** The whole of retrieval and answering over small documents, with a fake model in place of the real one. */
import { createExactIndex } from '../../src/index/drivers/exact.ts';
import { buildLibrary } from '../../src/index/build-library.ts';
import type { Library, LibraryDocument } from '../../src/index/library.ts';
import { embedTexts } from '../../src/embedding/embed-texts.ts';
import type { Calibration } from '../../src/retrieval/calibration.ts';
import { createRetriever, type ExplainingRetriever } from '../../src/retrieval/retrieve.ts';
import { decodeSearchData, encodeSearchData } from '../../src/retrieval/search-data.ts';
import { FakeEmbedder } from './fake-embedder.ts';

/** Answers when the best sentence scores well above nothing; fitted to the fake embedder by hand. */
export const FAKE_CALIBRATION: Calibration = {
  embedder: 'fake@1',
  ranking: { dense: 10, denseAlone: 8, cover: 6, lexical: 4 },
  decision: {
    bias: -3,
    steps: {
      score: [
        [0.75, 3.2],
        [0.856, 1],
        [1.02, 1.5],
      ],
    },
  },
  answerFrom: 0.5,
  mediumFrom: 0.7,
  highFrom: 0.9,
};

export interface FakeApplication {
  readonly library: Library;
  readonly embedder: FakeEmbedder;
  readonly retriever: ExplainingRetriever;
}

export async function fakeApplication(
  documents: readonly LibraryDocument[],
  calibration: Calibration = FAKE_CALIBRATION,
): Promise<FakeApplication> {
  const embedder = new FakeEmbedder({ dimensions: 256 });
  const library = buildLibrary(documents);
  const texts = library.windows.map(({ text }) => text);
  const { vectors: rows } = await embedTexts(texts, 'passage', embedder);
  const { dimensions } = embedder;
  const vectors = new Float32Array(rows.length * dimensions);
  for (const [at, row] of rows.entries()) vectors.set(row, at * dimensions);
  const { lexical, tokensOf, figuresOf } = decodeSearchData(library, encodeSearchData(library, null));
  const retriever = createRetriever({
    library,
    embedder,
    index: createExactIndex(vectors, dimensions),
    lexical,
    tokenTable: null,
    windows: { vectors, tokensOf, figuresOf },
    calibration,
  });
  return { library, embedder, retriever };
}
