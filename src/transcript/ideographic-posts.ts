/** Reads offices written without spaces or with the office behind: Chinese, Japanese and Korean. */
import type { Post } from './post.ts';

/** Chinese and Japanese offices: an ending that names the office, with what grades it before. */
const GRADE =
  '(?:原|前|时任|时任|代理|常务|第一|第二|执行|首席|高级|联席|名誉|荣誉|副|总|助理|特别|专职|党组|党委|外交|新闻|官房)*';
const OFFICE =
  '(?:秘书长|秘書長|理事长|理事長|董事长|参谋长|委员长|委員長|事務局長|人民政府市长|总工程师|工程师|总编辑|总经理|经理|总监|总裁|总裁|総裁|主任委员|主任|书记|常委|委员|委員|主席|总理|總理|总统|總統|首相|大臣|长官|長官|知事|发言人|發言人|报道官|報道官|报导官|主持人|大使|公使|参赞|特使|代表|负责人|教授|研究员|研究員|专家|干事|司令员|政委|议员|議員|审议官|審議官|顾问|院士|领事|[市部局省州县區区镇乡村司厅處处科课課署院校所会會社行馆館台团團站队隊室组組股长][长長])';
const OFFICE_END = new RegExp(`(?<role>${GRADE}${OFFICE})$`, 'u');
const OFFICE_THEN_NAME = new RegExp(`^(?<post>.{0,30}?${OFFICE})\\s?(?<name>[\\u3400-\\u9FFF·]{2,4})$`, 'u');
const OFFICE_BEFORE_NAME = new RegExp(`${OFFICE}[\\u3400-\\u9FFF]{2}`, 'u');
const OFFICE_AFTER_NAME = new RegExp(`^(?<name>[\\u3400-\\u9FFF·]{1,4}?)(?<role>${GRADE}${OFFICE})$`, 'u');
const HANGUL = /\p{Script=Hangul}/u;
const HANGUL_OFFICE =
  /(?:부)?(?:장관|차관|시장|구청장|군수|도지사|지사|국장|실장|청장|대변인|위원장|총리|대통령|사장|원장|처장|과장|대사|교수|본부장|회장|소장|의원|의장|팀장)$/u;
const HANGUL_BODY = /[부청원처회시도군구국]$/u;
const TERRITORY = /(?<unit>[市省州县縣区區镇乡村])[长長]$/u;

/** A label that is an office and nothing else: 大臣, 知事, 市長, 장관. */
export function isBareOffice(label: string): boolean {
  return OFFICE_END.exec(label)?.[0] === label || HANGUL_OFFICE.exec(label)?.[0] === label;
}

/** How many clauses of a lead introduce somebody by office: 局长白静,市长卢峰 are two. */
export function countIntroductions(lead: string): number {
  return lead.split(/[,，;；。:：\n]/u).filter((clause) => OFFICE_BEFORE_NAME.test(clause)).length;
}

/**
 * Splits a Chinese, Japanese or Korean label that carries its office: 外交部发言人林某, 李某局长. The name is the label as
 * printed where only a surname is left (杜局长).
 */
export function splitOfficeLabel(label: string): { readonly name: string; readonly post: string } | null {
  if (isBareOffice(label)) return null;
  if (HANGUL.test(label)) return splitHangulLabel(label);
  const before = OFFICE_THEN_NAME.exec(label)?.groups;
  if (before !== undefined) return { name: before['name'] ?? label, post: before['post'] ?? '' };
  const after = OFFICE_AFTER_NAME.exec(label)?.groups;
  if (after === undefined) return null;
  const name = after['name'] ?? label;
  return { name: name.length === 1 ? label : name, post: after['role'] ?? '' };
}

/**
 * Parts 天津市发展改革委主任 into body and office. Of several posts joined by 、 the role is all of them as
 * printed; the body is that of the first post that names one, or the territory that a mayor or governor governs.
 */
export function readIdeographicPost(phrase: string): Post | null {
  const pieces = phrase.split(/(?<=[、兼])/u);
  let from = pieces.length;
  while (from > 0 && OFFICE_END.test(unjoined(pieces[from - 1] ?? ''))) from -= 1;
  const posts = pieces.slice(from).map((piece) => {
    const post = unjoined(piece);
    const role = OFFICE_END.exec(post)?.groups?.['role'] ?? '';
    return { role, body: post.slice(0, post.length - role.length) };
  });
  const first = posts[0];
  if (first === undefined) return null;
  const role = posts.length === 1 ? first.role : pieces.slice(from).join('');
  const body = governedTerritory(posts) ?? posts.find((post) => post.body !== '')?.body ?? null;
  return { role, organisation: body };
}

/** Without the comma or the word "concurrently" that joins it to the next post. */
function unjoined(piece: string): string {
  return piece.replace(/[、兼]$/u, '');
}

/** Korean puts the office behind the name or in front of it, and the body before the office: 윤서진 해양부 장관. */
function splitHangulLabel(label: string): { readonly name: string; readonly post: string } | null {
  const words = label.split(/\s+/u);
  const office = words.findIndex((word) => HANGUL_OFFICE.test(word));
  if (office < 0 || words.length < 2 || words.length > 4) return null;
  const others = words.filter((_word, at) => at !== office);
  const name =
    others.findLast((word) => /^[\p{Script=Hangul}]{2,4}$/u.test(word) && !HANGUL_BODY.test(word)) ??
    others.at(-1);
  if (name === undefined) return null;
  return { name, post: words.filter((word) => word !== name).join(' ') };
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
