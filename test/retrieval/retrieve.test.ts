/** From a question to ranked evidence, over a small library with a fake model. */
import { describe, expect, it } from 'vitest';
import type { TokenTable } from '../../src/embedding/token-table.ts';
import { buildLibrary } from '../../src/index/build-library.ts';
import { decodeSearchData, encodeSearchData } from '../../src/retrieval/search-data.ts';
import type { AnswerType } from '../../src/retrieval/question-words.ts';
import { scoreSentence } from '../../src/retrieval/score-sentences.ts';
import { buildSentenceTable, type Sentence } from '../../src/retrieval/sentence-table.ts';
import type { SentenceSigns } from '../../src/retrieval/sentence-signs.ts';
import { prepareTokenQuery } from '../../src/retrieval/token-match.ts';
import type { Evidence } from '../../src/retrieval/evidence.ts';
import type { Translation } from '../../src/translation/translation.ts';
import { fakeApplication } from '../fakes/fake-application.ts';
import { KERNELS } from '../fakes/kernels.ts';
import { sampleDocument } from '../fakes/sample-documents.ts';

const OTHER =
  'Jon Berg: The crane is red. It lifts 90 tons.\n\nReporter: Why red?\n\nJon Berg: Red is seen in fog.\n';

const documents = [sampleDocument(), sampleDocument(OTHER, { id: 'crane' })];
const application = await fakeApplication(documents);
const { library, retriever } = application;

function quoted({ passage, matches }: Evidence): string[] {
  const text = library.documents.get(passage.document)?.transcript.text ?? '';
  return matches.map(({ sentence }) => {
    const { start = 0, end = 0 } = passage.sentences[sentence] ?? {};
    return text.slice(start, end);
  });
}

describe('retrieve', () => {
  it.each([
    ['How long is the new quay?', 'The new quay is 420 metres long.'],
    ['What did it cost in crowns?', 'It cost 31 million crowns.'],
    ['How many people will work there?', 'About 250 people will work there.'],
    ['How many tons does it lift?', 'It lifts 90 tons.'],
  ])('ranks first the sentence that answers: %s', async (question, sentence) => {
    const { evidence } = await retriever.retrieve({ question });
    expect(evidence[0] && quoted(evidence[0])[0]).toBe(sentence);
  });

  it('tells each passage once, best first, each with at most two sentences', async () => {
    const { evidence } = await retriever.retrieve({ question: 'When will the ferry line open?' });
    const ids = evidence.map(({ passage }) => passage.id);
    expect(new Set(ids).size).toBe(ids.length);
    const scores = evidence.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { matches, score } of evidence) {
      expect(matches.length).toBeGreaterThan(0);
      expect(matches.length).toBeLessThanOrEqual(2);
      expect(matches[0]?.score).toBe(score);
    }
  });

  it('searches only the documents asked for', async () => {
    const { evidence } = await retriever.retrieve({
      question: 'How long is the new quay?',
      documents: ['crane'],
    });
    expect(new Set(evidence.map(({ passage }) => passage.document))).toEqual(new Set(['crane']));
    const nothing = await retriever.retrieve({ question: 'How long?', documents: ['nowhere'] });
    expect(nothing).toEqual({ evidence: [], probability: 0, answerable: 0, confidence: 'low' });
  });

  it('looks past passages as if nobody had said them', async () => {
    const question = 'How long is the new quay?';
    const { evidence } = await retriever.retrieve({ question });
    const first = library.passages.findIndex(({ id }) => id === evidence[0]?.passage.id);
    const without = await retriever.retrieve({ question, except: new Set([first]) });
    expect(without.evidence.length).toBeGreaterThan(0);
    expect(without.evidence.map(({ passage }) => passage.id)).not.toContain(evidence[0]?.passage.id);
  });

  it('embeds the question once, as a query', async () => {
    const before = application.embedder.calls.length;
    await retriever.retrieve({ question: 'How long is the new quay?' });
    expect(application.embedder.calls.slice(before)).toEqual([
      { texts: ['How long is the new quay?'], role: 'query' },
    ]);
  });

  it('abstains from what has nothing to do with the text, and ranks the same each time', async () => {
    const far = await retriever.retrieve({ question: 'Zebra xylophone?' });
    expect(far.answerable).toBe(0);
    const near = await retriever.retrieve({ question: 'How long is the new quay?' });
    expect(near.answerable).toBeGreaterThan(0);
    expect(near.probability).toBeGreaterThan(far.probability);
    expect(await retriever.retrieve({ question: 'How long is the new quay?' })).toEqual(near);
  });

  it('takes what people send: nothing, one mark, a very long question', async () => {
    for (const question of ['', '?', ' \u0000', '👩‍👧', 'port '.repeat(400)]) {
      const { probability } = await retriever.retrieve({ question });
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
  });

  it('has nothing to say where there are no documents', async () => {
    const empty = await fakeApplication([]);
    expect((await empty.retriever.retrieve({ question: 'Why?' })).evidence).toEqual([]);
  });
});

describe('buildSentenceTable', () => {
  const plain = buildLibrary([sampleDocument()]);
  const starts = plain.passages.flatMap(({ sentences }) => sentences.map(({ start }) => start));
  const translation = (language: string, skip: number): Translation => ({
    language,
    title: null,
    origin: null,
    speakers: new Map(),
    sentences: new Map(starts.flatMap((start, at) => (at === skip ? [] : [[start, `${language} ${at}`]]))),
  });
  const translated = buildLibrary([
    sampleDocument(undefined, { translations: [translation('ru', -1), translation('ar', 2)] }),
  ]);

  it('numbers every sentence and knows its windows in each language', () => {
    const table = buildSentenceTable(translated);
    expect(table.sentences).toHaveLength(starts.length);
    for (const [number, { passage, sentence, windows, alone }] of table.sentences.entries()) {
      expect(windows).toHaveLength(number === 2 ? 2 : 3);
      for (const window of windows.flat()) {
        const {
          passage: owner,
          first,
          last,
        } = translated.windows[window] ?? { passage: -1, first: 0, last: 0 };
        expect(owner === passage && first <= sentence && sentence < last).toBe(true);
      }
      for (const window of alone) {
        const { first, last } = translated.windows[window] ?? { first: -1, last: -1 };
        expect([first, last]).toEqual([sentence, sentence + 1]);
        expect(table.firstOf[window]).toBe(number);
      }
    }
    expect(table.single).toHaveLength(starts.length * 3 - 1);
  });
});

/** Words are tokens; a token's number is its first letter's, so that words of one letter are alike. */
const LETTERS: TokenTable = {
  encode: (text) => [...new Set(text.match(/[a-z]+/g)?.map((word) => word.charCodeAt(0) - 97) ?? [])],
  compareWith: (tokens) => (token, into, at) =>
    into.set(
      tokens.map((other) => (token === other ? 1 : 0)),
      at,
    ),
  length: (token) => (token === 0 ? 0.1 : 1),
};

describe('tokens', () => {
  it('are stored per sentence and come back', () => {
    const files = [...encodeSearchData(library, LETTERS, KERNELS)].map(([name, bytes]) => {
      const shifted = new Uint8Array(bytes.length + 1);
      shifted.set(bytes, 1);
      return [name, name.endsWith('.u32') ? shifted.subarray(1) : bytes] as const;
    });
    const { tokensOf } = decodeSearchData(library, new Map(files), KERNELS);
    const { single } = buildSentenceTable(library);
    for (const window of single) {
      expect(Array.from(tokensOf(window))).toEqual(LETTERS.encode(library.windows[window]?.text ?? ''));
    }
    const longer = library.windows.findIndex(({ first, last }) => last - first > 1);
    expect(tokensOf(longer)).toHaveLength(0);
  });

  it('match by their nearest, telling words weighing more', () => {
    const windows = ['quick', 'apple', ''].map(LETTERS.encode);
    const query = prepareTokenQuery('a quay', LETTERS, (window) => windows[window] ?? []);
    expect(query.match([0]).mean).toBeCloseTo(1 / 1.01, 6);
    expect(query.match([1]).mean).toBeCloseTo(0.01 / 1.01, 6);
    expect(query.match([0, 1]).mean).toBeCloseTo(1, 6);
    expect(query.match([2])).toEqual({ mean: 0, worst: 0 });
    expect(query.match([])).toEqual({ mean: 0, worst: 0 });
    expect(prepareTokenQuery('', LETTERS, () => [1, 2]).match([0])).toEqual({ mean: 0, worst: 0 });
  });

  it('tell the one word that is missing from a mean that hides it', () => {
    const windows = ['quick blue river', 'quick blue'].map(LETTERS.encode);
    const query = prepareTokenQuery('quay by river', LETTERS, (window) => windows[window] ?? []);
    expect(query.match([0])).toEqual({ mean: 1, worst: 1 });
    expect(query.match([1]).mean).toBeCloseTo(2 / 3, 6);
    expect(query.match([1]).worst).toBeCloseTo(1 - (1 / 3) ** (1 / 4), 6);
  });

  it('weigh little what all sentences say, and most what few or none say', () => {
    const windows = ['quick blue', 'quick green', 'quick red'].map(LETTERS.encode);
    const query = prepareTokenQuery('quay by', LETTERS, (window) => windows[window] ?? []);
    const rare = query.amid([0, 1, 2]);
    expect(query.match([1]).mean).toBeCloseTo(1 / 2, 6);
    expect(rare.match([0]).mean).toBeCloseTo(1, 6);
    expect(rare.match([1]).mean).toBeCloseTo(0.02 / (0.02 + 2 / 3), 5);
  });
});

describe('a question for a figure', () => {
  const text =
    'Ada Lind: The hall has 40 rooms of every size and shape and very fine lamps. The hall has fine rooms of every size and shape and 40 lamps.\n';
  const halls = buildLibrary([sampleDocument(text)]);
  /** Every word is a token of its own. */
  const vocabulary = new Map<string, number>();
  const words: TokenTable = {
    ...LETTERS,
    encode: (piece) =>
      (piece.toLowerCase().match(/\w+/g) ?? []).map((word) => {
        if (!vocabulary.has(word)) vocabulary.set(word, vocabulary.size + 1);
        return vocabulary.get(word) ?? 0;
      }),
    length: () => 1,
  };
  const { anticipated, figuresOf, tokensOf } = decodeSearchData(
    halls,
    encodeSearchData(halls, words, KERNELS),
    KERNELS,
  );
  const [first = { alone: [] }, second = { alone: [] }] = buildSentenceTable(halls).sentences;

  const EVERYTHING: SentenceSigns = { holds: () => true, states: () => true, locates: () => true };
  const scored = (question: string, answerTypes: readonly AnswerType[]): number[] =>
    [first, second].map((sentence) => {
      const tokens = prepareTokenQuery(question, words, tokensOf);
      const view = {
        cosine: () => 0.5,
        lexical: new Map(),
        bestLexical: 1,
        anchored: false,
        tokens,
        rare: tokens,
        base: 'en',
        figuresOf,
        anticipated,
        languages: [],
        classified: () => 0,
        vector: new Float32Array(),
        wanted: { types: new Set(answerTypes), unit: null },
      };
      return scoreSentence(0, sentence as Sentence, EVERYTHING, view).besideFigure;
    });

  it('prefers the sentence whose figure stands beside the word asked for', () => {
    const [rooms = 0, lamps = 0] = scored('how many lamps', ['quantity']);
    expect(lamps).toBeGreaterThan(rooms);
    const [near = 0, far = 0] = scored('how many rooms', ['quantity']);
    expect(near).toBeGreaterThan(far);
  });

  it('finds no date where only a quantity stands, and says nothing where no figure is asked for', () => {
    expect(scored('when lamps', ['date'])).toEqual([0, 0]);
    expect(scored('whose lamps', ['person'])).toEqual([0.5, 0.5]);
  });
});
