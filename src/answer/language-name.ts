/** Names of languages, in any language. */

/** Name of the language `tag` in another, such as “Chinese” in `ru`: “китайский”; the tag itself where none is known. */
export function languageName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
