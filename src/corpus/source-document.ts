/** A document as it lies in the corpus, before anything is parsed. */

export interface SourceFile {
  /** As errors name it, such as `corpus/x/transcript.txt`. */
  readonly path: string;
  readonly text: string;
}

export interface SourceDocument {
  readonly id: string;
  readonly transcript: SourceFile;
  readonly format: 'text' | 'markdown';
  /** `document.json`, where there is one. */
  readonly metadata: SourceFile | null;
  readonly translations: readonly SourceFile[];
  /** Files of anticipated questions, named `<language>.jsonl`. */
  readonly anticipated: readonly SourceFile[];
}

/** One thing in the corpus that was left out, in one line, with the file it concerns. */
export interface CorpusProblem {
  readonly path: string;
  readonly reason: string;
}

export interface SourceCorpus {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly CorpusProblem[];
}

/** BCP-47 tag that a translation or a list is named by: `…/zh-Hant.jsonl` → `zh-Hant`. */
export function tagOf(path: string): string {
  return /([^/\\]+)\.[^./\\]+$/u.exec(path)?.[1] ?? 'und';
}
