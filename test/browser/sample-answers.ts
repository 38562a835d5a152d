/** Answers for a service that has no model: citations cut out of the real transcript. */
import { readFileSync } from 'node:fs';
import type { AskResponse, Citation, RelatedPassage } from '../../src/http/contract.ts';
import { formatMessage, textDirection } from '../../src/language/messages.ts';
import { speechParagraphs } from '../../src/passage/speech-paragraphs.ts';
import type { Document } from '../../src/transcript/document.ts';
import { parseTranscript } from '../../src/transcript/parse-transcript.ts';
import type { Span } from '../../src/transcript/transcript.ts';

const TRANSCRIPT = new URL('../../corpus/2025-sco-tianjin-briefing/transcript.txt', import.meta.url);

export const SAMPLE_DOCUMENT: Document = {
  id: 'briefing',
  title: '2025年上海合作组织峰会新闻中心举行天津专场吹风会',
  date: '2025-08-29',
  language: 'zh',
  place: '天津',
  publisher: '天津发布',
  url: 'https://example.org/briefing',
  licence: null,
  transcript: parseTranscript(readFileSync(TRANSCRIPT, 'utf8')),
};

export function sampleSentences(document: Document): Span[] {
  return speechParagraphs(document.transcript, document.language).flatMap(({ sentences }) => sentences);
}

const TRANSLATIONS: Readonly<Record<string, string>> = {
  en: 'From universities, 998 volunteers were selected to serve at the news center, the reception stations and the hotels.',
  ar: 'جرى اختيار 998 متطوعًا من الجامعات للخدمة في المركز الإعلامي ومحطات الاستقبال والفنادق.',
};

/** The passage around some words of the transcript, as the service would cite it. */
export function samplePassage(words: string, language: string): RelatedPassage {
  const { transcript, id, title, date, url } = SAMPLE_DOCUMENT;
  const place = transcript.text.indexOf(words);
  const sentence = sampleSentences(SAMPLE_DOCUMENT).find(({ start, end }) => start <= place && place < end);
  const turn = transcript.turns.find(({ start, end }) => start <= place && place < end);
  if (sentence === undefined || turn === undefined)
    throw new Error(`the sample transcript does not say "${words}"`);
  const { start, end } = sentence;
  const question = transcript.turns.find(({ id }) => id === turn.inReplyTo);
  const translated = TRANSLATIONS[language];
  return {
    document: { id, title, date, url },
    turn: { id: turn.id, kind: turn.kind, ordinal: turn.ordinal, url: `/d/${id}?q=${start}-${end}#q` },
    speaker: turn.speaker,
    inReplyTo:
      question === undefined
        ? null
        : {
            turn: question.id,
            speaker: question.speaker,
            text: transcript.text.slice(question.start, question.end),
          },
    quote: transcript.text.slice(start, end),
    language: 'zh',
    start,
    end,
    translation:
      translated === undefined
        ? null
        : {
            language,
            text: translated,
            origin: 'aligned',
            speaker: { name: 'Wang Xu', role: 'Executive Vice Mayor', organisation: null },
          },
  };
}

export function sampleCitation(marker: number, words: string, language: string): Citation {
  return { ...samplePassage(words, language), marker, verdict: 'verified' };
}

/** The language a question seems to be in, by its script. */
export function sampleLanguage(question: string): string {
  if (/\p{Script=Arabic}/u.test(question)) return 'ar';
  return /\p{Script=Han}/u.test(question) ? 'zh' : 'en';
}

export function sampleAnswer(id: string, question: string, language = sampleLanguage(question)): AskResponse {
  const citations = [
    sampleCitation(1, '998名志愿者', language),
    sampleCitation(2, '已同11个国家建立了20对', language),
  ];
  const sentence = TRANSLATIONS[language];
  const lead =
    sentence === undefined
      ? `${formatMessage(language, 'answer.original', { language: '中文' })} ${citations[0]?.quote ?? ''}`
      : sentence;
  return {
    id,
    status: 'answered',
    reason: null,
    language,
    direction: textDirection(language),
    question,
    answer: `${lead} [1] [2]`,
    writer: 'extractive',
    confidence: 'high',
    citations,
    related: [],
    suggestions: [language === 'zh' ? '志愿者从哪里来?' : 'Where do the volunteers come from?'],
  };
}

export function sampleAbstention(
  id: string,
  question: string,
  language = sampleLanguage(question),
): AskResponse {
  return {
    ...sampleAnswer(id, question, language),
    status: 'abstained',
    reason: 'no_evidence',
    answer: formatMessage(language, 'abstain.noEvidence'),
    confidence: 'high',
    citations: [],
    related: [samplePassage('998名志愿者', language)],
    suggestions: [],
  };
}
