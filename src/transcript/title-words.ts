/** Language data: the words by which texts print offices ("minister"), bodies ("ministry"), media and forms of address. */
import { comparable } from './text-signs.ts';

const TITLE_STEM = new RegExp(
  `^(?:${[
    'minister|ministr|president|presiden|vice-|viceroy|deputy|prime|director|head(?!ed|ing|s)|master|chief|secretary|chair(?!ed|ing|s)|spokes|ambassador|governor|mayor|commissioner|chancellor',
    'professor|doctor|rector|dean|manager|officer|adviser|advisor|representative|coordinator|founder|senator|councillor|councilor|councilman|councilwoman|congress|alderman|justice|judge|bishop|warden|curator|keeper|engineer|harbourmaster|premier|envoy|counsel|economist|scientist|analyst|expert|editor|inspector|superintendent|captain|colonel|commander|leader|member',
    'министр|президент|вице-|заместител|замминистр|зампред|директор|замдиректор|глава|главы|руководител|начальник|секретар|председател|пресс-секретар|представител|хранител|инженер|посол|губернатор|мэр|комиссар|канцлер|профессор|ректор|премьер|эксперт|академик|координатор|мэра|міністр|речник|голова|заступник|керівник',
    'вице-премьер|төраға|директор|басшы|министрі|әкім|орынбасар|төрағасы|хатшы|өкіл|мэри|ректоры|министри|акими',
    'bakan|başkan|müdür|sözcü|cumhurbaşkan|büyükelçi|vali|rektör|yardımcı|danışman|nazir|hokim|vazir|direktor',
    'ministr|president|presidente|directora?$|alcald|intendent|comisari|gobernador|portavoz|secretari|embajador|jef[ea]|vocer|consejer|viceministr|subdirector|ministra|rector|coordinador',
    'ministre|président|directeur|directrice|maire|préf|porte-parole|secrétaire|ambassadeur|ambassadrice|chef|recteur|gouverneur|adjoint',
    'minister|präsident|direktor|leiter|bürgermeister|oberbürgermeister|sprecher|pressesprecher|staatssekretär|botschafter|kanzler|vorstand|vorsitz|referent|geschäftsführer|professor',
    'prefeit|governador|porta-voz|secretári|diretor|chefe|sindac|portavoce|direttor|direttrice|presid|segretari|capo|assessor|rzeczni|dyrektor|prezes|prezydent|sekretarz|burmistrz|kierowni|naczelni|mluvčí|ředitel|starost|primátor|předsed|hovorc|primar|purtător|direktör|burgemeester|woordvoerder|borgmester|statsråd|landshövding|kansliapäällikkö',
    'menteri|gubernur|direktur|kepala|ketua|wali|giám$|bộ$|chủ$|trưởng$|phó$',
    'وزير|وزيرة|رئيس|رئيسة|نائب|مدير|مديرة|المتحدث|الناطق|سفير|محافظ|عمدة|أمين|الأمين|مستشار|وكيل|ممثل|مندوب|عضو',
    'وزیر|رئیس|معاون|مدیر|سخنگو|سفیر|استاندار|شهردار|دبیر|فرماندار|مشاور|نماینده',
    'मंत्री|निदेशक|प्रवक्ता|राष्ट्रपति|प्रधानमंत्री|अध्यक्ष|सचिव|आयुक्त|महापौर|राज्यपाल|राजदूत|उपमंत्री|मुख्यमंत्री|महानिदेशक|প্রধান|মন্ত্রী|পরিচালক|সচিব',
    'υπουργ|πρόεδρ|διευθυντ|δήμαρχ|εκπρόσωπ|γραμματέ|שר$|שרת$|ראש$|מנכ|דובר|נשיא|יו״ר',
  ].join('|')})`,
  'iu',
);
/** Titles that end a phrase although they are written together with a field: "Gesundheitsministerin". */
const TITLE_ENDING =
  /(?:minister(?:in)?|präsident(?:in)?|direktor(?:in)?|sprecher(?:in)?|meister(?:in)?|leiter(?:in)?|sekretär(?:in)?|장관|차관|시장|국장|청장|대변인|위원장|총리|대통령|사장|원장|처장|과장|지사|대사|교수|실장|본부장|회장|소장)$/iu;
/** Words that grade a title and belong to it, but are no title alone. */
const GRADE_WORD =
  /^(?:first|second|acting|former|interim|chief|senior|vice|general|permanent|под|перв|исполняющ|временно|врио|и\.о|и\.\s?о|бывш|старш|главн|генеральн|официальн|genel|birinci|geçici|бірінші|аға|erste|stellvertretend|kommissarisch|primer|primera|premier|première|ancien|primo|prima|نائب|أول|اول|مرکزی|उप|मुख्य|वरिष्ठ|पूर्व)/iu;
/** Forms of address: neither part of a name to look for, nor of a role. */
const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|hon|m|mm|mme|mlle|sr|sra|srta|don|doña|herr|frau|г-н|г-жа|господин|госпожа|пан|пані|bay|bayan|sayın|мырза|ханым|ông|bà|ngài|tuan|nyonya|bapak|ibu|pan|pani|signor|signora|dott|dottor|dottoressa|ing|senhor|senhora|dhr|mevr|श्री|श्रीमती|सुश्री|डॉ|السيد|السيدة|الدكتور|الدكتورة|الأستاذ|الأستاذة|المهندس|المهندسة|معالي|سعادة|آقای|خانم|دکتر|مهندس|גב|מר|ד״ר|κ|κα|κύριος|κυρία)\.?$/iu;
const INSTITUTION =
  /minist(?:ry|ère|erio|ério|ero|erium)|министерств|agency|agence|agencia|agenzia|агентств|department|département|departament|департамент|commission|comisi|комисси|commissio|institut|институт|universit|университет|universid|bank|банк|council|совет|conseil|consejo|bureau|бюро|office|офис|company|компани|corporation|корпораци|centre|center|центр|committee|комитет|comit|association|ассоциаци|organi[sz]ation|организаци|fund|фонд|foundation|academy|академи|hospital|authority|служб|управлени|ведомств|federation|союз|union|board|группа|group|institute|behörde|amt\b|verband|gesellschaft|stadt|bakanlığı|başkanlığı|müdürlüğü|kurumu|وزارة|هيئة|جامعة|معهد|مركز|وكالة|مؤسسة|وزارت|سازمان|دانشگاه|मंत्रालय|विभाग|आयोग|संस्थान|विश्वविद्यालय|министрлігі|агенттігі|комитеті|प्राधिकरण|परिषद|مجلس|اتحاد|انجمن|школ|музе|завод|авторит|autorità|autorité|autoridad|zarząd|urząd|ministerst|sở |ban |ủy ban|viện/iu;
const HANGUL_BODY = /\p{Script=Hangul}[부청원처회시도군구국사단소]$/u;
/** Media say so in their names, in every language in nearly the same words. */
const MEDIA =
  /news|times|post|daily|herald|tribune|gazett|radio|tv\b|\btele|televi|press|agency|agence|agencia|agentur|journal|media|channel|magazin|chronicle|observer|zeitung|rundfunk|новост|агентств|газет|радио|телекан|телевид|правда|известия|ведомост|ақпарат|хабар|haber|gazete|ajans|وكالة|قناة|صحيفة|إذاعة|تلفزيون|جريدة|خبرگزاری|روزنامه|समाचार|टीवी|दैनिक|[报報社台网網]$|集团|集團|日报|日報|通讯|通信|電視|电视|新闻|新聞|广播|放送|방송|신문|일보|통신|뉴스|courier|kurier|courrier|corriere|correo|вестник|gaceta|diario|giornale|dziennik|dergi|báo\b|đài\b/iu;

export function isTitleWord(word: string): boolean {
  return TITLE_STEM.test(comparable(word)) || TITLE_ENDING.test(word);
}

export function namesInstitution(text: string): boolean {
  return INSTITUTION.test(text) || HANGUL_BODY.test(text);
}

export function isHonorific(word: string): boolean {
  return HONORIFIC.test(word);
}

/** "Deputy", "первый": grades the title behind it. */
export function isGradeWord(word: string): boolean {
  return GRADE_WORD.test(word);
}

export function namesMedia(text: string): boolean {
  return MEDIA.test(text) || /^(?:(?:Al|El|Le|La|Les|The|Der|Die|Das|Il)\s|\p{Lu}{2,6}$)/u.test(text);
}
