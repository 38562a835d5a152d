/** A quotation as a card: what was said, by whom, in reply to what, and where it stands. */
import type { Citation, RelatedPassage } from '../http/contract.ts';
import { createElement } from './create-element.ts';
import { createIcon } from './icons.ts';
import { formatDate, languageName, type Messages } from './messages.ts';
import type { LinkPolicy } from './link-policy.ts';
import { textDirection } from './text-direction.ts';

/** A citation bears its marker and the server's verdict; a related passage has neither. */
export function createSourceCard(
  passage: Citation | RelatedPassage,
  messages: Messages,
  links: LinkPolicy,
): HTMLElement {
  const marker = 'marker' in passage ? passage.marker : null;
  const label = marker === null ? null : messages.translate('widget.source', { number: String(marker) });
  return createElement(
    'article',
    { class: 'source', part: 'source', tabindex: marker === null ? null : '-1', 'aria-label': label },
    createSourceHeader(passage, marker, messages),
    createQuotation(passage, messages),
    passage.translation === null ? null : createTranslation(passage.translation, messages),
    createQuestion(passage, messages),
    createSourceFooter(passage, marker !== null, messages, links),
  );
}

function createSourceHeader(passage: RelatedPassage, marker: number | null, messages: Messages): HTMLElement {
  const badge = createElement('span', { class: 'badge', 'aria-hidden': 'true' }, String(marker));
  return createElement(
    'header',
    { class: 'source-header' },
    marker === null ? null : badge,
    createElement('div', { class: 'speaker', part: 'speaker' }, ...createSpeaker(passage, messages)),
  );
}

/** Stands where the name goes, so that the words around it can be set apart in any language. */
const GAP = '\u0000';

/** Name and role as the translation gives them, beside the name in the original. */
function createSpeaker(passage: RelatedPassage, messages: Messages): HTMLElement[] {
  const original = passage.speaker;
  const { language, speaker } = passage.translation ?? { language: passage.language, speaker: null };
  const shown = speaker ?? original;
  if (shown === null) return [];
  const spoken = speaker === null ? passage.language : language;
  const name = createElement('strong', { lang: spoken, dir: 'auto' }, shown.name);
  const alsoNamed = original === null || original.name === shown.name ? null : original.name;
  const [before = '', after = ''] = messages.translate('widget.saidBy', { speaker: GAP }).split(GAP);
  const line = createElement('p', { class: 'name' }, before, name, after);
  if (alsoNamed !== null)
    line.append(' ', createElement('bdi', { class: 'original-name', lang: passage.language }, alsoNamed));
  const role = [shown.role, shown.organisation].filter((part) => part !== null && part !== '').join(' · ');
  const roleText = createElement('bdi', { lang: spoken }, role);
  return role === '' ? [line] : [line, createElement('p', { class: 'role' }, roleText)];
}

function createQuotation(passage: RelatedPassage, messages: Messages): HTMLElement {
  const label = messages.translate('widget.quotation');
  const name = languageName(passage.language, messages.language);
  return createElement(
    'figure',
    { class: 'quotation', part: 'quotation' },
    createElement('figcaption', { class: 'label' }, `${label} · ${name}`),
    createElement(
      'blockquote',
      { lang: passage.language, dir: textDirection(passage.language) },
      passage.quote,
    ),
  );
}

function createTranslation(
  translation: NonNullable<Citation['translation']>,
  messages: Messages,
): HTMLElement {
  const label = messages.translate('widget.translation');
  const name = languageName(translation.language, messages.language);
  return createElement(
    'figure',
    { class: 'translation', part: 'translation' },
    createElement('figcaption', { class: 'label' }, `${label} · ${name}`),
    createElement(
      'p',
      { lang: translation.language, dir: textDirection(translation.language) },
      translation.text,
    ),
  );
}

function createQuestion(passage: RelatedPassage, messages: Messages): HTMLElement | null {
  if (passage.inReplyTo === null) return null;
  const { speaker, text } = passage.inReplyTo;
  const name = speaker === null ? '' : isolate(speaker.name);
  return createElement(
    'details',
    { class: 'reply', part: 'question' },
    createElement('summary', {}, messages.translate('widget.inReplyTo', { speaker: name })),
    createElement('blockquote', { lang: passage.language, dir: textDirection(passage.language) }, text),
  );
}

/** Keeps a name from turning round the words beside it (first strong isolate … pop directional isolate). */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

function createSourceFooter(
  passage: RelatedPassage,
  isVerified: boolean,
  messages: Messages,
  links: LinkPolicy,
): HTMLElement {
  const { title, date } = passage.document;
  const verdict = createElement(
    'p',
    { class: 'verdict', part: 'verdict' },
    createIcon('check'),
    messages.translate('widget.verified'),
  );
  const place = createElement(
    'p',
    { class: 'place' },
    createElement('bdi', { lang: passage.language }, title),
  );
  if (date !== null)
    place.append(' · ', createElement('time', { datetime: date }, formatDate(date, messages.language)));
  return createElement(
    'footer',
    { class: 'source-footer' },
    isVerified ? verdict : null,
    place,
    createTranscriptLink(passage, messages, links),
  );
}

function createTranscriptLink(
  passage: RelatedPassage,
  messages: Messages,
  links: LinkPolicy,
): HTMLElement | null {
  const href = links.resolve(passage.turn.url);
  if (href === null) return null;
  const target = links.opensNewTab ? { target: '_blank', rel: 'noopener' } : {};
  return createElement(
    'a',
    { class: 'transcript-link', part: 'link', href, ...target },
    messages.translate('widget.openTranscript'),
    createIcon('open'),
  );
}
