/** Reads an `Accept-Language` header (RFC 9110 §12.5.4). */

/** Ranges beyond this many are ignored: a header is somebody else's text. */
const MOST_RANGES = 32;

interface Range {
  readonly tag: string;
  readonly quality: number;
}

/** BCP-47 tags that the header wants, most wanted first; without `*`, without what it refuses (`q=0`) or spells wrongly. */
export function preferredLanguages(header: string | null | undefined): string[] {
  const ranges = (header ?? '').split(',', MOST_RANGES).flatMap(readRange);
  return ranges.toSorted((a, b) => b.quality - a.quality).map((range) => range.tag);
}

function readRange(part: string): Range[] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const weight = parameters
    .find((parameter) => /^q\s*=/i.test(parameter))
    ?.split('=')[1]
    ?.trim();
  const quality = weight === undefined ? 1 : readQuality(weight);
  const tag = canonicalTag(name);
  return tag === null || quality <= 0 ? [] : [{ tag, quality }];
}

function readQuality(weight: string): number {
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0;
}

function canonicalTag(name: string): string | null {
  if (!/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(name)) return null;
  try {
    return new Intl.Locale(name).baseName;
  } catch {
    return null;
  }
}
