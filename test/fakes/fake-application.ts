/** The whole of retrieval and answering over small documents, with a fake model in place of the real one. */
import type { AnticipatedLists } from '../../src/anticipation/anticipated-question.ts';
import { inOrder, listQuestions } from '../../src/anticipation/list-questions.ts';
import { createExactIndex } from '../../src/index/drivers/exact.ts';
import { buildLibrary } from '../../src/index/build-library.ts';
import type { Library, LibraryDocument } from '../../src/index/library.ts';
import { storeRows } from '../../src/embedding/wasm-core/store-rows.ts';
import { embedRows } from '../../src/embedding/embed-texts.ts';
import type { Calibration } from '../../src/retrieval/calibration.ts';
import { createRetriever, type ExplainingRetriever } from '../../src/retrieval/retrieve.ts';
import { decodeSearchData, encodeSearchData } from '../../src/retrieval/search-data.ts';
import { KERNELS } from './kernels.ts';
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
  lists: AnticipatedLists = new Map(),
): Promise<FakeApplication> {
  const embedder = new FakeEmbedder({ dimensions: 256 });
  const library = buildLibrary(documents);
  const { dimensions } = embedder;
  const texts = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text);
  const embedded = await embedRows(texts(library.windows), 'passage', embedder);
  const vectors = storeRows(embedded.rows, dimensions, KERNELS);
  const listed = listQuestions(library, lists);
  const { rows } = await embedRows(texts(inOrder(listed)), 'query', embedder);
  const { lexical, ...data } = decodeSearchData(
    library,
    encodeSearchData(library, null, KERNELS, { listed, vectors: { rows, dimensions } }),
    KERNELS,
  );
  const retriever = createRetriever({
    library,
    embedder,
    index: createExactIndex(vectors, dimensions),
    lexical,
    tokenTable: null,
    windows: { vectors, ...data },
    calibration,
  });
  return { library, embedder, retriever };
}
