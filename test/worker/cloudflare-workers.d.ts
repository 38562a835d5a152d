/** The little of `cloudflare:workers` that the tests use; the whole has hundreds of names and its own globals. */
declare module 'cloudflare:workers' {
  export const env: Readonly<Record<string, unknown>>;
  /** The Worker under test. */
  export const exports: { readonly default: { fetch(request: Request): Promise<Response> } };
}
