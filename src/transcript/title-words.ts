/** Language data: the words by which texts print offices ("minister") and bodies ("ministry"), and how to part them. */
import { comparable, isIdeographic, startsWithCapital } from './text-signs.ts';

export interface Post {
  readonly role: string;
  readonly organisation: string | null;
}

const TITLE_STEM = new RegExp(
  `^(?:${[
    'minister|ministr|president|presiden|vice|deputy|acting|first|prime|director|head|chief|secretary|chair|spokes|ambassador|governor|mayor|commissioner|chancellor',
    'professor|doctor|rector|dean|manager|officer|adviser|advisor|representative|coordinator|founder|general|senator|premier|envoy|counsel|economist|scientist|analyst|expert|editor|inspector|superintendent|captain|colonel|commander|leader|member',
    'министр|президент|вице|заместител|замминистр|зампред|первый|первая|директор|замдиректор|глава|главы|руководител|начальник|секретар|председател|пресс-секретар|официальн|представител|посол|губернатор|мэр|комиссар|канцлер|профессор|ректор|премьер|генеральн|главн|эксперт|академик|координатор|мэра|міністр|речник|голова|заступник|керівник',
    'вице-премьер|төраға|директор|басшы|министрі|әкім|орынбасар|төрағасы|хатшы|өкіл|мэри|ректоры|министри|акими',
    'bakan|başkan|müdür|sözcü|cumhurbaşkan|büyükelçi|vali|rektör|genel|yardımcı|danışman|nazir|hokim|vazir|direktor',
    'ministr|president|presidente|directora?$|alcald|gobernador|portavoz|secretari|embajador|jef[ea]|vocer|consejer|viceministr|subdirector|ministra|rector|coordinador',
    'ministre|président|directeur|directrice|maire|préfet|porte-parole|secrétaire|ambassadeur|ambassadrice|chef|recteur|gouverneur|adjoint',
    'minister|präsident|direktor|leiter|bürgermeister|oberbürgermeister|sprecher|pressesprecher|staatssekretär|botschafter|kanzler|vorstand|vorsitz|referent|geschäftsführer|professor',
    'prefeit|governador|porta-voz|secretári|diretor|chefe|sindac|portavoce|direttor|direttrice|presid|segretari|capo|assessor|rzeczni|dyrektor|prezes|prezydent|sekretarz|burmistrz|kierowni|naczelni|mluvčí|ředitel|starost|primátor|předsed|hovorc|primar|purtător|direktör',
    'menteri|gubernur|direktur|kepala|juru|ketua|wakil|wali|bộ|thứ|giám|chủ|phó|người|trưởng',
    'وزير|وزيرة|رئيس|رئيسة|نائب|مدير|مديرة|المتحدث|الناطق|سفير|محافظ|عمدة|أمين|الأمين|مستشار|وكيل|ممثل|مندوب|عضو',
    'وزیر|رئیس|معاون|مدیر|سخنگو|سفیر|استاندار|شهردار|دبیر|فرماندار|مشاور|نماینده',
    'मंत्री|निदेशक|प्रवक्ता|राष्ट्रपति|प्रधानमंत्री|अध्यक्ष|सचिव|आयुक्त|महापौर|राज्यपाल|राजदूत|उप|मुख्यमंत्री|महानिदेशक|প্রধান|মন্ত্রী|পরিচালক|সচিব',
    'υπουργ|πρόεδρ|διευθυντ|δήμαρχ|εκπρόσωπ|γραμματέ|שר|ראש|מנכ|דובר|נשיא|יו',
  ].join('|')})`,
  'iu',
);
/** Titles that end a phrase although they are written together with a field: "Gesundheitsministerin". */
const TITLE_ENDING =
  /(?:minister(?:in)?|präsident(?:in)?|direktor(?:in)?|sprecher(?:in)?|meister(?:in)?|leiter(?:in)?|sekretär(?:in)?|장관|차관|시장|국장|청장|대변인|위원장|총리|대통령|사장|원장|처장|과장|지사|대사|교수|실장|본부장|회장|소장)$/iu;
/** Never inside a role: a small word that a title may be joined with is no title. */
const INSTITUTION =
  /minist(?:ry|ère|erio|ério|ero|erium)|министерств|agency|agence|agencia|agenzia|агентств|department|département|departament|департамент|commission|comisi|комисси|commissio|institut|институт|universit|университет|universid|bank|банк|council|совет|conseil|consejo|bureau|бюро|office|офис|company|компани|corporation|корпораци|centre|center|центр|committee|комитет|comit|association|ассоциаци|organi[sz]ation|организаци|fund|фонд|foundation|academy|академи|hospital|authority|служб|управлени|ведомств|federation|союз|union|board|группа|group|institute|behörde|amt\b|verband|gesellschaft|stadt|bakanlığı|başkanlığı|müdürlüğü|kurumu|وزارة|هيئة|جامعة|معهد|مركز|وكالة|مؤسسة|وزارت|سازمان|دانشگاه|मंत्रालय|विभाग|आयोग|संस्थान|विश्वविद्यालय|министрлігі|агенттігі|комитеті/iu;
/** Media say so in their names, in every language in nearly the same words. */
const MEDIA =
  /news|times|post|daily|herald|tribune|gazett|radio|tv\b|\btele|televi|press|agency|agence|agencia|agentur|journal|media|channel|magazin|chronicle|observer|zeitung|rundfunk|новост|агентств|газет|радио|телекан|телевид|правда|известия|ведомост|ақпарат|хабар|haber|gazete|ajans|وكالة|قناة|صحيفة|إذاعة|تلفزيون|جريدة|خبرگزاری|روزنامه|समाचार|टीवी|दैनिक|[报報社台网網]$|集团|集團|日报|日報|通讯|通信|電視|电视|新闻|新聞|广播|放送|방송|신문|일보|통신|뉴스/iu;

/** Chinese and Japanese offices: an ending that names the office, with what grades it before. */
const GRADE =
  '(?:原|前|时任|时任|代理|常务|第一|第二|执行|首席|高级|联席|名誉|荣誉|副|总|助理|特别|专职|党组|党委|外交|新闻|官房)*';
const OFFICE =
  '(?:秘书长|秘書長|理事长|理事長|董事长|参谋长|委员长|委員長|事務局長|人民政府市长|总工程师|工程师|总编辑|总经理|经理|总监|总裁|总裁|総裁|主任委员|主任|书记|常委|委员|委員|主席|总理|總理|总统|總統|首相|大臣|长官|長官|知事|发言人|發言人|报道官|報道官|报导官|主持人|大使|公使|参赞|特使|代表|负责人|教授|研究员|研究員|专家|干事|司令员|政委|议员|議員|审议官|審議官|顾问|院士|领事|[市部局省州县區区镇乡村司厅處处科课課署院校所会會社行馆館台团團站队隊室组組股长][长長])';
const OFFICE_END = new RegExp(`(?<role>${GRADE}${OFFICE})$`, 'u');
const OFFICE_THEN_NAME = new RegExp(`^(?<post>.{0,30}?${OFFICE})(?<name>[\\u3400-\\u9FFF·]{2,4})$`, 'u');
const OFFICE_AFTER_NAME = new RegExp(`^(?<name>[\\u3400-\\u9FFF·]{1,4}?)(?<role>${GRADE}${OFFICE})$`, 'u');
const TERRITORY = /(?<unit>[市省州县縣区區镇乡村])[长長]$/u;

export function isTitleWord(word: string): boolean {
  return TITLE_STEM.test(comparable(word)) || TITLE_ENDING.test(word);
}

export function namesInstitution(text: string): boolean {
  return INSTITUTION.test(text);
}

export function namesMedia(text: string): boolean {
  return MEDIA.test(text) || /^(?:(?:Al|El|Le|La|Les|The|Der|Die|Das|Il)\s|\p{Lu}{2,6}$)/u.test(text);
}

/** Splits a Chinese or Japanese label that carries its office: 外交部发言人林某, 李某局长. */
export function splitOfficeLabel(label: string): { readonly name: string; readonly post: string } | null {
  const before = OFFICE_THEN_NAME.exec(label)?.groups;
  if (before !== undefined) return { name: before['name'] ?? label, post: before['post'] ?? '' };
  const after = OFFICE_AFTER_NAME.exec(label)?.groups;
  return after === undefined ? null : { name: after['name'] ?? label, post: after['role'] ?? '' };
}

/**
 * Parts 天津市发展改革委主任 into body and office. Of several posts joined by 、 the role is all of them as
 * printed; the body is that of the first post that names one, or the territory that a mayor or governor governs.
 */
export function readIdeographicPost(phrase: string): Post | null {
  const pieces = phrase.split('、');
  let from = pieces.length;
  while (from > 0 && OFFICE_END.test(pieces[from - 1] ?? '')) from -= 1;
  const posts = pieces.slice(from).map((piece) => {
    const role = OFFICE_END.exec(piece)?.groups?.['role'] ?? '';
    return { role, body: piece.slice(0, piece.length - role.length) };
  });
  const first = posts[0];
  if (first === undefined) return null;
  const role = posts.length === 1 ? first.role : pieces.slice(from).join('、');
  const body = governedTerritory(posts) ?? posts.find((post) => post.body !== '')?.body ?? null;
  return { role, organisation: body };
}

/** A bare 常务副市长 after 天津市委常委 governs 天津市: the body named before, up to the unit in the title. */
function governedTerritory(
  posts: readonly { readonly role: string; readonly body: string }[],
): string | null {
  for (const post of posts) {
    const unit = post.body === '' ? TERRITORY.exec(post.role)?.groups?.['unit'] : undefined;
    if (unit === undefined) continue;
    const owner = posts.find((other) => other.body.includes(unit));
    if (owner !== undefined) return owner.body.slice(0, owner.body.indexOf(unit) + 1);
  }
  return null;
}

/**
 * Parts a post in a script with spaces: "Director of the Harbour Agency" → Director + Harbour Agency. The body is what
 * follows a comma, or a capitalised rest that names an institution; a field ("Minister of Health") stays in the role.
 */
export function readPost(phrase: string): Post | null {
  const text = phrase.trim().replace(/[\s,،;:–—-]+$/u, '');
  if (text === '' || text.length > 160) return null;
  if (isIdeographic(text) && !/\s/u.test(text)) return readIdeographicPost(text);
  const parts = text.split(/\s+/u);
  const titleAt = parts.findIndex((part) => isTitleWord(part));
  if (titleAt < 0) return null;
  const comma = /^(?<role>[^,،]+)[,،]\s*(?<body>.+)$/u.exec(text)?.groups;
  if (comma !== undefined && namesInstitution(comma['body'] ?? ''))
    return { role: comma['role'] ?? text, organisation: comma['body'] ?? null };
  return splitAtLink(text) ?? splitAtCapital(parts, titleAt) ?? { role: text, organisation: null };
}

const LINK =
  /\s(?:of the|of|at the|at|for the|for|with|de la|de l’|de l'|du|des|del|de|della|dell'|dell’|di|da|do|der|des|vom|von|beim|bei der)\s?(?:the\s)?/giu;

function splitAtLink(text: string): Post | null {
  const links = [...text.matchAll(LINK)];
  const whole = links.find((link) => {
    const rest = text.slice(link.index + link[0].length);
    return (
      startsWithCapital(rest) &&
      namesInstitution(rest) &&
      isTitleWord(text.slice(0, link.index).split(' ')[0] ?? '')
    );
  });
  const link = whole ?? (links.length > 1 ? links.at(-1) : undefined);
  if (link === undefined) return null;
  const rest = text.slice(link.index + link[0].length);
  return startsWithCapital(rest) ? { role: text.slice(0, link.index), organisation: rest } : null;
}

/** Languages without a link word: the body begins at a capital after the title («директор Института рек»). */
function splitAtCapital(parts: readonly string[], titleAt: number): Post | null {
  const capital = parts.findIndex(
    (part, at) => at > titleAt && startsWithCapital(part) && !isTitleWord(part),
  );
  const rest = capital < 0 ? '' : parts.slice(capital).join(' ');
  if (capital < 0 || !namesInstitution(rest)) return null;
  return { role: parts.slice(0, capital).join(' '), organisation: rest };
}
