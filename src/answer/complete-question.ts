/** Makes a follow-up a question that stands alone, from the conversation, without a language model. */
import type { ConversationTurn } from './conversation.ts';
import { withMark } from '../retrieval/last-question.ts';
import { followUpWords } from './follow-up-words.ts';
import { takeApart, type QuestionParts } from './question-parts.ts';

export interface FollowUp {
  readonly question: string;
  /** Oldest first. */
  readonly conversation: readonly ConversationTurn[];
  /** BCP-47 tag of the question. */
  readonly language: string;
}

export interface CompletedQuestion {
  /** What to search for; as asked where it stands alone. */
  readonly question: string;
  readonly completed: boolean;
  /** Asks who said what was just answered: the citation of `question` tells. */
  readonly asksSpeaker: boolean;
}

/** A question with so few content words leaves something out. */
const ELLIPTICAL = 3;
/** One that points back may have a few more. */
const POINTING = 5;
/** Older turns than these no longer matter. */
const MOST_TURNS = 8;

/**
 * A follow-up is put after the last question that stood alone: retrieval finds what both are about, and a reader can follow it.
 * “Who said that?” becomes the question before it. The asker's turns alone are read: what an assistant is said to have said could be anything.
 */
export function completeQuestion({ question, conversation, language }: FollowUp): CompletedQuestion {
  const earlier = conversation.filter(({ role }) => role === 'user').slice(-MOST_TURNS);
  let topic: string | null = null;
  let previous: string | null = null;
  for (const { content } of earlier) {
    const standalone = complete(content, language, topic, previous);
    if (!standalone.completed) topic = content;
    previous = standalone.question;
  }
  return complete(question, language, topic, previous);
}

function complete(
  question: string,
  language: string,
  topic: string | null,
  previous: string | null,
): CompletedQuestion {
  const parts = takeApart(question, language);
  const alone = { question, completed: false, asksSpeaker: false };
  if (topic === null || previous === null) return alone;
  if (asksSpeaker(parts, language)) return { question: previous, completed: true, asksSpeaker: true };
  if (!leavesOut(parts)) return alone;
  return { question: `${withMark(topic)} ${question.trim()}`, completed: true, asksSpeaker: false };
}

function leavesOut({ content, opens, points, names }: QuestionParts): boolean {
  if (opens || points) return content.length <= POINTING && !(names && content.length > ELLIPTICAL);
  return content.length <= ELLIPTICAL && !names;
}

/** “Who said that?”: who, saying, and nothing else of its own. */
function asksSpeaker({ words, content }: QuestionParts, language: string): boolean {
  const who = followUpWords(language, 'who');
  const stems = [...followUpWords(language, 'say')];
  const said = followUpWords(language, 'said');
  const says = (word: string): boolean => stems.some((stem) => word.startsWith(stem));
  const own = content
    .map((word) => word.toLowerCase())
    .filter((word) => !says(word) && !said.has(word) && !who.has(word));
  return words.some((word) => who.has(word)) && words.some(says) && own.length === 0;
}
