/** In which unit a question wants its figure: a share in per cent, a sum of money, tons. */
import { foldText } from '../quantity/fold-text.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { findQuantities } from '../quantity/find-quantities.ts';
import { primaryLanguage } from '../quantity/primary-language.ts';
import { unitsAfter } from '../quantity/unit-words.ts';
import { isLetter, isUnspaced, WordTable } from '../quantity/word-table.ts';

/** `percent`, `money`, or the name of a unit of measure. */
export type AskedUnit = string;

/** Units whose words mean much else (`times`, 人, 名), and marks that are no words. */
const NOT_TOLD = new Set(['person', 'times', 'mu', 'percentage-point', 'permille']);

/** Nouns and verbs that ask for a share, and for a sum (linguistic data: `_` a space, `*` any ending). */
const SHARE = `
比例 占比 百分比 百分之几 百分之多少 几成 比重 份额 比率 割合 何割 何パーセント 비율 비중 점유율 몇_퍼센트
share proportion percentage what_part anteil prozentsatz quote pourcentage proportion part porcentaje proporción proporção porcentagem percentagem quota percentuale udział odsetek
дол* процент* удельн*_вес част*_от частк* відсот* пайыз* үлес* үлүш* улуш* foiz* ulush* фоиз* ҳисса* hisse* oran* yüzde* pay* faiz* хувь
نسبة حصة كم_بالمئة سهم درصد چند_درصد نسبت تناسب فیصد حصہ प्रतिशत हिस्सा हिस्सेदारी अनुपात फीसदी শতাংশ สัดส่วน ร้อยละ เปอร์เซ็นต์ tỷ_lệ tỉ_lệ phần_trăm persentase persen bagian ποσοστό`;
const SUM = `
多少钱 多少錢 金额 投资额 花费 花了多少 造价 票价 价格 营业额 产值 贸易额 进出口额 出口额 进口额 成交额 金額 いくら 投資額 総額 얼마짜리 금액 투자액 무역액
how_much_money cost costs cost* price value_of worth budget kosten kostet preis wert cuánto_cuesta costo coste precio valor presupuesto combien_coûte coût prix montant valeur quanto_custa custo preço costo prezzo
стоит стоимост* цен* бюджет* сумм* денег коштує вартіст* коштів құны бағасы ақша баасы акча narxi qiymati pul нарх маблағ маблағи fiyat* maliyet* bütçe* para tutar* өртөг үнэ мөнгө
تكلفة سعر قيمة ميزانية مبلغ هزینه قیمت بودجه ارزش پول لاگت رقم लागत कीमत राशि मूल्य बजट ราคา มูลค่า งบประมาณ giá chi_phí kim_ngạch ngân_sách biaya harga nilai anggaran κόστος τιμή`;

let table: WordTable<AskedUnit> | null = null;

function words(): WordTable<AskedUnit> {
  table ??= new WordTable<AskedUnit>().add(SUM.trim(), 'money').add(SHARE.trim(), 'percent');
  return table;
}

/**
 * The unit a question names without a figure before it (多少亿元, how many tonnes, какая доля); null where it names none, or several.
 * @param language BCP-47 tag of the question.
 */
export function askedUnit(question: string, language?: string): AskedUnit | null {
  const { text } = foldText(question);
  const figures = findQuantities(question, primaryLanguage(language));
  const found = new Set<AskedUnit>();
  for (let at = 0; at < text.length; at++) {
    if (!isLetter(text[at]) || (isLetter(text[at - 1]) && !isUnspaced(text[at]))) continue;
    if (figures.some(({ start, end }) => at >= start && at < end)) continue;
    const unit = unitAt(text, at);
    if (unit === null) continue;
    found.add(unit.name);
    at = unit.end - 1;
  }
  return found.size === 1 ? [...found][0]! : null;
}

function unitAt(text: string, at: number): { readonly name: AskedUnit; readonly end: number } | null {
  const noun = words().match(text, at);
  if (noun) return { name: noun.value, end: noun.end };
  const unit = unitsAfter().match(text, at);
  if (!unit || NOT_TOLD.has(unit.value.name)) return null;
  return { name: unit.value.kind === 'money' ? 'money' : unit.value.name, end: unit.end };
}

/** Whether a figure is in the unit asked for. */
export function isIn({ kind, unit }: Quantity, asked: AskedUnit): boolean {
  if (asked === 'money') return kind === 'money';
  if (asked === 'percent') return kind === 'percent';
  return unit === asked;
}
