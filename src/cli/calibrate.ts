/** `lectern calibrate`: fits ranking and decision to the gold questions of one or more corpora, and stores them with the model. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { completeQuestion } from '../answer/complete-question.ts';
import type { ConversationTurn } from '../answer/conversation.ts';
import { CORPUS_PARTS, languageOf, type CorpusPart } from '../corpus/corpus-parts.ts';
import { readCorpusFolder } from '../corpus/drivers/folder.ts';
import { calibrate, type CalibrationExample } from '../calibration/calibrate.ts';
import { openModel, openNode, type NodeApplication, type OpenModel } from '../entries/node.ts';
import { threadsOf, type GoldCase, type GoldThread } from '../evaluation/gold-case.ts';
import type { GoldSet } from '../evaluation/gold-question.ts';
import { locateGold } from '../evaluation/locate-gold.ts';
import { detectLanguage } from '../language/detect-language.ts';
import type { Library } from '../index/library.ts';
import { NEVER_ANSWER, type Calibration } from '../retrieval/calibration.ts';
import type { PassageOf } from '../retrieval/decide.ts';
import { NOTHING_OPEN } from '../retrieval/match-open.ts';
import { baseOf, type SentenceTable } from '../retrieval/sentence-table.ts';
import { overlaps } from '../transcript/locate-quote.ts';
import { writeCalibration } from './calibration-file.ts';
import { ingestProgress } from './progress.ts';
import { readGoldFolder } from './read-gold-folder.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** Any weights do: candidates are chosen before they are weighed. */
const UNFITTED: Calibration = {
  embedder: '',
  ranking: {},
  ...NEVER_ANSWER,
};

export async function runCalibrate(
  args: readonly string[],
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string', multiple: true },
      background: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean' },
    },
  });
  const examples: CalibrationExample[] = [];
  const model = await openModel(settings);
  const corpora = [
    ...(values.corpus ?? [settings.corpusFolder]).map((folder) => ({ folder, background: false })),
    ...(values.background ?? []).map((folder) => ({ folder, background: true })),
  ];
  for (const { folder, background } of corpora) {
    for (const variant of await variantsOf(folder)) {
      terminal.warn(`asking the questions of ${[folder, ...nameOf(variant)].join(', ')}`);
      const application = await openTemporary(folder, variant, model, settings, terminal);
      for (const set of await readGoldFolder(folder))
        examples.push(...(await examplesOf(set, variant, background, application)));
    }
  }
  const { calibration, rates } = calibrate(examples, model.embedder.id);
  for (const [name, rate] of Object.entries(rates)) terminal.print(`${name}: ${(100 * rate).toFixed(1)} %`);
  if (values['dry-run']) terminal.print(JSON.stringify(calibration, null, 2));
  else terminal.print(`written to ${await writeCalibration(settings, calibration)}`);
  return 0;
}

/** A corpus as it would be without some of what it has. */
interface Variant {
  readonly without: readonly CorpusPart[];
  /** Base tags; where there are any, only questions in them are asked. */
  readonly withoutLanguages: ReadonlySet<string>;
}

function nameOf({ without, withoutLanguages }: Variant): string[] {
  return [...without, ...withoutLanguages].map((part) => `without ${part}`);
}

/**
 * A corpus that has no translations, and one for which nobody has written down questions, must be answered as well; and so must those
 * who ask in a language that has neither, where others have.
 */
async function variantsOf(folder: string): Promise<Variant[]> {
  const { documents } = await readCorpusFolder(folder);
  const present = CORPUS_PARTS.filter((part) => documents.some((document) => document[part].length > 0));
  const parts = present.reduce<CorpusPart[][]>(
    (sets, part) => [...sets, ...sets.map((set) => [...set, part])],
    [[]],
  );
  const listed = documents.flatMap(({ anticipated }) => anticipated.map(({ path }) => languageOf(path)));
  return [
    ...parts.map((without) => ({ without, withoutLanguages: new Set<string>() })),
    ...languageFolds(listed).map((withoutLanguages) => ({ without: [], withoutLanguages })),
  ];
}

const LANGUAGE_FOLDS = 4;

/** Neighbours in the alphabet are in different folds; none where so few languages have a list that leaving out a fold would leave one or two. */
function languageFolds(listed: readonly string[]): ReadonlySet<string>[] {
  const languages = [...new Set(listed)].sort();
  if (languages.length < 2 * LANGUAGE_FOLDS) return [];
  return Array.from(
    { length: LANGUAGE_FOLDS },
    (_, fold) => new Set(languages.filter((_language, at) => at % LANGUAGE_FOLDS === fold)),
  );
}

async function openTemporary(
  corpusFolder: string,
  variant: Variant,
  model: OpenModel,
  settings: Settings,
  terminal: Terminal,
): Promise<NodeApplication> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'lectern-calibrate-'));
  try {
    const options = {
      ...ingestProgress(terminal),
      ...variant,
      model,
      calibration: UNFITTED,
      vectorFolder: join(settings.dataFolder, 'cache'),
    };
    return await openNode({ ...settings, corpusFolder, dataFolder, chat: null }, options);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** Without lists every answerable question is asked twice: as it is, and as if the passages that answer it had not been said. */
async function examplesOf(
  set: GoldSet,
  variant: Variant,
  background: boolean,
  { service, retriever, opened }: NodeApplication,
): Promise<CalibrationExample[]> {
  const { library } = service;
  const examples: CalibrationExample[] = [];
  const documentOf = library.passages.map((passage) => passage.document);
  const passageOf = lookUp(retriever.table.sentences.map(({ passage }) => passage));
  const { withoutLanguages } = variant;
  const isAsked = ({ language }: GoldCase): boolean =>
    withoutLanguages.size === 0 || withoutLanguages.has(baseOf(language));
  for (const gold of threadsOf([set]).flatMap(standalone).filter(isAsked)) {
    const language = detectLanguage(gold.question);
    const query = { question: gold.question, ...(language ? { language } : {}) };
    const { candidates, openIn } = await retriever.score(query);
    const open = new Map([...library.documents.keys()].map((id) => [id, openIn(id)]));
    const { answers, passages } = placesOf(gold, set.document, library, retriever.table);
    const example = {
      document: set.document,
      background,
      withheld: false,
      listed: opened.search.anticipated.isListed(set.document),
      group: gold.group,
      answerable: gold.expected === 'answer',
      candidates,
      answers,
      passages,
      passageOf,
      openOf: (sentence: number) => open.get(documentOf[passageOf(sentence)] ?? '') ?? NOTHING_OPEN,
    };
    examples.push(example);
    // Where there are lists, what is left open is listed: a question whose answer is looked past would be after what a list says is answered.
    if (!example.answerable || example.listed) continue;
    const others = await retriever.score({ ...query, except: passages });
    examples.push({ ...example, answerable: false, withheld: true, candidates: others.candidates });
  }
  return examples;
}

/** A conversation's questions as the service searches for them: with what they leave out. */
function standalone(thread: GoldThread): GoldCase[] {
  const asked: ConversationTurn[] = [];
  return thread.map((gold) => {
    const conversation = [...asked];
    asked.push({ role: 'user', content: gold.question });
    const language = detectLanguage(gold.question) ?? gold.language;
    return {
      ...gold,
      question: completeQuestion({ question: gold.question, conversation, language }).question,
    };
  });
}

/** The retriever's own would keep its whole application in memory, as long as an example is. */
function lookUp(passages: readonly number[]): PassageOf {
  return (sentence) => passages[sentence] ?? -1;
}

/** Numbers of the sentences that answer a gold question, and of the passages that they are in. */
function placesOf(
  gold: GoldCase,
  document: string,
  library: Library,
  { sentences }: SentenceTable,
): Pick<CalibrationExample, 'answers' | 'passages'> {
  const text = library.documents.get(document)?.transcript.text ?? '';
  const spans = locateGold(gold, text);
  const answers = new Set<number>();
  const said = new Set<number>();
  const passages = new Set<number>();
  for (const [number, { passage, sentence }] of sentences.entries()) {
    const span = library.passages[passage]?.sentences[sentence];
    if (
      library.passages[passage]?.document !== document ||
      !span ||
      !spans.some((other) => overlaps(span, other))
    )
      continue;
    passages.add(passage);
    said.add(number);
    if (holds(text.slice(span.start, span.end), gold.facts)) answers.add(number);
  }
  // Facts that are spread over several sentences are answered by each of them.
  return { answers: answers.size > 0 ? answers : said, passages };
}

/** Compared as a reader would: width and spaces do not count. */
function holds(sentence: string, facts: readonly string[]): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
  return facts.every((fact) => plain(sentence).includes(plain(fact)));
}
