/** Interface texts: the server's catalogue for a language, and English for the time before it has come. */
import type { MessageCatalogue } from '../http/contract.ts';

/** The text for a key with its `{names}` filled in. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string>>) => string;

export interface Messages {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly translate: Translate;
}

const ENGLISH = {
  'confidence.high': 'High confidence',
  'confidence.medium': 'Medium confidence',
  'confidence.low': 'Low confidence',
  'abstain.related': 'The nearest passages, which do not answer it:',
  'widget.title': 'Ask the transcripts',
  'widget.placeholder': 'Ask a question in any language',
  'widget.ask': 'Ask',
  'widget.stop': 'Stop',
  'widget.retry': 'Try again',
  'widget.copy': 'Copy with citations',
  'widget.copyMarkdown': 'Copy as Markdown',
  'widget.copied': 'Copied',
  'widget.share': 'Copy link to this answer',
  'widget.clear': 'Clear the conversation',
  'widget.clearConfirm': 'Clear all questions and answers in this tab?',
  'widget.cancel': 'Cancel',
  'widget.open': 'Open the question box',
  'widget.close': 'Close',
  'widget.conversation': 'Conversation',
  'widget.you': 'You asked',
  'widget.answer': 'Answer',
  'widget.noAnswer': 'No answer in the transcripts',
  'widget.searching': 'Searching the transcripts…',
  'widget.stillWorking': 'Still working. This takes longer than usual.',
  'widget.stopped': 'Stopped.',
  'widget.offline': 'You are offline. Your question is kept; try again when you are connected.',
  'widget.serverDown': 'The service cannot be reached. Your question is kept.',
  'widget.sources': 'Sources',
  'widget.source': 'Source {number}',
  'widget.quotation': 'Quotation in the original',
  'widget.translation': 'Translation',
  'widget.saidBy': 'Said by {speaker}',
  'widget.inReplyTo': 'In reply to {speaker}',
  'widget.verified': 'Quotation verified word for word',
  'widget.openTranscript': 'Open in the transcript',
  'widget.related': 'Nearest passages',
  'widget.suggestions': 'Suggested questions',
  'widget.feedbackHelpful': 'Helpful',
  'widget.feedbackNotHelpful': 'Not helpful',
  'widget.feedbackThanks': 'Thank you for the feedback.',
  'widget.language': 'Language',
  'widget.languageAuto': 'Language of the question',
  'widget.aiNotice': 'Every answer quotes the transcript. Check the quotation before you publish.',
} as const;

export type MessageKey = keyof typeof ENGLISH;

export const ENGLISH_MESSAGES: Messages = createMessages({ language: 'en', direction: 'ltr', messages: {} });

export function createMessages(catalogue: MessageCatalogue): Messages {
  const translate: Translate = (key, values = {}) =>
    (catalogue.messages[key] ?? ENGLISH[key]).replace(
      /\{(\w+)\}/g,
      (whole, name: string) => values[name] ?? whole,
    );
  return { language: catalogue.language, direction: catalogue.direction, translate };
}

/** A language's own name, as a reader of that language looks for it. */
export function ownLanguageName(language: string): string {
  return languageName(language, language);
}

export function languageName(language: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** A calendar date in words; the text itself where it is no ISO date. */
export function formatDate(date: string, language: string): string {
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return date;
  const options = { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' } as const;
  return new Intl.DateTimeFormat([language, 'en'], options).format(parsed);
}
