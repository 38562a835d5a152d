/** The interface texts of the service and the widget: which language to use for a tag, how to fill in values, which way to write. */
import { CATALOGUES, ENGLISH } from './messages/catalogues.ts';
import type { MessageKey, Messages } from './messages/catalogues.ts';

export type { MessageKey, Messages } from './messages/catalogues.ts';

const DEFAULT_LANGUAGE = 'en';

export const MESSAGE_KEYS = Object.keys(ENGLISH) as readonly MessageKey[];
/** The tags that have interface texts of their own, in alphabetical order. */
export const MESSAGE_LANGUAGES: readonly string[] = Object.keys(CATALOGUES).sort();

/**
 * The tag in MESSAGE_LANGUAGES whose texts a reader of `tag` gets; put this one into `lang`, for it is what is shown.
 * Tries the exact tag, then the language in the script that likely subtags give (zh-TW and zh-HK: zh-Hant),
 * then the language, then English. A tag that is not well formed also gets English.
 */
export function messageLanguageFor(tag: string): string {
  return fallbackTags(tag).find((candidate) => Object.hasOwn(CATALOGUES, candidate)) ?? DEFAULT_LANGUAGE;
}

/** The texts for a BCP-47 tag, after the fallbacks of messageLanguageFor: never incomplete, never an error. */
export function messagesFor(tag: string): Messages {
  return CATALOGUES[messageLanguageFor(tag)] ?? ENGLISH;
}

/** One text with its {name} placeholders replaced; values go in as they are, and a placeholder without a value stays. */
export function formatMessage(
  language: string,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return messagesFor(language)[key].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}

/** The writing direction of a BCP-47 tag: the runtime's answer where it has one, else that of the likely script; 'ltr' if malformed. */
export function textDirection(tag: string): 'ltr' | 'rtl' {
  const locale = parseTag(tag);
  if (locale === undefined) return 'ltr';
  return runtimeDirection(locale) ?? scriptDirection(tag);
}

// Scripts, not languages: the likely script of a tag comes from CLDR, and Unicode seldom adds a right-to-left script.
const RIGHT_TO_LEFT_SCRIPTS = new Set(
  'Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi'.split(
    ' ',
  ),
);

/** The writing direction of the script that likely subtags give a tag, for runtimes whose Intl.Locale does not tell. */
export function scriptDirection(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT_SCRIPTS.has(parseTag(tag)?.maximize().script ?? '') ? 'rtl' : 'ltr';
}

type LocaleWithText = Intl.Locale & {
  readonly textInfo?: { readonly direction?: string };
  readonly getTextInfo?: () => { readonly direction?: string };
};

function runtimeDirection(locale: LocaleWithText): 'ltr' | 'rtl' | undefined {
  const direction = locale.getTextInfo?.().direction ?? locale.textInfo?.direction;
  return direction === 'ltr' || direction === 'rtl' ? direction : undefined;
}

function fallbackTags(tag: string): string[] {
  const locale = parseTag(tag);
  if (locale === undefined) return [];
  return [locale.baseName, `${locale.language}-${locale.maximize().script ?? ''}`, locale.language];
}

/** Also takes the underscore of POSIX locale names, such as zh_TW. */
function parseTag(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
