/** The one language decision of a request: which language the answer is in, and which way it runs. */
import { readLanguage, type LanguageReading } from './detect-language.ts';
import { textDirection } from './messages.ts';
import { preferredLanguages } from './preferred-languages.ts';

export interface LanguageEvidence {
  /** BCP-47 tag that the request names. */
  readonly explicit?: string | null | undefined;
  readonly question: string;
  /** Earlier turns, oldest first. */
  readonly conversation?: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
  /** The header of that name. */
  readonly acceptLanguage?: string | null | undefined;
  /** BCP-47 tag: for questions that tell nothing, from nobody that does. */
  readonly documentLanguage: string;
}

export interface LanguageDecision {
  /** BCP-47 tag in its canonical form. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * Explicit tag; else the question's own language; where it is too short to tell, that of the asker's last turn, then of
 * the `Accept-Language` header, if the question can be in it; else the likeliest for its letters; else the document's.
 */
export function decideLanguage(evidence: LanguageEvidence): LanguageDecision {
  const language = canonical(evidence.explicit) ?? languageOf(evidence);
  return { language, direction: textDirection(language) };
}

function languageOf(evidence: LanguageEvidence): string {
  const reading = readLanguage(evidence.question);
  if (reading?.certain) return reading.language;
  const preferred = preferredLanguages(evidence.acceptLanguage);
  const candidates = [...conversationLanguages(evidence.conversation ?? []), ...preferred];
  const fitting = candidates.find((tag) => reading === null || fits(tag, reading));
  return fitting ?? reading?.language ?? canonical(evidence.documentLanguage) ?? 'en';
}

/** Languages of the asker's turns, the latest first, as far as they tell. */
function conversationLanguages(conversation: LanguageEvidence['conversation'] & object): string[] {
  const readings = conversation
    .filter((turn) => turn.role === 'user')
    .map((turn) => readLanguage(turn.content))
    .toReversed();
  return readings
    .filter((reading) => reading?.certain)
    .map((reading) => (reading as LanguageReading).language);
}

/** A doubtful reading still tells the script: "Экспорт?" is not Chinese, whoever asks. */
function fits(tag: string, reading: LanguageReading): boolean {
  if (reading.possible.length === 0) return true;
  return reading.possible.includes(tag) || reading.possible.includes(new Intl.Locale(tag).language);
}

function canonical(tag: string | null | undefined): string | null {
  if (!tag) return null;
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-')).baseName;
  } catch {
    return null;
  }
}
