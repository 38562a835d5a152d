/** Language data: how transcripts print "question", "answer", "moderator", "journalist" and a salutation. */
import { columns, comparable, endsSentence, isIdeographic } from './text-signs.ts';

export type Cue = 'question' | 'answer' | 'host' | 'journalist';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s*\|\s*/u).map(comparable));

const QUESTION = words(
  `q | question | questions | 追问 | 追問 | 再问 | 网友 | follow-up | follow-up question | nachfrage | zusatzfrage | уточнение | вопрос | вопрос из зала | запитання | питання | пытанне | сұрақ | суроо | савол | 问 | 問 | 提问 | 質問 | 질문 |
  سؤال | السؤال | پرسش | سوال | सवाल | प्रश्न | প্রশ্ন | கேள்வி | ప్రశ్న | soru | sual | savol | pregunta | frage | pergunta | domanda | pytanie | otázka |
  întrebare | kysymys | fråga | vraag | spørgsmål | spørsmål | kérdés | pitanje | vprašanje | câu hỏi | hỏi | pertanyaan | tanya | คำถาม | ถาม |
  ερώτηση | שאלה | հարց | კითხვა | асуулт | swali | tanong | សំណួរ | ຄຳຖາມ | မေးခွန်း | ጥያቄ`,
);
const ANSWER = words(
  `a | answer | reply | response | ответ | отв | відповідь | адказ | жауап | жооп | ҷавоб | 答 | 回答 | 答复 | 답변 | 대답 | جواب | الجواب | إجابة |
  الإجابة | پاسخ | उत्तर | जवाब | উত্তর | பதில் | సమాధానం | cevap | yanıt | cavab | javob | respuesta | antwort | réponse | resposta | risposta |
  odpowiedź | odpověď | odpoveď | răspuns | vastaus | svar | antwoord | válasz | odgovor | câu trả lời | trả lời | đáp | jawaban | jawab | คำตอบ |
  ตอบ | απάντηση | תשובה | պատասխան | პასუხი | хариулт | jibu | sagot | ចម្លើយ | ຄຳຕອບ | အဖြေ | መልስ`,
);
/** Who asks from the room, printed as the whole label. */
const ROOM = words(
  `press | the press | media | journalists | reporters | audience | audience member | unidentified reporter | question from the floor | реплика | голос из зала | из зала |
  публика | público | public | salle | la salle | publikum | sala | sesli soru | 现场 | 网友提问 | 会場`,
);
/** Initials that mean question and answer only where both of a pair label lines of one text. */
const INITIALS: readonly (readonly [string, string])[] = [
  ['q', 'a'], ['в', 'о'], ['з', 'в'], ['п', 'в'], ['с', 'ж'], ['س', 'ج'], ['س', 'پ'], ['s', 'c'], ['s', 'y'], ['p', 'r'], ['q', 'r'], ['d', 'r'],
  ['f', 'a'], ['v', 'a'], ['p', 'o'], ['h', 'đ'], ['t', 'j'], ['k', 'v'], ['प्र', 'उ'], ['문', '답'], ['ถ', 'ต'], ['ε', 'α'], ['ש', 'ת'],
].map(([q = '', a = '']) => [q, a] as const); // prettier-ignore
const HOST = words(
  `moderator | the moderator | host | facilitator | presiding officer | mc |
  ведущий | ведущая | модератор | председательствующий | председательствующая | ведучий | ведуча | вядучы | жүргізуші | алып баруучу | 主持人 | 主持 | 司会 |
  司会者 | 진행자 | 사회자 | 사회 | مدير الجلسة | مديرة الجلسة | منسق | المنسق | المذيع | مجری | گرداننده | संचालक | मॉडरेटर | सूत्रधार | sunucu | moderatör | aparıcı |
  boshlovchi | moderador | moderadora | presentador | presentadora | modérateur | modératrice | animateur | animatrice | moderatorin | gesprächsleitung | moderation | animation | moderazione | moderación | moderação |
  moderatore | moderatrice | conduttore | conduttrice | prowadzący | prowadząca | moderátor | moderátorka | moderatorul | người dẫn chương trình |
  người điều phối | pembawa acara | พิธีกร | ผู้ดำเนินรายการ | συντονιστής | συντονίστρια | מנחה | juontaja | voditelj | хөтлөгч | msimamizi`,
);
const JOURNALIST = words(
  `journalist | reporter | correspondent | корр | кор | pv | interviewer | interlocutor | interlocutora | interviewerin | intervieweur | entrevistador | entrevistadora | intervistatore | интервьюер | röportajcı | 采访者 | 採訪者 | 聞き手 | インタビュアー | журналист | журналистка | корреспондент | журналіст | кореспондент | карэспандэнт | тілші | журналисті | кабарчы |
  gazeteci | muhabir | muhabiri | gazetecisi | jurnalist | müxbir | muxbir | صحفي | صحافي | صحفية | مراسل | مراسلة | الصحفي | خبرنگار | पत्रकार | संवाददाता | রিপোর্টার | সাংবাদিক |
  நிருபர் | periodista | corresponsal | reportero | reportera | journaliste | correspondant | correspondante | journalistin | reporterin | korrespondent |
  korrespondentin | jornalista | repórter | giornalista | cronista | dziennikarz | dziennikarka | novinář | novinářka | ziarist | toimittaja | verslaggever |
  újságíró | novinar | nhà báo | phóng viên | wartawan | jurnalis | นักข่าว | ผู้สื่อข่าว | δημοσιογράφος | עיתונאי | עיתונאית | сэтгүүлч | mwandishi`,
);
const IDEOGRAPHIC_JOURNALIST = /^(?<outlet>.*?)(?<word>记者|記者|기자)(?<after>.{0,6})$/u;
const HANGUL = /\p{Script=Hangul}/u;
const ARTICLE = /^(?:the|le|la|les|el|il|lo|der|die|das|den|o|os|as|een|de|het|a|an)$/iu;
const HOST_STEM =
  /moderat|modérat|moderier|модер|ведущ|веду[чщ]|вёл\s|вела\s|主持|司会|진행|사회자|사회를|жүргіз|yönet(?:ti|en|ic)|संचालन|أدار|يدير|تدير|گرداند|مجری|moderow|prowadzi|animé|animée|conduzid|condott|dẫn chương trình|chaired|hosted by|presided/iu; // prettier-ignore
const SALUTATION = words(
  `ladies | gentlemen | colleagues | friends | excellencies | distinguished | dear | honourable | honorable | everyone | дамы | господа | уважаемые | уважаемый |
  уважаемая | дорогие | друзья | коллеги | товарищи | шановні | пані | панове | колеги | дорогі | құрметті | ханымдар | мырзалар | әріптестер | достар | урматтуу |
  السيدات | السادة | سيداتي | سادتي | الزملاء | الأصدقاء | أيها | أيتها | خانمها | آقایان | دوستان | همکاران | देवियो | देवियों | सज्जनो | सज्जनों | मित्रो | मित्रों | साथियो | साथियों |
  bayanlar | baylar | hanımefendiler | beyefendiler | sayın | değerli | arkadaşlar | hörmətli | xanımlar | cənablar | señoras | señores | señorías | estimados | estimadas | queridos | queridas | amigos |
  amigas | colegas | mesdames | messieurs | chers | chères | damen | herren | geehrte | geehrten | verehrte | liebe | kolleginnen | kollegen | freunde | senhoras | senhores | caros |
  caras | prezados | signore | signori | gentili | cari | care | colleghi | szanowni | państwo | drodzy | koledzy | vážení | vážené | dámy | pánové | doamnelor | domnilor | stimați |
  hyvät | mina damer | dames | heren | geachte | beste | hölgyeim | uraim | kính thưa | thưa | hadirin | bapak-bapak | ibu-ibu | saudara-saudara | κυρίες | κύριοι | αγαπητοί`,
);
const IDEOGRAPHIC_SALUTATION =
  /各位|女士|先生们|先生們|朋友们|朋友們|同志们|同志們|同事们|嘉宾们|尊敬的|亲爱的|親愛的|皆様|皆さま|皆さん|諸君|여러분|존경하는|ท่าน/u;

export function isSalutation(text: string): boolean {
  if (IDEOGRAPHIC_SALUTATION.test(text)) return true;
  return comparable(text)
    .split(/[^\p{L}\p{M}\p{N}-]+/u)
    .some((word) => SALUTATION.has(word));
}

/** True where a sentence speaks of moderating; whom it means is for the caller to decide. */
export function hostMentions(text: string): readonly number[] {
  return [...text.matchAll(new RegExp(HOST_STEM.source, 'giu'))].map((match) => match.index);
}

export interface CueReading {
  readonly cue: Cue;
  /** The word that gave the cue, as printed. */
  readonly word: string;
  /** What the label says besides the cue word, as printed: an outlet or a name; may be ''. */
  readonly rest: string;
}

/** Reads "Question 3", "Корреспондент ТАСС", "新华社记者", "Moderator Ann Lee"; null in a plain name. */
export function readCue(label: string): CueReading | null {
  const whole = comparable(label);
  if (ROOM.has(whole)) return { cue: 'question', word: label.trim(), rest: '' };
  const plain = withoutNumber(whole);
  for (const [cue, set] of [
    ['question', QUESTION],
    ['answer', ANSWER],
    ['host', HOST],
    ['journalist', JOURNALIST],
  ] as const) {
    if (set.has(whole)) return { cue, word: label.trim(), rest: '' };
    if (set.has(plain)) return { cue, word: withoutNumber(label.trim()), rest: '' };
  }
  return isIdeographic(label) || HANGUL.test(label) ? readIdeographicCue(label) : readCueWord(label);
}

/** "Question 3", "Journalist no. 2", 記者A: numbered speakers are of one kind. */
function withoutNumber(label: string): string {
  return label
    .replace(/\s*(?:no\.?|nr\.?|№|#)?\s*(?:\p{N}+|[一二三四五六七八九十]+)$/u, '')
    .replace(/(?<=[\u3400-\u9FFF])[a-zＡ-Ｚ甲乙丙丁]$/iu, '');
}

function readIdeographicCue(label: string): CueReading | null {
  const host =
    /^(?:主持人|司会者?|진행자|사회자)[\s·:：]*(?<rest>.{1,12})$/u.exec(label) ??
    /^(?<rest>.{1,12}?)[\s(（]*(?:主持人|司会)[)）]?$/u.exec(label);
  if (host !== null)
    return {
      cue: 'host',
      word: label.includes('司会') ? '司会' : '主持人',
      rest: (host.groups?.['rest'] ?? '').trim(),
    };
  const journalist = IDEOGRAPHIC_JOURNALIST.exec(withoutNumber(label))?.groups;
  if (journalist === undefined) return null;
  if (isSalutation(label)) return null;
  const after = (journalist['after'] ?? '').replace(/^(?:提问|提問|问|問)$/u, '');
  const rest = `${journalist['outlet'] ?? ''}${after === '' ? '' : ` ${after}`}`.trim();
  return /[问問答会會招待]/u.test(rest) ? null : { cue: 'journalist', word: journalist['word'] ?? '', rest };
}

/** A cue word at either end of a label of at most eight words. */
function readCueWord(label: string): CueReading | null {
  const parts = label.trim().split(/\s+/u);
  if (parts.length < 2 || parts.length > 8) return null;
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  for (const [cue, set] of [
    ['journalist', JOURNALIST],
    ['host', HOST],
    ['question', QUESTION],
  ] as const) {
    if (set.has(comparable(first)) && comparable(first).length > 1)
      return { cue, word: first, rest: withoutLink(parts.slice(1).join(' ')) };
    if (cue !== 'question' && set.has(comparable(last)))
      return { cue, word: last, rest: withoutLink(parts.slice(0, -1).join(' ')) };
  }
  return null;
}

/** "from Al Jazeera" → "Al Jazeera": a lower-case link word before the outlet is not part of its name. */
function withoutLink(rest: string): string {
  return ARTICLE.test(rest)
    ? ''
    : rest.replace(
        /^(?:from|of|de la|de|del|du|des|da|do|von|der|vom|di|από|από το|от|van|uit|à|–|—|-|,|:)\s+/u,
        '',
      );
}

/** Initials ("В.", "О.") that pair up among the labels of one text, each with its meaning. */
export function pairedInitials(keys: ReadonlySet<string>): ReadonlyMap<string, Cue> {
  const paired = new Map<string, Cue>();
  for (const [question, answer] of INITIALS) {
    if (!keys.has(question) || !keys.has(answer)) continue;
    if (!paired.has(question)) paired.set(question, 'question');
    if (!paired.has(answer)) paired.set(answer, 'answer');
  }
  return paired;
}

/** In columns of a page. */
const SHORTEST_SPEECH = 26;
const THANKS =
  /thank|спасибо|благодар|дяку|дзяку|рақмет|рахмат|谢谢|謝謝|感谢|感謝|再见|ありがとう|감사|고맙|شكر|سپاس|متشکر|धन्यवाद|शुक्रिया|teşekkür|təşəkkür|rahmat|gracias|gràcies|merci|danke|dank|grazie|obrigad|dzięku|děku|ďaku|mulțum|tack|takk|tak\b|kiitos|bedankt|köszön|hvala|cảm ơn|terima kasih|ขอบคุณ|ευχαριστ|תודה|asante|баярлалаа|hasta (?:mañana|luego)|goodbye|good night|до встречи|до свидания/iu;

/** Opening words that only greet, or that call for questions. */
export function onlyOpens(text: string): boolean {
  if (columns(text) < SHORTEST_SPEECH) return true;
  const invites = text
    .split(/[^\p{L}\p{M}]+/u)
    .some((part) => part.length > 2 && hasStem(QUESTION_STEMS, comparable(part)));
  return invites || /提问|提問|質問|질문|أسئل/u.test(text);
}

/** Words of thanks or farewell. */
export function givesThanks(text: string): boolean {
  return THANKS.test(text);
}

/** A line between turns that announces the questions, such as "Questions and answers" or 答记者问. */
export function announcesQuestions(line: string): boolean {
  if (line.length > 80 || endsSentence(line) || /[:：]$/u.test(line)) return false;
  const text = comparable(line);
  if (text.length > (isIdeographic(text) ? 16 : 60) || /[,,、:：]/u.test(text)) return false;
  if (
    /(?:答|问|問|提问|質疑).*(?:记者|記者)|(?:记者|記者).*(?:问|問|答)|问答|問答|質疑応答|질의응답|q\s*&\s*a/u.test(
      text,
    )
  )
    return true;
  const parts = text.split(/[^\p{L}\p{M}]+/u).filter((part) => part.length > 2);
  if (parts.length > 8 || !parts.some((part) => hasStem(QUESTION_STEMS, part))) return false;
  return parts.some((part) => hasStem(ANSWER_STEMS, part));
}

/** Words by their beginnings, as plurals and cases differ in their endings only. */
function stemsOf(...sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly string[]> {
  const stems = new Map<string, string[]>();
  for (const word of sets.flatMap((set) => [...set]).filter((one) => one.length > 2 && !one.includes(' '))) {
    const stem = word.slice(0, Math.max(4, word.length - 2));
    const known = stems.get(stem.slice(0, 3));
    if (known === undefined) stems.set(stem.slice(0, 3), [stem]);
    else known.push(stem);
  }
  return stems;
}

const QUESTION_STEMS = stemsOf(QUESTION);
const ANSWER_STEMS = stemsOf(ANSWER, JOURNALIST);

function hasStem(stems: ReadonlyMap<string, readonly string[]>, part: string): boolean {
  return (stems.get(part.slice(0, 3)) ?? []).some(
    (stem) => part.startsWith(stem) && part.length <= stem.length + 6,
  );
}
