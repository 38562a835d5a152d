/** Signs that a sentence says where something is or happens, not only that it names a place. */
import { monthTables } from '../quantity/month-names.ts';
import { foldText } from '../quantity/fold-text.ts';
import { primaryLanguage } from '../quantity/primary-language.ts';

/** 在 (一个地方) 举办, 位于: a verb of happening or standing behind the place. */
const HAN =
  /(?:位于|坐落|地处|设在|落户|位於|設在)|在(?!此|这|這|于|於|其|建)[\p{Script=Han}\p{L}·()（）、]{2,14}?(?:举办|举行|召开|开幕|闭幕|落成|建成|建设|建立|设立|成立|启动|投产|开工|开展|开设|上线|签署|发布|出台|舉辦|舉行|召開|開幕|設立)/u;
const JAPANESE =
  /[\p{Script=Han}\p{Script=Katakana}](?:で|において)(?:開|行|催|始|設|建|発|実)|に(?:ある|位置|設)/u;
const KOREAN = /\p{Script=Hangul}{2,}에서|에 위치/u;
/** Prepositions of place before a name; a month's name is none. */
const BEFORE_NAME =
  /(?<![\p{L}\p{M}’'])(?:in|at|en|à|em|no|na|nos|nas|v|ve|w|we|în|la|a|i|på|te|ở|tại|di|në|в|во|у|ў|на|στη|στην|στο|στον|σε)\s+(?:the\s+)?(\p{Lu}[\p{L}\p{M}]+)/gu;
/** Tianjin'de, Taşkent’te. */
const APOSTROPHE = /\p{Lu}[\p{L}\p{M}]+['’](?:n?[dt][ae])(?!\p{L})/u;
/** Тяньцзиньде, Toshkentda: the case of place, on a capital word that does not open the sentence. */
const SUFFIX = /(?<=\p{L}[,]? )\p{Lu}[\p{Ll}\p{M}]{2,}(?:да|де|та|те|до|дө|то|тө|da|də|ta)(?!\p{L})/u;
const SUFFIXED = new Set(['kk', 'ky', 'uz', 'tt', 'az', 'ba', 'tk', 'ug']);
/** Hindi, Urdu, Arabic and Persian write no capitals: the place's own noun or verb must stand there. */
const WITHOUT_CAPITALS =
  /(?:में|म्)\s+(?:आयोजित|स्थित|होगा|होगी|हुआ|हुई|बना|खोल)|میں\s+(?:منعقد|واقع|ہوگ|ہوا)|(?:تقع|يقع|ستعقد|سيعقد|عقدت?|أقيم|تقام|ستقام|يقام)\s.*في\s|(?:واقع|برگزار).*(?:در)?|در\s+\S+\s+(?:برگزار|واقع)/u;

/** @param language BCP-47 tag of the sentence. */
export function locates(sentence: string, language?: string): boolean {
  const tag = primaryLanguage(language);
  return (
    HAN.test(sentence) ||
    JAPANESE.test(sentence) ||
    KOREAN.test(sentence) ||
    APOSTROPHE.test(sentence) ||
    (SUFFIXED.has(tag) && SUFFIX.test(sentence)) ||
    WITHOUT_CAPITALS.test(sentence) ||
    [...sentence.matchAll(BEFORE_NAME)].some(([, name = '']) => !isMonth(name, tag))
  );
}

function isMonth(word: string, language: string): boolean {
  const { text } = foldText(word);
  return monthTables(text, language).some((table) => table.match(text, 0)?.end === text.length);
}
