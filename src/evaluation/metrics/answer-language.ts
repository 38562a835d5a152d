/** Whether an answer is in the language of its question. */

/**
 * 1 if both tags name the same language, else 0. Region and script do not count, except that Chinese in traditional characters
 * (zh-Hant, zh-TW, zh-HK, zh-MO) is another language than Chinese in simplified ones, for readers take it so.
 */
export function isSameLanguage(asked: string, answered: string): 0 | 1 {
  return languageKey(asked) === languageKey(answered) ? 1 : 0;
}

function languageKey(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return language === 'zh' && script === 'Hant' ? 'zh-Hant' : language;
  } catch {
    return tag.toLowerCase();
  }
}
