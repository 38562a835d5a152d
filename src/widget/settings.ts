/** What the page's author asked for, read from the attributes once and completed. */

export type Mode = 'inline' | 'bubble' | 'page';

/** Attributes of `<lectern-chat>`, each optional. `theme` and `position` are read by the stylesheet alone. */
export const ATTRIBUTES = ['endpoint', 'language', 'documents', 'suggestions', 'mode', 'feedback'] as const;

export interface Settings {
  /** Address of the service, ending with a slash. */
  readonly endpoint: string;
  /** Pinned language of interface and answers; null lets the page and the question decide. */
  readonly language: string | null;
  /** Ids of the documents to search; empty for all. */
  readonly documents: readonly string[];
  /** Questions to begin with; null takes the server's. */
  readonly suggestions: readonly string[] | null;
  readonly mode: Mode;
  readonly offersFeedback: boolean;
}

type ReadAttribute = (name: (typeof ATTRIBUTES)[number]) => string | null;

/** `defaultEndpoint` is where the script came from. */
export function readSettings(read: ReadAttribute, defaultEndpoint: string): Settings {
  const language = read('language')?.trim() ?? '';
  return {
    endpoint: completeEndpoint(read('endpoint'), defaultEndpoint),
    language: language === '' || language === 'auto' ? null : language,
    documents: splitList(read('documents'), ','),
    suggestions: readSuggestions(read('suggestions')),
    mode: readMode(read('mode')),
    offersFeedback: ![null, 'off', 'false'].includes(read('feedback')),
  };
}

function completeEndpoint(endpoint: string | null, defaultEndpoint: string): string {
  const named = endpoint?.trim() ?? '';
  const url = URL.canParse(named, defaultEndpoint)
    ? new URL(named, defaultEndpoint)
    : new URL(defaultEndpoint);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** Absent: the server's. `off`: none. Otherwise questions separated by vertical bars. */
function readSuggestions(value: string | null): readonly string[] | null {
  if (value === null) return null;
  return value.trim() === 'off' ? [] : splitList(value, '|');
}

function splitList(value: string | null, separator: string): readonly string[] {
  return (value ?? '')
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function readMode(value: string | null): Mode {
  return value === 'bubble' || value === 'page' ? value : 'inline';
}
