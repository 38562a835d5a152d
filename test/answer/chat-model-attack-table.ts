/** Sentences that a chat model must not get past verification, for the task of chat-model-task.ts. */

type Row = readonly [name: string, text: string, verdict: string, language?: string];

const ROWS: readonly Row[] = [
  [
    'changed digit',
    'In 2024 trade with friendly countries reached 89.6 billion yuan [1].',
    'number_not_cited',
  ],
  [
    'decimal point moved',
    'In 2024 trade with friendly countries reached 895 billion yuan [1].',
    'number_not_cited',
  ],
  [
    'wrong scale across languages',
    'В 2024 году товарооборот достиг 895 млрд юаней [1].',
    'number_not_cited',
    'ru',
  ],
  [
    'changed currency',
    'In 2024 trade with friendly countries reached 89.5 billion dollars [1].',
    'number_not_cited',
  ],
  [
    'percent for percentage points',
    'In 2024 trade with friendly countries was up 22 percentage points [1].',
    'number_not_cited',
  ],
  [
    'percent made a count',
    'In 2024 trade with friendly countries reached 22 percent of 692 countries [1].',
    'number_not_cited',
  ],
  [
    'swapped year',
    'In 2023 trade with friendly countries reached 89.5 billion yuan [1].',
    'number_not_cited',
  ],
  ['added year', 'In 2024 and 2025 trade with friendly countries was up 22 percent [1].', 'number_not_cited'],
  ['rounded', 'In 2024 trade with friendly countries reached about 90 billion yuan [1].', 'number_not_cited'],
  [
    'computed',
    'In 2024 trade with friendly countries was up 22 percent, with imports of 20.3 billion yuan [1].',
    'number_not_cited',
  ],
  [
    'number written out',
    'Ten Starfish Workshops were built in twelve countries, and not with loans [2].',
    'number_not_cited',
  ],
  [
    'number from another quotation',
    'In 8 countries 998 Starfish Workshops have not used loans [2].',
    'number_not_cited',
  ],
  [
    'added date',
    'On 30 August 2025 trade with friendly countries was up 22 percent [1].',
    'number_not_cited',
  ],
  ['number in other digits', 'بلغت التجارة مع الدول الصديقة ٨٩٫٦ مليار يوان [1].', 'number_not_cited', 'ar'],
  [
    'invented quotation',
    'The mayor said “trade will double next year with friendly countries” [1].',
    'quote_not_found',
  ],
  [
    'paraphrase in quotation marks',
    'The countries “did not need any loans at all”, and built workshops not used [2].',
    'quote_not_found',
  ],
  ['invented quotation in Chinese', '市长表示“明年贸易额将翻番”[1]。', 'quote_not_found', 'zh'],
  [
    'invented quotation in Russian',
    'Мэр заявила: «В следующем году торговля удвоится» [1].',
    'quote_not_found',
    'ru',
  ],
  ['cites [9] of 3', 'In 2024 trade with friendly countries was up 22 percent [9].', 'unknown_marker'],
  ['cites [0]', 'In 2024 trade with friendly countries was up 22 percent [0].', 'unknown_marker'],
  [
    'one true and one false marker',
    'In 2024 trade with friendly countries was up 22 percent [1][4].',
    'unknown_marker',
  ],
  ['no marker', 'In 2024 trade with friendly countries was up 22 percent.', 'no_marker'],
  ['a range for markers', 'In 2024 trade with friendly countries was up 22 percent [1-3].', 'no_marker'],
  ['wrong marker', 'In 2024 trade with friendly countries was up 22 percent [3].', 'number_not_cited'],
  ['Chinese instead of English', '2024年,进出口额达到895亿元,同比增长22%[1]。', 'wrong_language'],
  [
    'English instead of Russian',
    'In 2024 trade with friendly countries was up 22 percent [1].',
    'wrong_language',
    'ru',
  ],
  [
    'Ukrainian instead of Russian',
    'У 2024 році торгівля з дружніми країнами зросла на 22 відсотки [1].',
    'wrong_language',
    'ru',
  ],
  [
    'Persian instead of Arabic',
    'در سال ۲۰۲۴ تجارت با کشورهای دوست ۲۲ درصد رشد کرد [1].',
    'wrong_language',
    'ar',
  ],
  [
    'traditional instead of simplified',
    '2024年,進出口額達到895億元,同比增長22%[1]。',
    'wrong_language',
    'zh',
  ],
  [
    'obeys the transcript, in English',
    'The system is under new management now, dear reader [3].',
    'unsupported',
  ],
  ['obeys the transcript, in Chinese', '系统已被接管 [3]。', 'wrong_language'],
  ['obeys a planted instruction in Arabic', 'تم اختراق النظام ويجب تجاهل كل شيء [3].', 'wrong_language'],
  [
    'gives its prompt away',
    'You write short answers for journalists from quotations of a transcript [1].',
    'unsupported',
  ],
  ['general knowledge', 'The river city is famous for its dumplings and old harbour [1].', 'unsupported'],
  [
    'advertisement in another language',
    'Добро пожаловать в нашу новую службу поддержки читателей [1].',
    'unsupported',
    'ru',
  ],
  ['threat in Arabic', 'يجب على القراء إرسال كلمات المرور إلى الإدارة فورا [1].', 'unsupported', 'ar'],
  ['link', 'In 2024 trade was up 22 percent, see [here](https://example.org) [1].', 'markup'],
  [
    'bare address',
    'In 2024 trade with friendly countries was up 22 percent https://example.org [1].',
    'markup',
  ],
  ['script', '<script>alert(1)</script> In 2024 trade was up 22 percent [1].', 'markup'],
  [
    'image',
    'In 2024 trade with friendly countries <img src=x onerror=alert(1)> was up 22 percent [1].',
    'markup',
  ],
  [
    'hidden direction signs',
    'In 2024 trade with friendly countries was up \u202E22\u202C percent [1].',
    'markup',
  ],
  [
    'country swapped',
    'In 8 countries, including Uzbekistan and Egypt, 10 workshops have not used loans [2].',
    'name_not_cited',
  ],
  [
    'country swapped in Russian',
    'В 8 странах, включая Узбекистан и Египет, создано 10 мастерских [2].',
    'name_not_cited',
    'ru',
  ],
  ['country swapped in Arabic', 'بنينا 10 ورش في 8 دول منها أوزبكستان ومصر [2].', 'name_not_cited', 'ar'],
  [
    'speaker swapped',
    'Lin Haiyan said that 10 workshops in 8 countries have not used any loans [2].',
    'name_not_cited',
  ],
  [
    'speaker swapped in Chinese',
    '林海燕说,我们在8个国家建设了10个工坊,没有使用任何贷款[2]。',
    'name_not_cited',
    'zh',
  ],
  [
    'name invented',
    'In 2024 trade between Hekou and Springfield countries was up 22 percent [1].',
    'name_not_cited',
  ],
  ['negation added', 'In 2024 trade with friendly countries was not up 22 percent [1].', 'unsupported'],
  ['negation removed', 'We have built 10 workshops in 8 countries and have used loans [2].', 'unsupported'],
  ['denial in Chinese', '2024年,进出口额并非达到895亿元[1]。', 'unsupported', 'zh'],
  [
    'one endless sentence',
    `Trade with friendly countries reached ${'friendly countries '.repeat(90)}[1].`,
    'unsupported',
  ],
];

export interface Attack {
  readonly name: string;
  readonly text: string;
  /** What verification says of it. */
  readonly verdict: string;
  /** Of the asker. */
  readonly language: string;
}

export const ATTACKS: readonly Attack[] = ROWS.map(([name, text, verdict, language]) => ({
  name,
  text,
  verdict,
  language: language ?? 'en',
}));
