/** What all pages share: the head, the bar at the top, the scripts. */
import { textDirection } from '../language/messages.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-view.ts';

export interface Layout {
  readonly title: string;
  readonly description: string | null;
  /** Path of this page, for its canonical address. */
  readonly path: string;
  readonly head: readonly Markup[];
  readonly bodyClass: string;
  readonly body: Markup;
}

export function renderLayout(context: PageContext, layout: Layout): string {
  const { language, origin } = context;
  const page = html`<!doctype html>
    <html lang="${language}" dir="${textDirection(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${layout.title}</title>
        ${layout.description === null ? '' : html`<meta name="description" content="${layout.description}" />`}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        ${origin === null ? '' : html`<link rel="canonical" href="${origin}${layout.path}" />`} ${layout.head}
        <script src="/widget.js" defer></script>
        <script src="/page.js" defer></script>
      </head>
      <body class="${layout.bodyClass}">
        ${layout.body}
      </body>
    </html> `;
  return page.toString();
}

export function renderSiteBar(links: Markup): Markup {
  return html`<header class="site"><a class="brand" href="/">Lectern</a>${links}</header>`;
}

/** A calendar date in words; nothing where it is not known, the text itself where it is no ISO date. */
export function renderDate(date: string | null, language: string): Markup | null {
  if (date === null) return null;
  const words = dateInWords(date, language);
  return words === date ? html`${date}` : html`<time datetime="${date}">${words}</time>`;
}

export function dateInWords(date: string, language: string): string {
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return date;
  const options = { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' } as const;
  return new Intl.DateTimeFormat([language, 'en'], options).format(parsed);
}

export function languageName(language: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** The address if a browser may follow it as a link: http and https only. */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null;
}
