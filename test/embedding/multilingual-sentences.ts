/** Sentences in many languages and scripts from the project's own texts, for tests that compare implementations. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Sentence {
  readonly language: string;
  readonly text: string;
}

const root = new URL('../../', import.meta.url);

function interfaceTexts(perLanguage: number): Sentence[] {
  const folder = new URL('src/language/messages/', root);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const texts = Object.values(
        JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>,
      );
      return texts.slice(0, perLanguage).map((text) => ({ language: file.replace('.json', ''), text }));
    });
}

function corpusLines(file: string, language: string): Sentence[] {
  const text = readFileSync(new URL(`corpus/2025-sco-tianjin-briefing/${file}`, root), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim().length > 0)
    .map((line) => ({ language, text: line }));
}

/** At least `perLanguage` interface texts of every language, and the whole bundled transcript in three languages. */
export function multilingualSentences(perLanguage: number): Sentence[] {
  return [
    ...interfaceTexts(perLanguage),
    ...corpusLines('transcript.txt', 'zh'),
    ...corpusLines('translations/en.md', 'en'),
    ...corpusLines('translations/ru.md', 'ru'),
  ];
}
