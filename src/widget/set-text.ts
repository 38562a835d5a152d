/** Changes a text only where it differs, so that no screen reader says it again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
