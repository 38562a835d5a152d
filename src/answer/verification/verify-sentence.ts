/** Decides whether one written sentence may reach a reader: everything that it says must stand in what it cites. */
import { readLanguage } from '../../language/detect-language.ts';
import type { DraftSentence, NumberedQuotation, WritingTask } from '../answer-writer.ts';
import { foreignName, sharesName } from './check-names.ts';
import { turnsAround } from './check-negation.ts';
import { inventedQuote } from './check-quotes.ts';
import { meaningSupport, wordSupport, type MeaningCheck } from './check-support.ts';
import { citedNames, citedTexts, quotationsOfMarkers } from './cited-texts.ts';
import { figuresOf, states } from './match-figures.ts';
import type { Failure, Verdict } from './verdict.ts';

const MARKER = /\[(\d{1,3})\]/gu;
const MARKUP = /<\/?[a-z!][^>]*>|\]\(|!\[|https?:\/\/|javascript:|```|[\p{Cc}\u202A-\u202E\u2066-\u2069]/iu;
/** A longer one is no sentence. */
const MOST_CHARACTERS = 1500;
/** Written-out one, two and a half are as often articles and idioms as figures. */
const LEAST_WRITTEN_OUT = 3;

type Check = (words: string, task: WritingTask, cited: readonly NumberedQuotation[]) => Verdict | null;

/**
 * Checks in this order: form, markers, language, quotation marks, figures, names, negation, words in common, and with
 * `meaning` the nearness of sentence and citation. The first that fails gives the verdict.
 */
export async function verifySentence(
  sentence: DraftSentence,
  task: WritingTask,
  meaning?: MeaningCheck,
): Promise<Verdict> {
  const words = sentence.text.replace(MARKER, '').trim();
  const form = checkForm(sentence, words) ?? checkMarkers(sentence, task);
  if (form) return form;
  const cited = quotationsOfMarkers(sentence.markers, task);
  for (const check of [
    checkLanguage,
    checkQuotes,
    checkFigures,
    checkNames,
    checkNegation,
    checkWords,
  ] as const satisfies readonly Check[]) {
    const failed = check(words, task, cited);
    if (failed) return failed;
  }
  if (!meaning && !isTied(words, task, cited)) return fail('unsupported', 'nothing ties it to the citation');
  if (meaning) {
    const score = await meaningSupport(words, citedTexts(cited), meaning);
    if (!(score >= meaning.floor))
      return fail('unsupported', `similarity ${score.toFixed(3)} < ${meaning.floor.toFixed(3)}`);
  }
  return { verdict: 'verified' };
}

/** Without a common language and without a model, a figure or a name must tie sentence and citation. */
function isTied(words: string, { language }: WritingTask, cited: readonly NumberedQuotation[]): boolean {
  const sources = citedTexts(cited);
  if (wordSupport(words, language, sources, []) !== null) return true;
  const known = sources.flatMap((source) => figuresOf(source.text, source.language));
  return (
    figuresOf(words, language).some((figure) => states(figure, known)) || sharesName(words, language, cited)
  );
}

function fail(verdict: Failure, detail: string): Verdict {
  return { verdict, detail: detail.slice(0, 200) };
}

function checkForm({ text }: DraftSentence, words: string): Verdict | null {
  if (!/[\p{L}\p{N}]/u.test(words)) return fail('empty', text);
  if (text.length > MOST_CHARACTERS)
    return fail('unsupported', `${text.length} characters, limit ${MOST_CHARACTERS}`);
  const markup = MARKUP.exec(words);
  return markup ? fail('markup', markup[0]) : null;
}

function checkMarkers({ text, markers }: DraftSentence, task: WritingTask): Verdict | null {
  const written = [...text.matchAll(MARKER)].map((match) => Number(match[1]));
  const stray = [...markers, ...written].find(
    (marker) => !task.quotations.some((quotation) => quotation.marker === marker),
  );
  if (stray !== undefined) return fail('unknown_marker', `[${stray}] of ${task.quotations.length}`);
  if (written.length === 0) return fail('no_marker', text);
  const unlisted =
    written.find((marker) => !markers.includes(marker)) ??
    markers.find((marker) => !written.includes(marker));
  return unlisted === undefined
    ? null
    : fail('unknown_marker', `[${unlisted}] stands only in the text or only in the list`);
}

function checkLanguage(words: string, { language }: WritingTask): Verdict | null {
  const reading = readLanguage(words);
  if (reading === null || reading.possible.length === 0) return null;
  const wanted = new Intl.Locale(language).maximize();
  const accepted = reading.certain ? reading.likely : reading.possible;
  const right = accepted.some((tag) => {
    const read = new Intl.Locale(tag).maximize();
    return (
      read.language === wanted.language && (read.script === wanted.script || !hasHanBoth(words, read.script))
    );
  });
  return right ? null : fail('wrong_language', `${reading.language} instead of ${language}`);
}

/** 天津 is written alike in both; only a text with traditional characters is wrong where simplified ones are wanted. */
function hasHanBoth(words: string, script: string | undefined): boolean {
  return script === 'Hant' || /[\u4e00-\u9fff]{8}/u.test(words);
}

const checkQuotes: Check = (words, _task, cited) => {
  const sources = [...citedTexts(cited).map(({ text }) => text), ...citedNames(cited)];
  const invented = inventedQuote(words, sources);
  return invented === null ? null : fail('quote_not_found', invented);
};

const checkFigures: Check = (words, { language }, cited) => {
  const known = citedTexts(cited).flatMap((source) => figuresOf(source.text, source.language));
  const absent = figuresOf(words, language).find((figure) => {
    const idiom = figure.form === 'words' && (figure.value < LEAST_WRITTEN_OUT || figure.kind === 'ordinal');
    return !idiom && !states(figure, known);
  });
  return absent ? fail('number_not_cited', absent.written) : null;
};

const checkNames: Check = (words, { language }, cited) => {
  const foreign = foreignName(words, language, cited);
  return foreign === null ? null : fail('name_not_cited', foreign);
};

const checkNegation: Check = (words, { language }, cited) =>
  turnsAround(words, language, citedTexts(cited))
    ? fail('unsupported', 'only one of sentence and citation denies')
    : null;

/** Most words must be the citation's own, where both are in one language. */
const checkWords: Check = (words, { language, question }, cited) => {
  const support = wordSupport(words, language, citedTexts(cited), [question, ...citedNames(cited)]);
  if (support === null || support.carried > support.foreign.length) return null;
  return fail('unsupported', `not in the citation: ${support.foreign.join(', ')}`);
};
