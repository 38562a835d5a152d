/** A question in the fragment of an address, which no server sees and which the widget asks again. */

const NAME = 'lectern';
/** Names the widget that a link is for where a page has several. */
const TARGET = 'lectern-in';
const LONGEST_QUESTION = 2000;

export function createShareLink(address: string, question: string, elementId: string): string {
  const url = new URL(address);
  const fragment = new URLSearchParams({ [NAME]: question });
  if (elementId !== '') fragment.set(TARGET, elementId);
  url.hash = fragment.toString();
  return url.href;
}

/** The question that a fragment asks, with the id of the element meant or null; null where there is none. */
export function readShareLink(
  hash: string,
): { readonly question: string; readonly elementId: string | null } | null {
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  const question = fragment.get(NAME)?.trim() ?? '';
  if (question === '' || question.length > LONGEST_QUESTION) return null;
  return { question, elementId: fragment.get(TARGET) };
}
