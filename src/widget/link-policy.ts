/** Where links lead, and whether they open a new tab. */
import { safeLink } from './safe-link.ts';

export interface LinkPolicy {
  /** The absolute http or https address, or null where there must be no link. */
  resolve(address: string | null): string | null;
  /** On another site, or in a frame, a transcript in the same tab would take the reader's page away. */
  readonly opensNewTab: boolean;
}

export function createLinkPolicy(endpoint: string): LinkPolicy {
  const isElsewhere = new URL(endpoint).origin !== location.origin || window.parent !== window;
  return { resolve: (address) => safeLink(address, endpoint), opensNewTab: isElsewhere };
}
