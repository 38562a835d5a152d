/** What the pages need to know; whoever serves them fills it in. */
import type { DocumentMetadata } from '../transcript/document.ts';
import type { Span, Speaker, Transcript } from '../transcript/transcript.ts';

/** What every page needs. */
export interface PageContext {
  /** A language that has interface texts: see `messageLanguageFor`. */
  readonly language: string;
  /** `https://host`, for canonical addresses; null leaves them out. */
  readonly origin: string | null;
  /** Whether the service takes `POST /feedback`. */
  readonly offersFeedback: boolean;
}

export interface PageTranslation {
  readonly language: string;
  readonly title: string | null;
  /** One for each of the view's sentences; null where there is none. */
  readonly sentences: readonly (string | null)[];
  /** Names and roles, by the name in the original. */
  readonly speakers: Readonly<Record<string, Speaker>>;
}

export interface DocumentPageView extends PageContext {
  readonly document: DocumentMetadata;
  readonly transcript: Transcript;
  /** In order, without overlap; each becomes an anchor `s<start>-<end>`. */
  readonly sentences: readonly Span[];
  /** Shown side by side, or null for the original alone. */
  readonly translation: PageTranslation | null;
  /** Languages that can be shown side by side. */
  readonly availableTranslations: readonly string[];
  /** The range that a link asked for: marked, with the anchor `q`. */
  readonly highlight: Span | null;
}

export interface DocumentListItem {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly language: string;
  readonly place: string | null;
  readonly publisher: string | null;
  readonly translations: readonly string[];
}

export interface HomePageView extends PageContext {
  readonly documents: readonly DocumentListItem[];
  /** Ids of the documents to search; empty for all. */
  readonly selectedDocuments: readonly string[];
}

export interface EmbedPageView extends PageContext {
  readonly selectedDocuments: readonly string[];
  readonly theme: 'light' | 'dark' | 'auto';
  /** Pins the language of interface and answers; null lets the question decide. */
  readonly pinnedLanguage: string | null;
}

/** The range of `?q=<start>-<end>`, or null where it is not one inside the text. */
export function parseHighlight(value: string | undefined, textLength: number): Span | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(value ?? '');
  if (match === null) return null;
  const start = Number(match[1]);
  const end = Number(match[2]);
  return start < end && end <= textLength ? { start, end } : null;
}
