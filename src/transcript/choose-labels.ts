/** Decides which candidates are speaker labels, from what the text itself does: repetition, layout, introduction. */
import { addSingleLabels } from './add-single-labels.ts';
import { announcesQuestions, pairedInitials } from './cue-words.ts';
import { isBareOffice } from './ideographic-posts.ts';
import type { LabelCandidate } from './label.ts';
import { factsOf, gatherFacts } from './label-facts.ts';
import type { KeyFacts, LabelFacts } from './label-facts.ts';
import { withoutFactLines } from './fact-lines.ts';
import { isDistinctName, isNameShaped } from './name-shape.ts';
import { isTitleWord } from './title-words.ts';
import { asksQuestion, endsSentence, isAllCapitals, isIdeographic } from './text-signs.ts';
import type { Unit } from './unit.ts';

/** The layout of one text, as far as its labels show it. */
interface Layout {
  /** At least two labels that repeat and never follow themselves. */
  readonly alternates: boolean;
  /** A word for question, answer, journalist or moderator labels a line. */
  readonly cued: boolean;
  /** At least two names in bold with a colon. */
  readonly boldNames: boolean;
  /** Names with a colon open so many paragraphs that nothing else can be meant. */
  readonly everyParagraph: boolean;
  /** Names in brackets do so. */
  readonly bracketed: boolean;
  /** At least three labels with a point or a dash behind the name. */
  readonly points: boolean;
  /** At least two names alone on their lines come again and again. */
  readonly bareNames: boolean;
}

export function chooseLabels(
  text: string,
  units: readonly Unit[],
  candidates: readonly LabelCandidate[],
): readonly LabelCandidate[] {
  const usable = withInitials(withoutFactLines(candidates, units)).filter((one) => isPlausible(one, units));
  const facts = gatherFacts(text, units, usable);
  const layout = readLayout(usable, facts, units.length);
  const certain = new Set(usable.filter((one) => isCertain(one, factsOf(facts, one), units, layout)));
  const settled = withoutNeighbours(dropSoliloquies(certain, usable, facts), usable, units);
  return addSingleLabels(units, usable, settled, facts);
}

function readLayout(usable: readonly LabelCandidate[], facts: LabelFacts, units: number): Layout {
  const repeating = [...facts.values()].filter((fact) => fact.count >= 2 && fact.repeatsItself === 0);
  const names = usable.filter(
    (one) => one.form === 'colon' && isCertainlyNamed(one) && !factsOf(facts, one).salutation,
  );
  const framed = usable.filter(
    (one) => one.form === 'bracket' && one.speechStart !== null && isDistinctName(one.core),
  );
  const bare = usable.filter((one) => one.form === 'bare' && one.cue === null && isRepeatedName(one, facts));
  const bold = names.filter((one) => one.markup.bold);
  return {
    alternates: repeating.length >= 2,
    cued: usable.some((one) => one.cue !== null && one.form !== 'bare'),
    boldNames: new Set(bold.map((one) => one.key)).size >= 2,
    bracketed: new Set(framed.map((one) => one.key)).size >= 2 && framed.length >= Math.max(3, 0.4 * units),
    points: usable.filter((one) => one.form === 'point' && isDistinctName(one.core)).length >= 3,
    bareNames: new Set(bare.map((one) => one.key)).size >= 2 || bare.length >= 3,
    everyParagraph: new Set(names.map((one) => one.key)).size >= 2 && names.length >= 0.4 * units,
  };
}

function isRepeatedName(one: LabelCandidate, facts: LabelFacts): boolean {
  const fact = factsOf(facts, one);
  return fact.introduced && fact.count >= 2 && isDistinctName(one.core);
}

/** A given name and a surname; in scripts without capitals no longer than a name. */
function isCertainlyNamed(one: LabelCandidate): boolean {
  return isDistinctName(one.core) && (!isIdeographic(one.core) || one.core.length <= 4);
}

/** Single letters are cues only in pairs, as «В.» and «О.». */
function withInitials(candidates: readonly LabelCandidate[]): readonly LabelCandidate[] {
  const short = candidates.filter((one) => one.key.length <= 2 && one.form !== 'bare');
  const paired = pairedInitials(new Set(short.map((one) => one.key)));
  return candidates.map((one) => {
    const cue = one.cue === null && one.form !== 'bare' ? paired.get(one.key) : undefined;
    return cue === undefined ? one : { ...one, cue, cueWord: one.core };
  });
}

/** Throws out what cannot be a label in any text. */
function isPlausible(one: LabelCandidate, units: readonly Unit[]): boolean {
  const unit = units[one.unit];
  if (unit === undefined || announcesQuestions(unit.text)) return false;
  if (one.cue !== null) return one.form !== 'bare' || one.core.length <= 40;
  if (isHeadline(one, unit, units)) return false;
  if (one.markup.bullet && one.form !== 'bare') return false;
  if (one.form === 'point') {
    const isLong = one.key.length > 2 || isIdeographic(one.core);
    return isLong && (isDistinctName(one.core) || isTitleWord(one.core)) && !isNumbering(one.core);
  }
  return isNameShaped(one.core) && !isNumbering(one.core);
}

/** "# Panel: a transcript", or a first line such as "Mayor Lee: boats arrive in June": a title with a colon. */
function isHeadline(one: LabelCandidate, unit: Unit, units: readonly Unit[]): boolean {
  if (one.form !== 'colon' || one.speechStart === null) return false;
  return one.markup.heading > 0 || (unit === units[0] && !endsSentence(unit.text));
}

const NUMBERING =
  /^(?:[一二三四五六七八九十]+[是、.）)]?|第?[一二三四五六七八九十\d]+[章节部分条点]?|[ivx]+[.)]?|\p{N}.*)$/iu;

function isNumbering(core: string): boolean {
  return NUMBERING.test(core);
}

function isCertain(one: LabelCandidate, fact: KeyFacts, units: readonly Unit[], layout: Layout): boolean {
  if (one.cue !== null) return one.form === 'bare' ? isCertainBare(one, units) : true;
  if (fact.salutation || fact.quoteFollows * 2 > fact.count) return false;
  if (one.form === 'bare') return isCertainName(one, fact, units, layout);
  const distinct = isDistinctName(one.core);
  if (fact.introduced && (distinct || fact.count > 1)) return true;
  if (one.timed) return true;
  if (one.form === 'bracket')
    return (
      (fact.count >= 2 || layout.bracketed) && (isSpokenAfterBracket(one, fact) || isBareOffice(one.core))
    );
  if (isBareOffice(one.core)) return fact.count >= 2 || one.form !== 'colon' || layout.cued;
  if (one.form === 'colon' && isCertainlyNamed(one)) {
    if ((one.markup.bold && layout.boldNames) || layout.everyParagraph) return true;
    if (isAllCapitals(one.core) && /\s/u.test(one.core)) return true;
  }
  if (one.form === 'point' && layout.points && distinct) return true;
  if (fact.count < 2) return false;
  return (
    distinct ||
    one.form === 'point' ||
    fact.count >= 3 ||
    fact.decorated > 0 ||
    (layout.alternates && fact.repeatsItself === 0)
  );
}

/** Stage directions such as "(Applause)" stand alone; a bracketed speaker has words behind him, or 【】 around him. */
function isSpokenAfterBracket(one: LabelCandidate, fact: KeyFacts): boolean {
  return fact.ownLine === 0 && isDistinctName(one.core);
}

/** A line such as "Reuters correspondent" or 新华社记者 with words under it. */
function isCertainBare(one: LabelCandidate, units: readonly Unit[]): boolean {
  const next = units[one.unit + 1];
  if (next === undefined || one.core.length > 40 || (one.unit === 0 && !asksQuestion(next.text)))
    return false;
  return (
    one.cue === 'journalist' ||
    one.timed ||
    one.markup.bold ||
    one.markup.heading > 0 ||
    next.text.length > one.core.length
  );
}

/** A name alone on its line: believed when it is timed, or printed so again and again. */
function isCertainName(one: LabelCandidate, fact: KeyFacts, units: readonly Unit[], layout: Layout): boolean {
  if (units[one.unit + 1] === undefined || !isDistinctName(one.core)) return false;
  if (one.timed) return true;
  const isMarked = one.markup.bold || one.markup.heading > 0 || isIdeographic(one.core) || layout.bareNames;
  if (fact.introduced && isMarked) return true;
  return fact.count >= 2 && (fact.introduced || fact.decorated > 0 || fact.count >= 3);
}

/** "Note:" four times running inside one speech is no speaker: a label alternates with others. */
function dropSoliloquies(
  certain: ReadonlySet<LabelCandidate>,
  usable: readonly LabelCandidate[],
  facts: LabelFacts,
): ReadonlySet<LabelCandidate> {
  const keys = new Set([...certain].map((one) => one.key));
  return new Set(
    usable.filter((one) => {
      if (!certain.has(one)) return false;
      const fact = factsOf(facts, one);
      if (one.cue !== null || fact.introduced || one.timed || fact.count < 2) return true;
      if (keys.size === 1) return fact.decorated > 0 || isDistinctName(one.core);
      return fact.repeatsItself / (fact.count - 1) <= 0.6;
    }),
  );
}

/**
 * Two labels cannot follow each other without words between them: the second is a salutation ("Friends:") or the
 * first is a heading. A repeated or cued label wins; else the first does, as the salutation comes second.
 */
function withoutNeighbours(
  chosen: ReadonlySet<LabelCandidate>,
  usable: readonly LabelCandidate[],
  units: readonly Unit[],
): ReadonlySet<LabelCandidate> {
  const kept: LabelCandidate[] = [];
  for (const one of usable) {
    if (!chosen.has(one)) continue;
    const above = kept.at(-1);
    const touches = above !== undefined && above.speechStart === null && above.unit + 1 === one.unit;
    if (!touches) kept.push(one);
    else if (above.form === 'bare' && one.form !== 'bare') kept[kept.length - 1] = one;
    else if (one.cue !== null && above.cue === null && above.form === 'bare') kept[kept.length - 1] = one;
  }
  return new Set(kept.filter((one) => one.speechStart !== null || units[one.unit + 1] !== undefined));
}
