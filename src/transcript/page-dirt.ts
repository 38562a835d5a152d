/** Lines that a web page adds to a transcript: bylines, buttons, copyright, comments; each with the reason to drop it. */
import { comparable, columns, endsSentence } from './text-signs.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s*\|\s*/u).map(comparable));

const FOLD_BUTTONS = set(
  `展开全文 | 展开阅读全文 | 点击展开全文 | 阅读全文 | 查看全文 | 收起 | 加载更多 | 查看更多 | 更多 | 下一页 | 上一页 | 展開全文 | 閱讀更多 | 続きを読む | もっと見る | 더보기 | 더 보기 |
  show more | show less | read more | load more | see more | continue reading | expand | view more | read full article | читать далее | читать полностью | показать ещё | показать еще |
  показать полностью | развернуть | свернуть | далее | читати далі | толығырақ | devamını oku | haberin devamı | daha fazla | devamı | daha fazla göster | اقرأ المزيد | عرض المزيد | المزيد |
  ادامه مطلب | بیشتر بخوانید | और पढ़ें | अधिक पढ़ें | leer más | ver más | seguir leyendo | mostrar más | lire la suite | en savoir plus | voir plus | afficher plus | weiterlesen |
  mehr anzeigen | mehr lesen | ler mais | leia mais | ver mais | continua a leggere | leggi tutto | leggi di più | czytaj dalej | czytaj więcej | číst dále | citește mai mult | lees meer |
  xem thêm | đọc tiếp | baca selengkapnya | selengkapnya | อ่านต่อ | διαβάστε περισσότερα | קרא עוד`,
);
const COMMENT_HEADS = set(
  `评论 | 网友评论 | 发表评论 | 我要评论 | 评论区 | 評論 | 留言 | コメント | 댓글 | comments | leave a comment | add a comment | post a comment | no comments | 0 comments | комментарии |
  оставить комментарий | обсуждение | коментарі | пікірлер | пікір қалдыру | yorumlar | yorum yap | التعليقات | تعليقات | أضف تعليقا | نظرات | دیدگاه‌ها | टिप्पणियाँ | टिप्पणियां | comentarios | deja un comentario | commentaires | laisser un commentaire |
  kommentare | kommentar schreiben | comentários | deixe um comentário | commenti | lascia un commento | komentarze | komentáře | comentarii | reacties | bình luận | komentar | ความคิดเห็น | σχόλια | תגובות`,
);
const BUTTONS = set(
  `news | about | about us | contact | contact us | faq | sitemap | rss | skip to content | 新闻 | 关于我们 | 联系我们 | новости | о нас | контакты | контакты и реквизиты |
  share | share this | share this article | share on facebook | tweet | print | email | subscribe | sign up | log in | login | menu | home | search | advertisement | ad | sponsored |
  follow us | copy link | like | save | back to top | top | next | previous | next article | previous article | related articles | related | see also | read also | most read | recommended |
  newsletter | download pdf | listen | 分享 | 分享到 | 收藏 | 点赞 | 打印 | 返回顶部 | 返回 | 首页 | 登录 | 注册 | 搜索 | 广告 | 相关阅读 | 相关新闻 | 推荐阅读 | 上一篇 | 下一篇 | 举报 | 扫码关注 | 微信扫一扫 | シェア | 印刷 | ホーム | 関連記事 | 広告 | 공유 | 공유하기 | 인쇄 | 관련기사 | 광고 | 목록 |
  поделиться | печать | версия для печати | распечатать | подписаться | подписка | войти | меню | главная | поиск | реклама | наверх | читайте также | похожие материалы | по теме | поділитися | бөлісу | басып шығару | басты бет | жарнама | paylaş | yazdır | ana sayfa | abone ol | reklam | ilgili haberler | giriş yap |
  مشاركة | شارك | طباعة | الرئيسية | إعلان | اقرأ أيضا | مواضيع ذات صلة | اشترك | اشتراک گذاری | اشتراک‌گذاری | چاپ | خانه | تبلیغات | مطالب مرتبط | शेयर करें | साझा करें | प्रिंट | होम | विज्ञापन | संबंधित खबरें |
  compartir | imprimir | inicio | publicidad | suscríbete | suscribirse | artículos relacionados | te puede interesar | partager | imprimer | accueil | publicité | s'abonner | à lire aussi | articles liés | teilen | drucken | startseite | anzeige | werbung | abonnieren | lesen sie auch | mehr zum thema | nach oben |
  compartilhar | partilhar | início | publicidade | assine | leia também | condividi | stampa | pubblicità | abbonati | leggi anche | udostępnij | drukuj | reklama | czytaj także | sdílet | tisk | distribuie | delen | chia sẻ | bagikan | แชร์ | κοινοποίηση | שתף`,
);
const COPYRIGHT =
  /^(?:©|ⓒ|\(c\)\s|copyright\b)|all rights reserved|版权所有|版權所有|保留所有权利|无断转载|無断転載|무단 ?전재|все права защищены|усі права захищені|barlıq|барлық құқықтар|tüm hakları saklıdır|جميع الحقوق محفوظة|کلیه حقوق|تمامی حقوق|सर्वाधिकार सुरक्षित|todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|todos os direitos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|mọi bản quyền/iu;
const EDITOR =
  /^[[(（【]?\s*(?:责任编辑|责编|编辑|原标题|原文链接|审核|校对|值班主任|监制|来源|文字来源|稿件来源|新闻来源|作者|记者|責任編輯|來源|編集|出典|editor|edited by|source|author|written by|published|published by|posted|posted on|updated|last updated|reporting by|редактор|источник|автор|опубликовано|обновлено|дата публикации|джерело|дереккөз|автор|жарияланған|kaynak|editör|yayınlanma|güncelleme|المصدر|تحرير|نشر|المحرر|منبع|ویراستار|انتشار|स्रोत|संपादक|प्रकाशित|fuente|redacción|publicado|actualizado|source|rédaction|publié|mis à jour|quelle|redaktion|veröffentlicht|aktualisiert|stand|fonte|publicado em|pubblicato|źródło|opublikowano|zdroj|nguồn|sumber|출처|기자|입력|수정)\s*[:：]\s*.{0,80}$/iu;
const CAPTION =
  /^[[(（【]?\s*(?:图片来源|图源|供图|图片|图|摄影|摄|圖片來源|圖|写真|写真提供|사진|사진제공|photo|photograph|photo credit|image|image credit|picture|photo by|фото|фотография|иллюстрация|сурет|фото автора|fotoğraf|foto|الصورة|صورة|تصوير|عکس|फोटो|चित्र|fotografía|imagen|crédito|photographie|crédit photo|bild|bildquelle|imagem|fotografia|immagine|zdjęcie|ảnh|gambar)\s*[:：/]\s*.{0,120}$/iu;
const TAGS =
  /^(?:(?:tags?|topics?|keywords|标签|关键词|標籤|キーワード|태그|теги|метки|ключевые слова|тегтер|etiketler|الوسوم|كلمات مفتاحية|برچسب‌?ها|टैग|etiquetas|mots-clés|schlagwörter|schlagworte|tagi|štítky|thẻ)\s*[:：].{0,200}|(?:[#＃][\p{L}\p{N}\p{M}_-]+[#＃]?[\s,，、]*)+)$/iu;
const COUNTER =
  /^[[(（]?\s*(?:(?:views?|reads?|likes?|shares?|comments?|阅读量?|浏览量?|浏览次数|点击量?|点击|点赞|评论|人气|閱讀|閲覧数|조회수?|просмотр(?:ов|ы)?|просмотрели|прочитали|перегляд(?:ів|и)|қаралым|көрілім|görüntülenme|okunma|المشاهدات|مشاهدات|المشاهدات|بازدید|व्यूज|दृश्य|vistas|visitas|lectures|vues|aufrufe|visualizações|visualizzazioni|wyświetleń|lượt xem|dilihat)\s*[:：]?\s*[\d\s.,]+[km万萬]?(?:次|人)?|[\d\s.,]+[km万萬]?(?:次|人)?\s*(?:views?|reads?|likes?|shares?|comments?|阅读|浏览|点击|评论|点赞|просмотр(?:ов|а)?|перегляд(?:ів|и)|комментари(?:ев|я|й)|лайков|görüntülenme|okunma|yorum|مشاهدة|مشاهدات|تعليقات?|बार देखा गया|vistas|visitas|vues|aufrufe|visualizações|visualizzazioni|wyświetleń|lượt xem|min read|minutes? read|мин(?:ут)? чтения))\s*[)）\]]?$/iu;
const COOKIE = /cookie|куки|файлы cookie|çerez|ملفات تعريف الارتباط|कुकी/iu;
const CONSENT =
  /accept|consent|policy|agree|preferences|принима|соглас|политик|kabul|onay|acept|accepte|akzept|zustimm|einwillig|aceit|accett|接受|同意|使用/iu;
const DATE =
  /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\.?\s+\p{L}{3,12}\.?,?\s+\d{4}|\p{L}{3,12}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|[٠-٩۰-۹०-९]{1,2}\s+[\p{L}\p{M}]{3,12}\s+[٠-٩۰-۹०-९]{4}|[٠-٩۰-۹]{4}[/-][٠-٩۰-۹]{1,2}[/-][٠-٩۰-۹]{1,2}/u;
const RELATED =
  /^(?:上一篇|下一篇|相关阅读|相关新闻|相关链接|推荐阅读|延伸阅读|相關新聞|関連記事|関連リンク|관련기사|related|related articles|read also|see also|next article|previous article|читайте также|похожие материалы|по теме|ссылки по теме|lire aussi|à lire aussi|lea también|te puede interesar|lesen sie auch|mehr zum thema|leggi anche|leia também|czytaj także|ilgili haberler|اقرأ أيضا|مواضيع ذات صلة|مطالب مرتبط|यह भी पढ़ें)\s*[:：].{0,160}$/iu;
const SHARING =
  /^(?:(?:share|share on|share via|分享|分享到|转发|シェア|공유|поделиться|поделиться в|partager|partager sur|compartir|compartir en|teilen|condividi|compartilhar|paylaş|شارك|مشاركة|facebook|twitter|x|whatsapp|telegram|vk|вконтакте|одноклассники|linkedin|reddit|pinterest|instagram|threads|messenger|viber|line|email|e-mail|wechat|weibo|微信|微博|新浪微博|qq空间|qq|朋友圈|微信好友|print|copy link)(?:[\s:：|,，/·•]+|$)){2,}$/iu;
const RULE = /^(?:[-*_=~–—·•.#\s]|\\)+$/u;
/** Longer lines than this are paragraphs, and longer ones than that no buttons; in UTF-16 code units. */
const LONGEST = 260;
const LONGEST_BUTTON = 44;
/** In columns of a page, without dates and counters. */
const LONGEST_BYLINE = 48;

/** Why a line is no part of the transcript wherever it stands; null where it may be speech. */
export function dirtReason(line: string): string | null {
  if (line.length > LONGEST) return null;
  if (RULE.test(line)) return 'rule';
  if (/^<!--.*-->$/u.test(line)) return 'page comment';
  if (/^!\[[^\]]*\]\([^)]*\)$/u.test(line)) return 'image';
  if (/^(?:&nbsp;|<br ?\/?>|\s)+$/iu.test(line)) return 'empty markup';
  if (/^https?:\/\/\S+$/u.test(line)) return 'bare link';
  if (COPYRIGHT.test(line) && columns(line) <= 200) return 'copyright line';
  if (CAPTION.test(line) && columns(line) <= 80 && !endsSentence(line)) return 'image caption';
  if (TAGS.test(line)) return 'tags';
  if (line.length > LONGEST_BUTTON) return null;
  if (COUNTER.test(line)) return 'view counter';
  if (SHARING.test(line)) return 'share buttons';
  const word = comparable(line);
  if (FOLD_BUTTONS.has(word)) return 'show-more button';
  if (isCommentsHead(line)) return 'comments';
  return BUTTONS.has(word) ? 'button or navigation' : null;
}

/** Why a line in front of the speech or behind it is no part of the transcript. Inside speech it may be. */
export function edgeDirtReason(line: string): string | null {
  if (line.length > LONGEST) return null;
  const reason = dirtReason(line);
  if (reason !== null) return reason;
  if (EDITOR.test(line) && !/[.!?。！？]$/u.test(line)) return 'editorial credit';
  if (CAPTION.test(line)) return 'image caption';
  if (RELATED.test(line)) return 'related articles';
  if (COOKIE.test(line) && CONSENT.test(line)) return 'cookie notice';
  if (/^[-–—\s]*(?:END|КОНЕЦ|FIN|FINE|ENDE|完)[-–—\s.]*$/u.test(line)) return 'end mark';
  if (isByline(line)) return 'byline, date or counter';
  return isNavigation(line) ? 'navigation' : null;
}

/** A line with a date and few words besides, that is no sentence. */
export function isByline(line: string): boolean {
  return (
    columns(line) <= 110 &&
    !endsSentence(line) &&
    DATE.test(line) &&
    columns(withoutDates(line)) <= LONGEST_BYLINE
  );
}

/** "Home > News > 2031", "About | Contact | Help": at least three short words between the same signs. */
function isNavigation(line: string): boolean {
  if (columns(line) > 120 || endsSentence(line)) return false;
  return ['>', '›', '»', '|', '·', '•', ' / '].some((sign) => {
    const parts = line.split(sign);
    return parts.length >= 3 && parts.every((part) => part.trim() !== '' && columns(part) <= 32);
  });
}

/** The line without its dates, clock times and counters, to see what else it says. */
export function withoutDates(line: string): string {
  return line
    .replace(new RegExp(DATE.source, 'gu'), '')
    .replace(/[\d:.,|/-]+/gu, ' ')
    .trim();
}

export function isCommentsHead(line: string): boolean {
  if (line.length > LONGEST_BUTTON) return false;
  return COMMENT_HEADS.has(comparable(line).replace(/ ?[(（]?\d+[)）]?$/u, ''));
}
