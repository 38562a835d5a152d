/** Small numbers written out, in languages where the words are unmistakable (linguistic data; `one` is left out everywhere). */

const WORDS: Readonly<Record<string, string>> = {
  en: 'two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 hundreds=0',
  ru: 'два=2 две=2 двух=2 двум=2 двумя=2 три=3 трех=3 трем=3 тремя=3 четыре=4 четырех=4 четырем=4 пять=5 пяти=5 пятью=5 шесть=6 шести=6 семь=7 восемь=8 восьми=8 девять=9 девяти=9 десять=10 десяти=10 одиннадцать=11 одиннадцати=11 двенадцать=12 двенадцати=12 тринадцать=13 четырнадцать=14 пятнадцать=15 шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19 двадцать=20 двадцати=20 тридцать=30 тридцати=30 сорок=40 сорока=40 пятьдесят=50 пятидесяти=50 шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 двести=200 триста=300 четыреста=400 пятьсот=500',
  uk: 'два=2 дві=2 двох=2 три=3 трьох=3 чотири=4 чотирьох=4 пять=5 шість=6 сім=7 вісім=8 девять=9 десять=10 двадцять=20 тридцять=30 сорок=40',
  fr: 'deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100 cents=100',
  es: 'dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 trescientos=300',
  pt: 'dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200',
  it: 'due=2 tre=3 quattro=4 cinque=5 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 venti=20 trenta=30 quaranta=40 cinquanta=50 sessanta=60 cento=100',
  de: 'zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 zwanzig=20 fünfundzwanzig=25 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100',
  nl: 'twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 twintig=20 dertig=30 honderd=100',
  tr: 'iki=2 üç=3 dört=4 beş=5 altı=6 sekiz=8 dokuz=9 on=10 yirmi=20 otuz=30 kırk=40 elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90',
  az: 'iki=2 üç=3 dörd=4 beş=5 altı=6 yeddi=7 səkkiz=8 doqquz=9 on=10 iyirmi=20 otuz=30 qırx=40 əlli=50',
  kk: 'екі=2 үш=3 төрт=4 бес=5 алты=6 жеті=7 сегіз=8 тоғыз=9 он=10 жиырма=20 отыз=30 қырық=40 елу=50',
  ky: 'эки=2 үч=3 төрт=4 беш=5 алты=6 жети=7 сегиз=8 тогуз=9 он=10 жыйырма=20 отуз=30 кырк=40 элүү=50',
  uz: "ikki=2 uch=3 to'rt=4 besh=5 olti=6 yetti=7 sakkiz=8 to'qqiz=9 o'n=10 yigirma=20 o'ttiz=30 qirq=40 ellik=50",
  tg: 'ду=2 се=3 чор=4 чаҳор=4 панҷ=5 шаш=6 ҳафт=7 ҳашт=8 даҳ=10 бист=20 сӣ=30',
  ar: 'اثنان=2 اثنين=2 اثنتين=2 ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 سبعة=7 سبع=7 ثمانية=8 ثماني=8 تسعة=9 تسع=9 عشرة=10 عشرون=20 عشرين=20 ثلاثون=30 ثلاثين=30 أربعون=40 أربعين=40 خمسون=50 خمسين=50 ستين=60 سبعين=70 ثمانين=80 تسعين=90 مئة=100 مائة=100 مئتي=200 مليونين=2000000 مليونا=1000000 مليارين=2000000000 ألفين=2000',
  fa: 'دو=2 سه=3 چهار=4 پنج=5 شش=6 هفت=7 هشت=8 ده=10 دوازده=12 بیست=20 سی=30 چهل=40 پنجاه=50 شصت=60 هفتاد=70 هشتاد=80 نود=90 صد=100',
  ur: 'دو=2 تین=3 چار=4 پانچ=5 چھ=6 سات=7 آٹھ=8 دس=10 بیس=20 تیس=30 چالیس=40 پچاس=50',
  hi: 'तीन=3 चार=4 पांच=5 पाँच=5 छह=6 सात=7 आठ=8 दस=10 बारह=12 बीस=20 पच्चीस=25 तीस=30 चालीस=40 पचास=50 साठ=60 सत्तर=70 अस्सी=80 नब्बे=90',
  id: 'dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 delapan=8 sembilan=9 sepuluh=10 sebelas=11 seratus=100',
  ms: 'dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 lapan=8 sembilan=9 sepuluh=10',
};

/** Too common to be read as numbers, except before thousands and more: एक लाख, a million. */
const ONE =
  'one a un une um uma uno ein eine einer один одного одна одну एक ایک یک bir бір бир satu en jeden';
const TWO = 'दो';
let beforeScale: ReadonlyMap<string, number> | null = null;

/** The value of a folded word that stands before a scale word. */
export function numberBeforeScale(word: string, fold: (word: string) => string): number | undefined {
  beforeScale ??= new Map([...ONE.split(' ').map((one): [string, number] => [fold(one), 1]), [fold(TWO), 2]]);
  return beforeScale.get(word);
}

export interface WordNumber {
  readonly value: number;
  readonly end: number;
}

const tables = new Map<string, ReadonlyMap<string, number>>();

/** Values by folded word; the language is guessed as English or Russian from the script where it is not known. */
export function numberWords(
  text: string,
  language: string,
  fold: (word: string) => string,
): ReadonlyMap<string, number> {
  const key = language === '' ? (/\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en') : language;
  let table = tables.get(key);
  if (table === undefined) {
    const entries = (WORDS[key] ?? '').split(' ').filter((entry) => entry !== '');
    table = new Map(entries.map((entry) => [fold(entry.split('=')[0] ?? ''), Number(entry.split('=')[1])]));
    tables.set(key, table);
  }
  return table;
}

const JOINERS = /^(?:and|y|e|et|und|و|va|ve)\s/u;

/** Reads `twenty-five`, `three hundred and ten`, `двадцать пять` from `start`; null where no number word stands there. */
export function readWordNumber(
  text: string,
  start: number,
  words: ReadonlyMap<string, number>,
): WordNumber | null {
  let [value, end, last] = [0, start, Infinity];
  for (let position = start; ;) {
    const word = /^[\p{L}\p{M}']+/u.exec(text.slice(position, position + 24))?.[0] ?? '';
    const read = words.get(word);
    if (read === undefined || read === 0) break;
    // Hundreds multiply; otherwise each word must be smaller than the place left open by the one before.
    if (read === 100 && value > 1 && value < 10) value *= 100;
    else if (value === 0 || (read < 10 && last >= 20 && last % 10 === 0) || (read < 100 && last % 100 === 0))
      value += read;
    else break;
    [last, end] = [read, position + word.length];
    const gap = /^[\s-]/u.test(text.slice(end)) ? 1 : 0;
    if (gap === 0) break;
    position = end + gap + (JOINERS.exec(text.slice(end + gap, end + gap + 5))?.[0].length ?? 0);
  }
  return end > start ? { value, end } : null;
}
