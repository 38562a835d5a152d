/** Small documents for tests, parsed as the service parses them. */
import type { LibraryDocument } from '../../src/index/library.ts';
import { parseTranscript } from '../../src/transcript/parse-transcript.ts';

/** A hearing invented for tests: statement with two headings, two questions, thanks. */
export const HARBOUR_TEXT = `Harbour briefing, Port of Avelin

Moderator: Good morning. Mayor Anna Lind will speak first.

Anna Lind: Good morning, everybody.
1. The new quay
The new quay is 420 metres long. It cost 31 million crowns. Work began in March 2023.
2. The ferry
The ferry line opens on 4 May. Two ships will sail every hour.
Thank you.

Questions and answers

Reporter of the Avelin Post: How many jobs will the quay bring?

Anna Lind: About 250 people will work there. Most of them live in the old town.

Reporter of Radio North: Will the ferry run in winter?

Jon Berg, harbour master: Yes. In winter one ship will sail every two hours. Ice breakers will keep the way open.

Moderator: Thank you all. That was the last question.
`;

export function sampleDocument(
  text = HARBOUR_TEXT,
  overrides: Partial<Omit<LibraryDocument, 'transcript'>> = {},
): LibraryDocument {
  return {
    id: 'harbour',
    title: 'Harbour briefing',
    date: '2024-04-02',
    language: 'en',
    place: 'Avelin',
    publisher: null,
    url: null,
    licence: null,
    translations: [],
    transcript: parseTranscript(text),
    ...overrides,
  };
}
