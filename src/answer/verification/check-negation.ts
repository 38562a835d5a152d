/** Notices a sentence that denies what its citation says, or says what it denies. */
import type { CitedText } from './cited-texts.ts';

/** Language data: the words that deny a sentence, as whole words. Particles that also build other words are left out. */
const NEGATIONS: Readonly<Record<string, string>> = {
  en: `not no never none nobody nothing neither nor without cannot can't don't doesn't didn't won't isn't aren't wasn't weren't hasn't haven't
    hadn't couldn't wouldn't shouldn't failed denied denies refused`,
  ru: 'не нет ни никогда никто ничто нельзя без отрицает отказался',
  uk: 'не ні немає ніколи ніхто ніщо без',
  be: 'не ні няма ніколі ніхто без',
  kk: 'емес жоқ ешқашан ешкім',
  ky: 'эмес жок эч',
  tg: 'не нест набуд нестанд ҳеҷ',
  uz: "emas yo'q hech",
  tr: 'değil yok hiç hiçbir asla',
  az: 'deyil yox heç',
  ar: 'لا لم لن ليس ليست ما غير بدون دون',
  fa: 'نه نیست نبود نشد نمی هیچ بدون هرگز',
  ur: 'نہیں نہ کوئی نہیں بغیر',
  hi: 'नहीं न मत बिना कोई नहीं',
  es: 'no nunca nadie nada ninguno ninguna ningún sin jamás',
  fr: 'ne n pas jamais aucun aucune rien personne sans ni',
  de: 'nicht kein keine keiner keinen keinem nie niemals niemand nichts ohne',
  it: 'non no mai nessuno nessuna niente nulla senza',
  pt: 'não nunca ninguém nada nenhum nenhuma sem jamais',
  id: 'tidak bukan belum jangan tanpa',
  vi: 'không chưa chẳng',
  zh: '没有 沒有 并非 並非 不是 从未 從未 未曾 不会 不會 拒绝 拒絕 否认 否認 不再',
  ja: 'ない ません なかった ず',
};

/** True where exactly one of sentence and citation denies; only texts of the sentence's own language are compared. */
export function turnsAround(text: string, language: string, cited: readonly CitedText[]): boolean {
  const base = new Intl.Locale(language).language;
  const own = cited.filter((source) => new Intl.Locale(source.language).language === base);
  const words = (NEGATIONS[base] ?? '').split(/\s+/u).filter(Boolean);
  if (own.length === 0 || words.length === 0) return false;
  return denies(text, words) !== own.some((source) => denies(source.text, words));
}

function denies(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase().replace(/[’ʻʼ‘]/gu, "'");
  return words.some((word) => {
    if (/[\p{Script=Han}\p{Script=Hiragana}]/u.test(word)) return lower.includes(word);
    return new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, 'u').test(lower);
  });
}
