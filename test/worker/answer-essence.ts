/** What two answers must have in common to count as the same. */
import type { AskResponse } from '../../src/http/contract.ts';

type Quoted = AskResponse['related'][number];

const place = ({ document, start, end }: Quoted): readonly unknown[] => [document.id, start, end];

/** Decision, language and every quotation with its place, in order. */
export function essenceOf({ status, reason, language, citations, related }: AskResponse): string {
  return JSON.stringify([status, reason, language, citations.map(place), related.map(place)]);
}
