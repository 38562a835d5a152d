/** Words and signs after (or before) a number that say what it counts, in many languages (linguistic data). */
import type { QuantityKind } from './quantity.ts';
import { WordTable } from './word-table.ts';

export interface Unit {
  readonly name: string;
  readonly kind: QuantityKind;
  /** Values are multiplied by it: a megawatt is 1000 kilowatt. */
  readonly factor: number;
}

type Row = readonly [name: string, words: string, factor?: number];

const PERCENT: readonly Row[] = [
  [
    'percent',
    '% ٪ ﹪ percent per_cent pct процент* проц. відсот* працэнт* odsto prozent pourcent pour_cent por_ciento por_cento per_cento percento procent* proc. százalék*',
  ],
  [
    'percent',
    'प्रतिशत फीसदी फ़ीसदी टक्के فیصد فی_صد درصد بالمئة بالمائة في_المئة في_المائة  퍼센트 프로 パーセント เปอร์เซ็นต์ เปอร์เซนต์ phần_trăm persen peratus',
  ],
  [
    'percent',
    'фоиз* foiz* пайыз* хувь* хувиар faiz* տոկոս* პროცენტ* শতাংশ ভাগ சதவீதம் சதவிகிதம் శాతం ភាគរយ ເປີເຊັນ ရာခိုင်နှုန်း በመቶ τοις_εκατό אחוז* prosent* prosentti* prosentt*',
  ],
  ['percent', 'ਫ਼ੀਸਦੀ ટકા ശതമാനം ಶೇಕಡಾ'],
  [
    'percentage-point',
    '个百分点 個百分點 百分点 百分點 percentage_points percentage_point процентных_пункт* процентного_пункта процентный_пункт п.п. п._п. %포인트 퍼센트포인트 ポイント',
  ],
  [
    'percentage-point',
    'puntos_porcentuales points_de_pourcentage point_de_pourcentage працэнтнага_пункта працэнтных_пункт* працэнтны_пункт відсоткових_пункт* відсоткового_пункту нэгж_хуви* нэгж_хувь* จุดร้อยละ prozentpunkt* pontos_percentuais yüzde_puan* प्रतिशत_अंक* फीसदी_अंक* فیصد_پوائنٹ* واحد_درصد пайыздық_тармақ* пайыздық_пункт* пайыздык_пункт* банди_фоизӣ foiz_bandi* foiz_punkt* faiz_bəndi* điểm_phần_trăm poin_persentase จุดเปอร์เซ็นต์ procentních_bodů punktów_procentowych نقطة_مئوية نقاط_مئوية',
  ],
  ['permille', '‰ промилле'],
];

const MONEY: readonly Row[] = [
  [
    'CNY',
    '元人民币 元 块钱 人民币 人民幣 yuan yuans юан* юань* rmb cny 위안 위안화 人民元 يوان یوآن یوان युआन renminbi nhân_dân_tệ หยวน ইউয়ান யுவான் юани юаней ювань* իուան* юана',
  ],
  ['CNY', 'ယွမ် ຢວນ យ័ន יואן iuan γουάν ယွမ် యువాన్ යුවාන් ዩዋን'],
  [
    'USD',
    '$ us$ usd 美元 美金 us_dollar* dollar* доллар* долл долл. 달러 米ドル ドル دولار* دلار ڈالر* डॉलर dólar* dolar* đô_la đôla usd ดอลลาร์ ডলার டாலர் dolari dolár* dollari',
  ],
  ['USD', 'долар* долараў δολάρι* δολαρί* დოლარ* դոլար* ດອນລາ ដុល្លារ ဒေါ်လာ ዶላር ഡോളർ דולר* డాలర్ ඩොලර්'],
  [
    'EUR',
    '€ eur 欧元 歐元 euro euros евро 유로 ユーロ يورو یورو यूरो avro ยูโร ইউরো ευρώ євро еўра evro ევრო եվրո',
  ],
  ['RUB', '₽ rub 卢布 盧布 рубл* руб руб. rouble* ruble* rublo* rubel* rublos rublės 루블 ルーブル روبل रूबल'],
  ['JPY', '日元 日圆 日円 円 jpy yen иен* 엔 ین येन'],
  ['KRW', '₩ krw 韩元 韓元 원 ウォン'],
  ['HKD', 'hk$ 港元 港币 港幣'],
  ['INR', '₹ inr 印度卢比 रुपये रुपए रुपया रुपयों'],
  ['KZT', '₸ kzt 坚戈 тенге теңге tenge'],
  ['GBP', '£ gbp 英镑 英鎊 фунт*_стерлингов'],
  ['TRY', '₺ try türk_lirası tl lira'],
  ['UAH', '₴ uah гривен* гривн*'],
  ['MNT', '₮ төгрөг*'],
  ['VND', '₫ vnd'],
  ['THB', '฿ บาท'],
  ['KHR', '៛'],
  ['UZS', 'soʻm* so‘m* сўм*'],
  ['AZN', '₼ manat*'],
];

const COUNTED: readonly Row[] = [
  [
    'person',
    '人 名 位 people persons person человек* люд* чел. 명 人 شخص* نفر افراد لوگ افراد लोग लोगों व्यक्ति व्यक्तियों व्यक्ती persona personas personne personnes pessoas personen menschen kişi kishi',
  ],
  [
    'person',
    'người คน orang nəfər адам* кишо* одам хүн осіб чалавек* osób osob persone persoane henkilö* személy* άτομα մարդ adam людей',
  ],
  [
    'times',
    '倍 倍以上 times times_as раза раз -fold fold veces fois mal kat baravar гун* गुना گنا برابر ضعف أضعاف 배 เท่า lần kali_lipat volte vezes gånger рази разів есе* эсе* marta марта дахин dəfə անգամ ჯერ',
  ],
  [
    'ton',
    '吨 噸 公吨 トン 톤 ton tons tonne tonnes tonnen тонн* тонна т tonnellate toneladas tonelada طن أطنان تن ٹن टन ตัน tấn tonna* tona ton টন டன் τόνοι τόνους τόνων tonn* տոննա ტონა',
  ],
  [
    'kilowatt',
    '千瓦 kilowatt* kw киловат* kilowaț* 킬로와트 キロワット كيلوواط کیلووات किलोवाट quilowatt* kilovat* kilovatios',
  ],
  [
    'kilowatt',
    '兆瓦 megawatt* mw мегават* メガワット 메가와트 ميغاواط* میگاوات* مگاوات* मेगावाट megavat* megavatios megawaț*',
    1e3,
  ],
  ['kilowatt', '吉瓦 gigawatt* gigawaț* gw гигават* 기가와트 ギガワット جيجاواط گیگاوات गीगावाट', 1e6],
  ['kilowatt-hour', '千瓦时 千瓦小时 度电 kilowatt-hours kilowatt-hour kwh квт·ч квт*ч киловатт-час*'],
  [
    'kilometre',
    '公里 千米 kilometre* kilometer* kilómetr* quilômetr* kilomètr* chilometr* km км километр* километр 킬로미터 キロメートル キロ كيلومترا كيلومتر* کیلومتر* کلومیٹر* किलोमीटर กิโลเมตร ki-lô-mét কিলোমিটার',
  ],
  [
    'square-metre',
    '平方米 平米 square_metre* square_meter* m² m2 кв._м кв.м квадратных_метр* 제곱미터 平方メートル',
  ],
  [
    'square-kilometre',
    '平方公里 square_kilometre* square_kilometer* km² km2 кв._км кв.км квадратных_километр*',
  ],
  ['hectare', '公顷 公頃 hectare* ha га гектар* hektar* hectárea* هكتار* ہیکٹر 헥타르 ヘクタール हेक्टेयर'],
  ['mu', '亩 畝'],
  ['TEU', '标准箱 标箱 標準箱 teu teus'],
  [
    'kilogram',
    '公斤 千克 kilogram* kilogramm* kg кг килограмм* 킬로그램 キログラム كيلوغرام* کیلوگرم किलोग्राम',
  ],
];

function fill(table: WordTable<Unit>, kind: QuantityKind, rows: readonly Row[]): void {
  for (const [name, words, factor] of rows) table.add(words, { name, kind, factor: factor ?? 1 });
}

let after: WordTable<Unit> | null = null;
let before: WordTable<Unit> | null = null;

/** Units that follow a number. */
export function unitsAfter(): WordTable<Unit> {
  if (after === null) {
    after = new WordTable<Unit>();
    fill(after, 'number', COUNTED);
    fill(after, 'money', MONEY);
    fill(after, 'percent', PERCENT);
    after.add('¥', { name: '¥', kind: 'money', factor: 1 });
  }
  return after;
}

/** Units that stand before a number: `$5`, `人民币5亿元`, `百分之五`, `yüzde 5`. */
export function unitsBefore(): WordTable<Unit> {
  if (before === null) {
    before = new WordTable<Unit>();
    fill(before, 'money', [
      ['CNY', 'rmb cny 人民币 人民幣 cn¥'],
      ['USD', '$ us$ usd'],
      ['EUR', '€ eur'],
      ['RUB', '₽ rub'],
      ['GBP', '£ gbp'],
      ['HKD', 'hk$'],
      ['INR', '₹ inr'],
      ['KRW', '₩ krw'],
      ['JPY', 'jpy jp¥'],
      ['KZT', '₸ kzt'],
      ['TRY', '₺'],
      ['THB', '฿'],
      ['VND', '₫'],
      ['UAH', '₴'],
      ['MNT', '₮'],
      ['¥', '¥'],
      ['¤', 'rs rs. r$ a$ c$ s$ nt$'],
    ]);
    fill(before, 'percent', [['percent', '百分之 ร้อยละ yüzde % ٪ asilimia शेकडा ಶೇಕಡಾ']]);
  }
  return before;
}

/** `¥` is the yuan in Chinese and the yen in Japanese; elsewhere and for other shared signs nothing is claimed. */
export function currencyOf(name: string, language: string): string | null {
  if (name === '¥') return language === 'zh' ? 'CNY' : language === 'ja' ? 'JPY' : null;
  return name === '¤' ? null : name;
}
