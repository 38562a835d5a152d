/** The document as schema.org data: what it is, who spoke, and which answer belongs to which question. */
import type { Turn } from '../transcript/transcript.ts';
import { webAddress } from './render-layout.ts';
import type { DocumentPageView } from './page-view.ts';

const EXCERPT_CHARACTERS = 280;

export function structuredData(view: DocumentPageView): object {
  const { document, transcript, origin } = view;
  const questions = transcript.turns.filter(({ kind }) => kind === 'question');
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: document.title,
    inLanguage: document.language,
    ...(origin === null ? {} : { url: `${origin}/d/${encodeURIComponent(document.id)}` }),
    ...(document.date === null ? {} : { datePublished: document.date }),
    ...(document.publisher === null
      ? {}
      : { publisher: { '@type': 'Organization', name: document.publisher } }),
    ...(document.place === null ? {} : { contentLocation: { '@type': 'Place', name: document.place } }),
    ...(webAddress(document.url) === null ? {} : { isBasedOn: document.url }),
    hasPart: questions.map((question) => describeQuestion(view, question)),
  };
}

function describeQuestion(view: DocumentPageView, question: Turn): object {
  const answers = view.transcript.turns.filter(({ inReplyTo }) => inReplyTo === question.id);
  const described = { ...describeTurn(view, 'Question', question), answerCount: answers.length };
  if (answers.length === 0) return described;
  return { ...described, suggestedAnswer: answers.map((answer) => describeTurn(view, 'Answer', answer)) };
}

function describeTurn({ transcript, document, origin }: DocumentPageView, type: string, turn: Turn): object {
  const { speaker } = turn;
  return {
    '@type': type,
    url: `${origin ?? ''}/d/${encodeURIComponent(document.id)}#${turn.id}`,
    text: excerpt(transcript.text.slice(turn.start, turn.end)),
    ...(speaker === null
      ? {}
      : { author: describeSpeaker(speaker.name, speaker.role, speaker.organisation) }),
  };
}

function describeSpeaker(name: string, role: string | null, organisation: string | null): object {
  return {
    '@type': 'Person',
    name,
    ...(role === null ? {} : { jobTitle: role }),
    ...(organisation === null ? {} : { affiliation: { '@type': 'Organization', name: organisation } }),
  };
}

/** Cut between characters, never inside one. */
export function excerpt(text: string): string {
  const characters = [
    ...text
      .slice(0, EXCERPT_CHARACTERS * 2)
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ];
  const isWhole = characters.length <= EXCERPT_CHARACTERS && text.length <= EXCERPT_CHARACTERS * 2;
  return isWhole ? characters.join('') : `${characters.slice(0, EXCERPT_CHARACTERS).join('')}…`;
}
