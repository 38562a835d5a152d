/** Takes a question apart: its words, those that carry content, and what ties it to the conversation. */
import { functionWordsOf } from '../language/rank-languages.ts';
import { followUpWords } from './follow-up-words.ts';

export interface QuestionParts {
  /** In order, lower case. */
  readonly words: readonly string[];
  /** Words that carry content, as written. */
  readonly content: readonly string[];
  /** Goes on from the last question: “And …”. */
  readonly opens: boolean;
  /** Has a pronoun or demonstrative that may stand for what was named before. */
  readonly points: boolean;
  /** Names something itself: a proper name in the middle, an abbreviation, words in quotation marks. */
  readonly names: boolean;
}

const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;

/** Chinese words that ask or join; the others are content. */
const CHINESE_SMALL = new Set(
  (
    '的 了 在 和 与 與 及 是 有 吗 嗎 呢 吧 啊 几 幾 个 個 几个 多少 多 什么 什麼 啥 哪 哪些 哪个 哪個 哪天 哪里 哪裡 哪位 谁 誰 怎么 怎麼 怎样 怎樣 为什么 為什麼 为何 如何 ' +
    '何时 何時 何 那 这 這 又 都 还 還 也 就 从 從 到 对 對 被 把 为 為 跟 给 給 以 于 於 并 而 或 能 会 會 可以 请 請 问 問 请问 吗 做 搞 一共 总共 我 你 您 我们 过 過 着 上 下 里 中 之 其 等'
  ).split(' '),
);

/** Japanese particles and endings; its other words are content. */
const JAPANESE_SMALL = new Set(
  'は が を に で と も へ の や か な ね よ て た だ から まで より など って という いう です ます でし まし ました でした する し れ られ い ある いる どう ください'.split(
    ' ',
  ),
);

const segmenters = new Map<string, Intl.Segmenter>();

export function takeApart(question: string, language: string): QuestionParts {
  const written = wordsOf(question, language);
  const words = written.map((word) => word.toLowerCase());
  const small = functionWordsOf(language);
  const pointers = followUpWords(language, 'pointers');
  const isSmall = (word: string): boolean =>
    small.has(word) ||
    CHINESE_SMALL.has(word) ||
    JAPANESE_SMALL.has(word) ||
    pointers.has(word) ||
    followUpWords(language, 'openers').has(word);
  return {
    words,
    content: written.filter((_, at) => !isSmall(words[at] ?? '')),
    opens: followUpWords(language, 'openers').has(words[0] ?? ''),
    points: words.some((word) => pointers.has(word)),
    names: /[«“"「《]|\p{Lu}{2}/u.test(question) || written.slice(1).some((word) => /^\p{Lu}/u.test(word)),
  };
}

/** Whether it cannot stand alone, whatever it is about: “And …”, “… it …”. */
export function pointsBack(question: string, language: string): boolean {
  const { opens, points } = takeApart(question, language);
  return opens || points;
}

function wordsOf(question: string, language: string): string[] {
  if (!UNSPACED.test(question))
    return question.match(/[\p{L}\p{M}\p{N}]+(?:['’ʻʼ.,\u200C-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(question)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}
