/** An office that somebody holds, and where. */
export interface Post {
  readonly role: string;
  readonly organisation: string | null;
}
