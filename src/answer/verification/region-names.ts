/** Countries that a text mentions, whatever its language: names come from the Unicode locale data of the runtime. */

interface RegionName {
  readonly code: string;
  readonly name: string;
  /** What every form of the name begins with. */
  readonly stem: string;
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Regions that are no countries or stand for none alone. */
const NOT_COUNTRIES = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'ZZ',
  'XA',
  'XB',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'CQ',
]);

const known = new Map<string, readonly RegionName[]>();

/** ISO 3166 codes of the countries named in `text`. */
export function regionsIn(text: string, language: string): Set<string> {
  const found = new Set<string>();
  let rest = text.normalize('NFC');
  for (const region of namesIn(language)) {
    if (!rest.includes(region.stem)) continue;
    const { code } = region;
    const left = rest.replace(patternOf(region), ' ');
    if (left === rest) continue;
    found.add(code);
    rest = left;
  }
  return found;
}

/** The country that a language is first of all spoken in: its documents call it “our country”. */
export function homeRegion(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().region ?? null;
  } catch {
    return null;
  }
}

/** Longest names first, so that Nigeria is not Niger too. */
function namesIn(language: string): readonly RegionName[] {
  const made = known.get(language) ?? readNames(language).toSorted((a, b) => b.name.length - a.name.length);
  known.set(language, made);
  return made;
}

function readNames(language: string): RegionName[] {
  const names: RegionName[] = [];
  for (const style of ['long', 'short'] as const) {
    const display = displayNames(language, style);
    if (display === null) return [];
    for (const first of LETTERS) {
      for (const second of LETTERS) {
        const code = first + second;
        const name = NOT_COUNTRIES.has(code) ? undefined : display.of(code);
        if (name !== undefined && name !== code) names.push(named(code, name));
      }
    }
  }
  return names;
}

function displayNames(language: string, style: 'long' | 'short'): Intl.DisplayNames | null {
  try {
    const [supported] = Intl.DisplayNames.supportedLocalesOf([language]);
    return supported ? new Intl.DisplayNames([supported], { type: 'region', style, fallback: 'none' }) : null;
  } catch {
    return null;
  }
}

const ENDING = /[aeiouyаеиоуыьяюій]$/u;
/** Shorter names take no ending: too many words begin like them. */
const INFLECTED = 5;

function named(code: string, written: string): RegionName {
  const name = written.normalize('NFC');
  return {
    code,
    name,
    stem: name.length >= INFLECTED && !UNSPACED.test(name) ? name.replace(ENDING, '') : name,
  };
}

const patterns = new Map<string, RegExp>();

/** Endings are allowed where the script parts words, and Arabic particles before; in the case that the locale data prints. */
function patternOf({ name, stem }: RegionName): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const escaped = stem.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const suffix = name.length >= INFLECTED ? '[\\p{L}\\p{M}]{0,5}' : '';
  const spaced = `(?<![\\p{L}\\p{M}])(?:[لبوفك]{0,2})${escaped}${suffix}(?![\\p{L}\\p{M}])`;
  const made = new RegExp(UNSPACED.test(name) ? escaped : spaced, 'gu');
  patterns.set(name, made);
  return made;
}
