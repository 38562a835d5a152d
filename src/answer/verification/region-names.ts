/** Countries that a text mentions, whatever its language: names come from the Unicode locale data of the runtime. */

interface RegionName {
  readonly code: string;
  readonly pattern: RegExp;
  readonly length: number;
}

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
  for (const { code, pattern } of namesIn(language)) {
    const left = rest.replace(pattern, ' ');
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
  const made = known.get(language) ?? readNames(language).toSorted((a, b) => b.length - a.length);
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
        if (name !== undefined && name !== code)
          names.push({ code, pattern: patternOf(name), length: name.length });
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

/** Inflected endings are allowed where the script parts words; in the case that the locale data prints. */
function patternOf(name: string): RegExp {
  const escaped = name.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  if (
    /[\p{Script=Han}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
      name,
    )
  ) {
    return new RegExp(escaped, 'gu');
  }
  const stem = name.length > 4 ? escaped.replace(/[aeiouyаеиоуыьяюій]$/u, '') : escaped;
  return new RegExp(
    `(?<![\\p{L}\\p{M}])(?:[لبوفك]{0,2})${stem}[\\p{L}\\p{M}]{0,${name.length > 4 ? 5 : 0}}(?![\\p{L}\\p{M}])`,
    'gu',
  );
}
