/** Language data: words that point back in a conversation, and words that ask who said something. Not complete: a missing word costs one hint. */

interface FollowUpWords {
  /** Open a question that goes on from the last one: “and”, “а”, 那. */
  readonly openers: string;
  /** Stand for what was named before: “it”, “них”, 这. */
  readonly pointers: string;
  /** “who”. */
  readonly who: string;
  /** Beginnings of words for saying, giving, announcing. */
  readonly say: string;
  /** What is pointed to as said: “that figure”. */
  readonly said: string;
}

const WORDS: Readonly<Record<string, FollowUpWords>> = {
  en: {
    openers: 'and but so then or also',
    pointers:
      'it its they them their theirs he him his she her hers this that these those there one ones such same else',
    who: 'who whom whose',
    say: 'say said says saying tell told gave give given announc claim stat mention quot report',
    said: 'figure figures number numbers words quote statement data',
  },
  ru: {
    openers: 'а и но или ну так значит',
    pointers:
      'он она оно они его её ее их ему ей им ним него неё нее них ними нём нем этот эта это эти этого этой этом этих этим этому тот та те того там тут туда такой такие',
    who: 'кто кем кому чьи чья чьё чей',
    say: 'сказа говор сообщ назва объяв заяв приве озвуч рассказа',
    said: 'цифру цифра цифры число слова данные фразу',
  },
  uk: {
    openers: 'а і й та але або',
    pointers: 'він вона воно вони його її їх йому їй ним ній них це цей ця ці цього цієї там тут той та ті',
    who: 'хто ким',
    say: 'сказа говор повідом назва оголо заяв',
    said: 'цифру число слова дані',
  },
  kk: {
    openers: 'ал және ше',
    pointers: 'ол оның оны оған онда одан олар олардың оларға оларды оларда бұл бұны мұны осы соны сол сонда',
    who: 'кім кімдер',
    say: 'айт деді хабарла мәлімде жарияла',
    said: 'сан санды сөз деректі',
  },
  zh: {
    openers: '那 那么 那麼 还有 還有 又 而 再',
    pointers: '它 它们 他 她 他们 她们 这 這 这些 這些 这个 這個 那个 那個 那里 其 其中 此 该 該 那边',
    who: '谁 誰 哪位',
    say: '说 說 讲 講 公布 表示 宣布 介绍 介紹 提到 透露',
    said: '话 話 数 數 数字 數字 数据 數據 句',
  },
  ja: {
    openers: 'では じゃあ それで また',
    pointers: 'それ その そこ これ この ここ 彼 彼ら 彼女',
    who: '誰 だれ どなた',
    say: '言 話 述べ 発表 語',
    said: '数字 言葉 話',
  },
  ar: {
    openers: 'و وماذا ماذا وما ومن وكم وأين وهل وبكم لكن ثم',
    pointers:
      'هو هي هم هذا هذه ذلك تلك هؤلاء منه منها فيه فيها به بها له لها عنه عنها عليه عليها هناك لديها لديه منهم فيهم',
    who: 'من',
    say: 'قال قالت ذكر أعلن صرح صرّح تحدث ورد',
    said: 'الرقم الكلام القول الجملة العدد',
  },
  fa: {
    openers: 'و پس اما',
    pointers: 'آن این آنها اینها او آن‌ها ایشان آنجا همان',
    who: 'کی کسی که',
    say: 'گفت گفته اعلام بیان',
    said: 'رقم عدد حرف سخن آمار',
  },
  ur: {
    openers: 'اور تو پھر',
    pointers: 'یہ وہ اس ان اسے انہیں اسی وہاں',
    who: 'کس کون',
    say: 'کہا بتایا بولا اعلان',
    said: 'بات عدد رقم',
  },
  hi: {
    openers: 'और तो फिर लेकिन',
    pointers: 'यह वह ये वे इस उस इन उन इसे उसे इसका उसका इसकी उसकी इसके उसके इनमें उनमें उन्हें इन्हें वहाँ वहां',
    who: 'किसने कौन',
    say: 'कहा बताया बोला घोषण',
    said: 'बात आंकड़ा आँकड़ा संख्या',
  },
  tr: {
    openers: 've peki ya ayrıca bir',
    pointers:
      'o bu şu onu bunu şunu onun bunun ona buna orada burada onlar bunlar onların bunların onları ondan bundan ortak',
    who: 'kim kimler',
    say: 'söyle anlat açıkla de dedi belirt duyur',
    said: 'rakamı sayıyı sözü bilgiyi',
  },
  uz: {
    openers: 'va xo‘sh ammo',
    pointers: 'u bu shu uni buni uning buning unda unga ular ularning',
    who: 'kim kimlar',
    say: 'ayt dedi ma’lum e’lon',
    said: 'raqamni sonni gapni',
  },
  ky: {
    openers: 'ал жана',
    pointers: 'ал аны анын ага анда бул муну мунун ошол ошону алар алардын',
    who: 'ким кимдер',
    say: 'айт деди билдир жарыяла',
    said: 'санды сөздү',
  },
  tg: {
    openers: 'ва аммо пас',
    pointers: 'он ин онҳо инҳо ӯ онро инро вай',
    who: 'кӣ',
    say: 'гуфт эълон хабар',
    said: 'рақамро сухан',
  },
  es: {
    openers: 'y pero entonces o',
    pointers:
      'él ella ellos ellas eso esto ese esa este esta esos esas estos estas aquello allí ahí lo la los las le les',
    who: 'quién quiénes',
    say: 'dijo dicho dice dio anunci declar mencion',
    said: 'cifra dato eso número',
  },
  fr: {
    openers: 'et mais alors ou',
    pointers: 'il elle ils elles ce cela ça celui celle ceux cette cet ces y en là lui leur',
    who: 'qui',
    say: 'dit donné annonc déclar mention',
    said: 'chiffre cela ça phrase nombre',
  },
  de: {
    openers: 'und aber also oder',
    pointers: 'er sie es ihn ihm ihr ihnen das dies diese dieser dieses diesem davon dort damit dazu darin',
    who: 'wer',
    say: 'sagt gesagt nannt genannt erklär',
    said: 'zahl das satz',
  },
  id: {
    openers: 'dan lalu tapi terus',
    pointers: 'itu ini dia mereka nya tersebut sana situ',
    who: 'siapa',
    say: 'kata bilang ucap sebut umum sampai',
    said: 'angka kalimat data',
  },
  vi: {
    openers: 'còn và thế vậy',
    pointers: 'đó này ấy nó họ kia',
    who: 'ai',
    say: 'nói công phát',
    said: 'con số câu',
  },
};

type Kind = keyof FollowUpWords;

const sets = new Map<string, ReadonlySet<string>>();

/** Words of one kind in the primary language of `tag`, lower case; empty where there are none. */
export function followUpWords(tag: string, kind: Kind): ReadonlySet<string> {
  const language = tag.split('-')[0] ?? '';
  const key = `${language} ${kind}`;
  const known = sets.get(key) ?? new Set((WORDS[language]?.[kind] ?? '').split(/\s+/u).filter(Boolean));
  sets.set(key, known);
  return known;
}
