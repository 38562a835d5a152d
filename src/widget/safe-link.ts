/** Decides which addresses may become links. */

/** The absolute http or https address, or null for any other scheme and for what is no address at all. */
export function safeLink(address: string | null, base: string): string | null {
  if (address === null || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
