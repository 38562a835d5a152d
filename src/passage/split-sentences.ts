/** Cuts speech into sentences, in any script, without losing or moving a character. */
import type { Span } from '../transcript/transcript.ts';

/**
 * Words before a full stop that does not end a sentence. Language data, not complete: a missing entry costs one
 * sentence cut in two, never a lost word.
 */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof gen col lt sgt rep sen gov hon rev st no vs inc ltd co corp jr sr fig vol approx dept est ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'г гг ул тов проф акад им см руб коп тыс млн млрд трлн ст стр кв обл р п т е д ' +
    'sr sra dña art núm pág etc mm mme mlle bzw ca evtl ggf inkl nr z b u a str abs ' +
    'doç yrd alb bkz'
  ).split(' '),
);

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

function endsInAbbreviation(sentence: string): boolean {
  const word = /(?:^|[^\p{L}\p{M}])([\p{L}\p{M}]+)\.\s*$/u.exec(sentence)?.[1];
  if (!word) return false;
  const initial = word.length === 1 && word !== word.toLowerCase();
  return initial || ABBREVIATIONS.has(word.toLowerCase());
}

/** “1.” or “IV.” alone is the number of what follows. */
function isOrdinalOnly(sentence: string): boolean {
  return /^\s*(?:\p{Nd}{1,3}|[IVXLC]{1,5})[.)]\s*$/u.test(sentence);
}

/** Languages that write ordinals with a full stop, so that “3. Mai” is a date far more often than a sentence's end. */
const ORDINAL_STOPS = new Set('de lb da nb nn no is fo fi et lv cs sk sl hr bs hu'.split(' '));

function endsInOrdinal(sentence: string, language: string): boolean {
  return (
    /(?:^|[^\p{L}\p{N}.,])\p{Nd}{1,2}\.\s*$/u.test(sentence) &&
    ORDINAL_STOPS.has(language.split('-')[0] ?? '')
  );
}

/** A stray closing mark, as after “…”, belongs to the sentence before it. */
function isClosingOnly(sentence: string): boolean {
  return /^[\s\p{Pe}\p{Pf}"'.。!?！？…]+$/u.test(sentence);
}

function trimmed(text: string, start: number, end: number): Span | null {
  const slice = text.slice(start, end);
  const from = start + (slice.length - slice.trimStart().length);
  const to = end - (slice.length - slice.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

/**
 * ICU gives an opening mark right after a full stop to the sentence before: its length is handed to the next one.
 * German closes with “ what it opened with „, so that pair is left alone.
 */
function danglingOpening(segment: string): number {
  if (segment.includes('„')) return 0;
  return /(?<=[.!?。！？…])[\p{Ps}“‘«‹]+\s*$/u.exec(segment)?.[0].length ?? 0;
}

/** Segments by UAX #29, cut also after stops that ICU leaves whole (Burmese, Urdu, Devanagari, tight CJK quotes). */
function* segments(text: string, language: string): Generator<string> {
  let carried = '';
  for (const { segment } of segmenterFor(language).segment(text)) {
    const whole = carried + segment;
    const kept = whole.slice(0, whole.length - danglingOpening(whole));
    carried = whole.slice(kept.length);
    if (kept)
      yield* kept.split(/(?<=[။។؟۔।](?=\s|\p{L})|[。！？][”’」』）)]?(?=\p{L}))/u).flatMap(cutUnpunctuated);
  }
  if (carried) yield carried;
}

/** Thai and Lao write no full stop: a long run is cut at its spaces, which part clauses there. */
function cutUnpunctuated(segment: string): string[] {
  if (segment.length <= 300 || !/[\u0E00-\u0EFF]/.test(segment)) return [segment];
  const pieces = [''];
  for (const clause of segment.split(/(?<=\s)/)) {
    const last = pieces.length - 1;
    if ((pieces[last] ?? '').length + clause.length > 200 && pieces[last]) pieces.push(clause);
    else pieces[last] += clause;
  }
  return pieces;
}

function continues(pending: string, next: string, language: string): boolean {
  if (/\n\s*$/.test(pending)) return false;
  if (endsInOrdinal(pending, language)) return true;
  return (
    endsInAbbreviation(pending) || isOrdinalOnly(pending) || isClosingOnly(next) || /^\p{Ll}/u.test(next)
  );
}

/**
 * Sentences of `text.slice(span.start, span.end)`, in order and trimmed, with offsets into `text`.
 * Sentence ends are found by Unicode UAX #29 (`Intl.Segmenter`); abbreviations and initials do not end one.
 */
export function splitSentences(text: string, span: Span, language: string): Span[] {
  const sentences: Span[] = [];
  let start = span.start;
  let pending = '';
  const close = (): void => {
    const sentence = trimmed(text, start, start + pending.length);
    if (sentence) sentences.push(sentence);
    start += pending.length;
    pending = '';
  };
  for (const segment of segments(text.slice(span.start, span.end), language)) {
    if (pending && !continues(pending, segment, language)) close();
    pending += segment;
  }
  close();
  return sentences;
}
