/** Words that multiply the number before them, in the languages that the service meets (linguistic data). */
import { WordTable } from './word-table.ts';

/** Mean the same in every language that has them. `_` is a space, `*` any ending. */
const COMMON: readonly (readonly [number, string])[] = [
  [10, '十 拾 십'],
  [100, '百 佰 백'],
  [
    1e3,
    '千 仟 천 thousand thousands тысяч* тыс тыс. тисяч* тис тис. тысячы мың* миң* ҳазор* ҳзр хазор* мянга мянган мян',
  ],
  [
    1e3,
    'ألف ألفا آلاف هزار ہزار زره אלף אלפי אלפים हज़ार हज़ारों हजार হাজার ਹਜ਼ਾਰ હજાર ஆயிரம் వేల వేలు వెయ్యి వేయి ಸಾವಿರ ആയിരം',
  ],
  [
    1e3,
    'พัน ពាន់ ພັນ ထောင် nghìn ngàn ribu tausend duizend tysiąc* tysięcy tys tys. tisíc* tis tis. ezer χιλιάδ* χιλ χιλ. χίλια χίλιοι',
  ],
  [
    1e3,
    'tuhat tuhatta tuhansi* tusen tusind հազար* հզր ათას* ათ. දහස දහසක් දහස් දාහක් ሺ ሺህ elfu mijë хиляди хиљад* хиљаде tisoč* mila milliers millier',
  ],
  [1e4, '万 萬 만 หมื่น ໝື່ນ ម៉ឺន သောင်း'],
  [1e5, 'lakh lakhs lac लाख लाखों لاکھ لاکھوں লাখ লক্ষ ਲੱਖ લાખ லட்சம் இலட்சம் లక్ష లక్షల ಲಕ್ಷ ലക്ഷം แสน ແສນ សែន သိန်း'],
  [
    1e6,
    'million millions миллион* млн млн. мільйон* мільён* сая milyon* مليون* ملايين ملیون میلیون ملین מיליון मिलियन মিলিয়ন மில்லியன் మిలియన్*',
  ],
  [
    1e6,
    'ล้าน លាន ລ້ານ သန်း triệu juta millones millón milhão milhões millionen mio mio. miljoen miljon miljoner miljoona* milj milj. millió*',
  ],
  [
    1e6,
    'milione milioni milioane milion miliony milionów miliona milionu milionů milionech mln mln. εκατομμύρι* εκατ. εκ. միլիոն* մլն մլն. მილიონ* მლნ მლნ.',
  ],
  [1e6, 'මිලියන ሚሊዮን милион* милијун* milijun* milijon* miljons* miljonit mn'],
  [1e7, 'crore crores करोड़ करोड़ों करोड कोटी کروڑ کروڑوں কোটি ਕਰੋੜ કરોડ கோடி కోటి కోట్ల కోట్లు ಕೋಟಿ കോടി ကုဋေ'],
  [1e8, '亿 億 억'],
  [
    1e9,
    'billion billions миллиард* млрд млрд. млд мільярд* тэрбум milyar* milyard* mlyar مليار* ملیار میلیارد بلیون מיליארד अरब अब्ज ارب',
  ],
  [
    1e9,
    'बिलियन বিলিয়ন பில்லியன் బిలియన్* ប៊ីលាន ຕື້ tỷ tỉ miliar bilhão bilhões milliard milliards milliarden milliárd* mrd mrd. mlrd mlrd. mld mld.',
  ],
  [
    1e9,
    'miljard miljarden miljarder miljardia miliardi miliardo miliard miliarda miliardy miliardů miliardów miliarde δισεκατομμύρι* δισ δισ. δις',
  ],
  [1e9, 'միլիարդ* մլրդ მილიარდ* მლრდ მლრდ. බිලියන ቢሊዮን милиард* милијард* milijard* bn'],
  [1e11, 'खरब खर्व کھرب'],
  [
    1e12,
    '兆 조 trillion trillions триллион* трлн трлн. трильйон* трыльён* их_наяд trilyon* trln trln. ترليون* تريليون* تریلیون טריליון',
  ],
  [
    1e12,
    'ट्रिलियन ট্রিলিয়ন டிரில்லியன் ట్రిలియన్* ទ្រីលាន triliun trilhão trilhões trilioane τρισεκατομμύρι* τρισ τρισ. տրիլիոն* տրլն ტრილიონ* ტრლ.',
  ],
  [1e12, 'ට්‍රිලියන ትሪሊዮን трилион* tn tn.'],
  [1e3, 'tisuć* tūkstan* tūkstoš* tūkstot* þúsund хил. илјад* milers miler duisend libo na_libo'],
  [1e6, 'miljoni milljón* milioi na_milyon milióna millóns'],
  [
    1e9,
    'miljardi miljards miljardit milljarð* milers_de_milions miler_de_milions bilyon na_bilyon milijard* biliún',
  ],
  [1e12, 'ٹریلین bilijun* bilión* bilijon* trilijon* triljon* billjón* bilioi na_trilyon biliony biljoen'],
  [1e13, 'पद्म'],
  [1e14, 'ကောဋိ'],
];

/** Short words that mean this only in their own language, and false friends such as the long-scale `billion`. */
const BY_LANGUAGE: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  es: [
    [1e3, 'mil'],
    [1e12, 'billón billones billon'],
  ],
  ca: [
    [1e3, 'mil'],
    [1e6, 'milions milió'],
    [1e12, 'bilions bilió'],
  ],
  gl: [
    [1e3, 'mil'],
    [1e12, 'billón billóns'],
  ],
  pt: [
    [1e3, 'mil'],
    [1e6, 'mi'],
    [1e9, 'bi'],
    [1e12, 'tri'],
  ],
  it: [
    [1e3, 'mille'],
    [1e9, 'mld'],
    [1e12, 'bilione bilioni'],
  ],
  fr: [
    [1e3, 'mille'],
    [1e9, 'md mds'],
    [1e12, 'billion billions'],
  ],
  de: [
    [1e12, 'billion billionen bio bio.'],
    [1e18, 'trillion trillionen'],
  ],
  nl: [[1e12, 'biljoen bln bln.']],
  sv: [
    [1e9, 'md'],
    [1e12, 'biljon biljoner bn'],
  ],
  da: [
    [1e6, 'mio mio.'],
    [1e9, 'mia mia.'],
    [1e12, 'billion billioner'],
  ],
  nb: [
    [1e6, 'millioner mill.'],
    [1e9, 'milliarder mrd.'],
    [1e12, 'billion billioner'],
  ],
  fi: [
    [1e3, 't.'],
    [1e12, 'biljoona biljoonaa bilj.'],
  ],
  pl: [[1e12, 'bilion biliona bilionów biliony bln']],
  cs: [
    [1e6, 'mil.'],
    [1e12, 'bilion bilionu bilionů biliony bil.'],
  ],
  sk: [
    [1e6, 'mil. miliónov milióny'],
    [1e9, 'miliárd miliardy'],
    [1e12, 'bilióna bilióny'],
  ],
  hu: [[1e12, 'billió*']],
  ro: [
    [1e3, 'mii mie'],
    [1e6, 'mil.'],
    [1e12, 'trilion tril.'],
  ],
  tr: [
    [1e3, 'bin bini binin bine binde binden bindir'],
    [1e6, 'mn'],
    [1e9, 'mr mia'],
    [1e12, 'tn'],
  ],
  az: [
    [1e3, 'min mini minin minə mində mindən'],
    [1e6, 'mln'],
    [1e9, 'mlrd'],
  ],
  uz: [
    [1e3, 'ming*'],
    [1e9, 'milliard*'],
  ],
  tk: [[1e3, 'müň']],
  ms: [
    [1e6, 'juta'],
    [1e9, 'bilion'],
    [1e12, 'trilion'],
  ],
  sq: [[1e12, 'bilion']],
  sr: [[1e12, 'билион*']],
  mk: [[1e12, 'билион*']],
  sw: [
    [1e6, 'milioni'],
    [1e9, 'bilioni'],
    [1e12, 'trilioni'],
  ],
  mn: [[1e12, 'их_наяд']],
  fa: [[1e12, 'هزارمیلیارد هزار_میلیارد']],
};

const tables = new Map<string, WordTable<number>>();

/** The scale words of a language (`''`: unknown) with those common to all. */
export function scaleWords(language: string): WordTable<number> {
  const key = BY_LANGUAGE[language] === undefined ? '' : language;
  let table = tables.get(key);
  if (table === undefined) {
    table = new WordTable<number>();
    for (const [scale, words] of [...COMMON, ...(BY_LANGUAGE[key] ?? [])]) table.add(words, scale);
    tables.set(key, table);
  }
  return table;
}

/** Languages that put the scale word before the number: `milioni 5`, මිලියන 5, ကုဋေ 5. */
export const SCALE_FIRST: ReadonlySet<string> = new Set(['si', 'sw', 'my']);
