/** Language data: the letters that each language of a shared script writes; for Latin, those beyond a–z. */
import type { SharedScript } from './function-words.ts';

const RUSSIAN = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const ARABIC_BASE = 'ابتثجحخدذرزسشصضطظعغفقلمنهوء';

/** Every letter is lower case; marks that combine are left out. */
export const ALPHABETS: Readonly<Record<SharedScript, Readonly<Record<string, string>>>> = {
  Latin: {
    en: '', es: 'áéíóúüñ', pt: 'áâãàçéêíóôõúü', fr: 'àâæçéèêëîïôœùûüÿ', de: 'äöüß', it: 'àèéìíîòóùú', nl: 'áéëïóöüèê',
    pl: 'ąćęłńóśźż', cs: 'áčďéěíňóřšťúůýž', sk: 'áäčďéíĺľňóôŕšťúýž', hu: 'áéíóöőúüű', ro: 'ăâîșțşţ', tr: 'çğıöşüâîû',
    az: 'çəğıöşü', uz: 'ʻʼ', tk: 'çäžňöşüý', id: '', ms: '',
    vi: 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
    fi: 'äöå', sv: 'åäöé', da: 'æøåé', nb: 'æøåéòô', et: 'äõöüšž', lv: 'āčēģīķļņšūž', lt: 'ąčęėįšųūž', hr: 'čćđšž',
    sl: 'čšž', sq: 'çë', ca: 'àçèéíïòóúü·', sw: '', 'hi-Latn': '', tl: 'ñ',
  },
  Cyrillic: {
    ru: RUSSIAN, uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', be: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
    bg: 'абвгдежзийклмнопрстуфхцчшщъьюя', mk: 'абвгдѓежзѕијклљмнњопрстќуфхцчџш', sr: 'абвгдђежзијклљмнњопрстћуфхцчџш',
    kk: RUSSIAN + 'әғқңөұүһі', ky: RUSSIAN + 'ңөү', tg: 'абвгғдеёжзиӣйкқлмнопрстуӯфхҳцчҷшъыщьэюя', mn: RUSSIAN + 'өү',
    tt: RUSSIAN + 'әөүҗңһ', 'uz-Cyrl': 'абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ',
  },
  Arabic: {
    ar: ARABIC_BASE + 'يكىةأإآؤئ', fa: ARABIC_BASE + 'پچژگکیآأؤئۀ', ur: ARABIC_BASE + 'پچژگکیٹڈڑںےہھئآؤۓأۂ',
    ps: ARABIC_BASE + 'پچژټډړږښګګکڼېۍيیئآ', ug: 'ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيە', ckb: 'ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهھەوۆیێ',
  },
  Devanagari: { hi: '', mr: 'ळ', ne: '' },
}; // prettier-ignore
