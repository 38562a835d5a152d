/** Text comparison that neither width, nor composition, nor white space can disturb. */

/** NFKC without any white space: full-width and half-width forms, and line breaks inside a figure, compare equal. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

export function containsFolded(text: string, piece: string): boolean {
  return foldText(text).includes(foldText(piece));
}

export function equalFolded(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}
