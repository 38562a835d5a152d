/** Tells traditional from simplified Chinese, and Japanese without kana from both, by the characters that differ. */
import { foldKeepingMarks } from '../lexical/fold-word.ts';

/** Characters that only Japanese prints: its own simplifications. */
const JAPANESE = /[図売読発込働畑検験応広変戦沢対拡済経転軽関駆鉄歩毎窓収従帰弾隠雑顕]/gu;

/** The commonest characters that only simplified Chinese prints; the table of conversion knows the others. */
const SIMPLIFIED = new Set(
  '国会说来这对开关时个们为么什还过发经现实问间题应当从种动长点业产学员处体区场电无与将进给东车书买卖马' +
    '门见话请谁语让认识记议论访设计试该调课谈证译护变资贸费质购赞负责财货贯贵宾赛赢数据机构样标权条极历岁' +
    '归气汉济温测减满渔滨湾灾热营奖获独环画疗总线组织结统红级约网续维练绩县继罗义习联声职脑举艺节药苏补复' +
    '规视亲觉观军轻输转达运远连选遗边邮医释铁钱银销铺录陆阳队际随难双离灵静响页项预领头类显风飞饭馆验鱼鸟' +
    '丽龙华号传价亿优债伤备侨两则创剧劳务协参单严园围图团报块压坏梦',
);

/** `ja` where most signs that tell are Japanese, `zh-Hant` where they are traditional, else `zh`: both write 天津. */
export function languageOfHan(text: string): 'zh' | 'zh-Hant' | 'ja' {
  const rest = text.replace(JAPANESE, '');
  const japanese = text.length - rest.length;
  const signs = [...rest];
  const simplified = signs.filter((sign) => SIMPLIFIED.has(sign)).length;
  const traditional = signs.filter(
    (sign) => /\p{Script=Han}/u.test(sign) && foldKeepingMarks(sign) !== sign,
  ).length;
  if (japanese > Math.max(traditional, simplified)) return 'ja';
  return traditional > simplified ? 'zh-Hant' : 'zh';
}
