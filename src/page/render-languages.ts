/** The languages a transcript can be read in, as links under one line that opens. */
import { formatMessage } from '../language/messages.ts';
import { html, type Markup } from './markup.ts';
import { languageName } from './render-layout.ts';

export interface LanguageLinks {
  /** Language of the interface. */
  readonly language: string;
  /** What the line says beside “Language”. */
  readonly current: string;
  readonly original: string;
  readonly translations: readonly string[];
  /** The language shown beside the original; null for the original alone. */
  readonly chosen: string | null;
  /** The address of the page with a language beside the original, or of the original alone. */
  readonly address: (translation: string | null) => string;
}

/** Each language is called by its own name, as its readers look for it. */
export function renderLanguages(links: LanguageLinks): Markup {
  const label = formatMessage(links.language, 'widget.language');
  const own = `${formatMessage(links.language, 'page.original')} · ${languageName(links.original, links.original)}`;
  const choices = [
    renderChoice(links.address(null), own, null, links.chosen === null),
    ...links.translations.map((tag) =>
      renderChoice(links.address(tag), languageName(tag, tag), tag, links.chosen === tag),
    ),
  ];
  return html`<details class="languages">
    <summary>${label}: ${links.current}</summary>
    <ul>
      ${choices}
    </ul>
  </details>`;
}

function renderChoice(href: string, name: string, language: string | null, isChosen: boolean): Markup {
  const tag = language === null ? '' : html`lang="${language}" hreflang="${language}"`;
  const current = isChosen ? html`aria-current="true"` : '';
  return html`<li><a href="${href}" ${tag} ${current}>${name}</a></li>`;
}
