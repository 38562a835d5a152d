/** Cheap signs that a sentence names a person, a place or an organisation, or gives a reason; high recall is wanted. */
import { foldText } from '../quantity/fold-text.ts';
import { countryTerms } from '../lexical/country-terms.ts';
import { primaryLanguage } from '../quantity/primary-language.ts';
import { isLetter, isUnspaced, WordTable } from '../quantity/word-table.ts';

/** Family names that most Chinese people bear. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文栾荆';
const HAN_NAME = new RegExp(`[${SURNAMES}]\\p{Script=Han}{1,2}`, 'u');
const CAPITALISED_PAIR = /\p{Lu}[\p{Ll}\p{M}'’-]+ (?:\p{Lu}\.? ?){0,2}\p{Lu}[\p{L}\p{M}'’-]+/u;

/** Titles, offices and forms of address. */
const TITLES = `
先生 女士 主席 主任 局长 部长 市长 省长 书记 总统 总理 发言人 校长 院长 会长 秘书长 经理 教授 博士 大使 司长 厅长 处长 委员 记者 选手 导演
氏 さん 大臣 首相 大統領 長官 会長 社長 教授 知事 씨 대통령 총리 장관 시장 위원장 대표 교수 회장 사장 대변인
mr mr. mrs mrs. ms ms. dr dr. president minister director mayor chairman chairwoman professor secretary spokesman spokesperson governor ambassador chief
президент* министр* директор* мэр* председател* глав* профессор* секретар* губернатор* посол* господин* госпож* руководител* начальник*
رئيس الرئيس وزير الوزير مدير السيد السيدة الدكتور سفير المتحدث أمين رئیس وزیر مدیر آقای خانم دکتر سفیر سخنگو صدر جناب
राष्ट्रपति मंत्री प्रधानमंत्री निदेशक अध्यक्ष श्री श्रीमती डॉ प्रोफेसर महापौर प्रवक्ता राजदूत
นาย นาง นางสาว ดร. ประธาน รัฐมนตรี นายกรัฐมนตรี ผู้อำนวยการ โฆษก ông bà chủ_tịch bộ_trưởng giám_đốc thủ_tướng tổng_thống
başkan* bakan* müdür* sayın cumhurbaşkan* profesör* vali président ministre directeur maire señor señora presidente ministro director alcalde
präsident* minister* direktor* bürgermeister* herr frau professor* bapak ibu presiden menteri direktur prezident* vazir* direktor* раис* вазир* ерөнхийлөгч сайд`;

const PLACES = `
省 市 县 縣 镇 村 港 岛 島 街道 大道 机场 会展中心 広場 広島 駅 県 都 府 나라 도시 지역 공항
city province country region state district county port airport river island street university square
город* стран* област* провинци* район* регион* порт* аэропорт* республик* остров*
مدينة دولة بلد مقاطعة منطقة ميناء مطار جمهورية شهر کشور استان منطقه بندر فرودگاه ملک صوبہ
शहर देश प्रांत राज्य जिला क्षेत्र बंदरगाह เมือง ประเทศ จังหวัด ท่าเรือ สนามบิน thành_phố tỉnh nước quốc_gia cảng
şehir* ülke* bölge* liman* ville pays province région port ciudad país provincia región puerto cidade região stadt land provinz hafen kota negara provinsi pelabuhan`;

const ORGANISATIONS = `
公司 集团 银行 大学 学院 委员会 组织 协会 中心 部门 工坊 医院 研究院 管理局 发改委 教委 外办 新闻社 企业 局 会社 株式会社 機関 団体 銀行 회사 기업 은행 대학교 대학 협회 위원회 기관
company corporation group bank university institute committee commission bureau ministry agency organisation organization association council department inc inc. ltd ltd. centre center party club team
компани* корпораци* групп* банк* университет* институт* комитет* комисси* бюро министерств* агентств* организаци* ассоциаци* совет* департамент* центр* управлени*
شركة مجموعة بنك جامعة معهد لجنة وزارة وكالة منظمة جمعية مجلس هيئة مركز شرکت گروه بانک دانشگاه کمیته وزارت سازمان انجمن شورا مرکز کمپنی یونیورسٹی
कंपनी समूह बैंक विश्वविद्यालय संस्थान समिति आयोग मंत्रालय संगठन संघ परिषद विभाग केंद्र บริษัท ธนาคาร มหาวิทยาลัย คณะกรรมการ กระทรวง องค์กร สมาคม công_ty tập_đoàn ngân_hàng đại_học ủy_ban bộ tổ_chức
şirket* banka* üniversite* komite* bakanlı* kurum* örgüt* dernek* entreprise société université comité ministère organisation empresa universidad comité ministerio organización universidade organização
unternehmen firma gesellschaft universität komitee ministerium behörde verband perusahaan universitas kementerian organisasi kompaniya* universitet* vazirlig* ташкилот* ширкат*`;

const REASONS = `
因为 由于 为了 旨在 得益于 因此 所以 以便 从而 目的 原因 在于 因為 由於 為了 ため ので から 理由 なぜなら 때문 위해 위하여 이유 덕분 따라서
because due_to owing_to since in_order_to so_that therefore thanks_to as_a_result reason aimed_at aims_to caused led_to
потому так_как поскольку из-за чтобы благодаря поэтому вследствие ввиду в_связи_с причин* с_целью тому_що через_те бо оскільки щоб завдяки
لأن لأنه لأنها بسبب من_أجل لكي نتيجة بهدف لذلك نظرا بفضل زیرا چون به_دلیل به_خاطر برای_اینکه تا_بتوان بنابراین به_منظور کیونکہ وجہ تاکہ اس_لیے
क्योंकि कारण इसलिए वजह ताकि के_लिए เพราะ เนื่องจาก เพื่อ จึง ดังนั้น vì bởi_vì do nhằm để nhờ
çünkü nedeniyle dolayı yüzünden amacıyla sayesinde için parce_que car en_raison grâce_à afin pour_que porque debido para_que gracias_a con_el_fin por_causa devido graças_a
weil da wegen aufgrund damit dank um_zu deshalb karena sebab akibat agar supaya sehingga perché poiché a_causa grazie_a ponieważ gdyż dlatego protože aby kvůli pentru_că deoarece datorită
διότι επειδή γιατί λόγω ώστε өйткені себебі үшін анткени себеби chunki sababli uchun зеро барои учир tufayli çünki üçün`;

type Lexicon = () => WordTable<true>;

function lexicon(words: string): Lexicon {
  let table: WordTable<true> | null = null;
  return () => (table ??= new WordTable<true>().add(words.trim(), true));
}

const titles = lexicon(TITLES);
const places = lexicon(PLACES);
const organisations = lexicon(ORGANISATIONS);
const reasons = lexicon(REASONS);

function contains(sentence: string, table: WordTable<true>): boolean {
  const { text } = foldText(sentence);
  for (let at = 0; at < text.length; at++) {
    if (!isLetter(text[at]) || (isLetter(text[at - 1]) && !isUnspaced(text[at]))) continue;
    if (table.match(text, at) !== null) return true;
  }
  return false;
}

/** A capitalised pair, a common Chinese family name with a title near, or a title. */
export function namesPerson(sentence: string): boolean {
  const han = HAN_NAME.test(sentence);
  return (
    CAPITALISED_PAIR.test(sentence) ||
    (contains(sentence, titles()) && (han || !/\p{Script=Han}/u.test(sentence)))
  );
}

/** A country's name or a word for a kind of place. */
export function namesPlace(sentence: string, language?: string): boolean {
  return contains(sentence, places()) || countryTerms(sentence, primaryLanguage(language)).length > 0;
}

/** A word for a kind of organisation, or an abbreviation in capitals. */
export function namesOrganisation(sentence: string): boolean {
  return /(?<!\p{L})\p{Lu}{2,6}(?!\p{L})/u.test(sentence) || contains(sentence, organisations());
}

/** Chinese 为 at the beginning of a clause says what something is for. */
const HAN_PURPOSE = /(?:^|[,，。;；:：])为\p{Script=Han}{2}/u;

/** A connective or noun of cause or purpose. */
export function statesReason(sentence: string): boolean {
  return HAN_PURPOSE.test(sentence) || contains(sentence, reasons());
}
