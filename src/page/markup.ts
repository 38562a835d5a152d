/** Markup in which every value is escaped unless it is markup itself. */
import { html as escapingHtml, raw } from 'hono/html';

export type Markup = ReturnType<typeof raw>;

/** Values are text, numbers, markup, or arrays of these; null and false leave nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  const markup = escapingHtml(strings, ...values);
  if (markup instanceof Promise)
    throw new TypeError('a page is made of values that are there, not of promises');
  return markup;
}

/** A data block: never executed, and nothing in it can end the element. */
export function jsonBlock(type: string, data: unknown): Markup {
  const json = JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
  return html`<script type="${type}">
    ${raw(json)}
  </script>`;
}
