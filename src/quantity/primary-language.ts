/** The part of a language tag that decides how figures and words are read. */

const known = new Map<string, string>();

/** `zh-Hant` → `zh`; `''` (not known) for no tag and for one that the runtime's locale functions would refuse. */
export function primaryLanguage(tag: string | undefined): string {
  const primary = tag?.split('-')[0]?.toLowerCase() ?? '';
  let language = known.get(primary);
  if (language === undefined) {
    language = isValid(primary) ? primary : '';
    if (known.size < 1000) known.set(primary, language);
  }
  return language;
}

function isValid(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
