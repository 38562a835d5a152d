/** What verification says of a written sentence: fit for a reader, or why not. */

export type Failure =
  | 'empty'
  | 'markup'
  | 'no_marker'
  | 'unknown_marker'
  | 'wrong_language'
  | 'quote_not_found'
  | 'number_not_cited'
  | 'name_not_cited'
  | 'unsupported';

/** `detail` quotes what failed; it is for logs and tests, not for readers. */
export type Verdict =
  { readonly verdict: 'verified' } | { readonly verdict: Failure; readonly detail: string };
