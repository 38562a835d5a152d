/** The interface texts of every language, keyed by BCP-47 tag; a catalogue that misses a key of en.json does not compile. */
import ar from './ar.json' with { type: 'json' };
import az from './az.json' with { type: 'json' };
import be from './be.json' with { type: 'json' };
import bn from './bn.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fa from './fa.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import he from './he.json' with { type: 'json' };
import hi from './hi.json' with { type: 'json' };
import hy from './hy.json' with { type: 'json' };
import id from './id.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import kk from './kk.json' with { type: 'json' };
import km from './km.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import ky from './ky.json' with { type: 'json' };
import lo from './lo.json' with { type: 'json' };
import mn from './mn.json' with { type: 'json' };
import my from './my.json' with { type: 'json' };
import ne from './ne.json' with { type: 'json' };
import ps from './ps.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import si from './si.json' with { type: 'json' };
import ta from './ta.json' with { type: 'json' };
import tg from './tg.json' with { type: 'json' };
import th from './th.json' with { type: 'json' };
import tk from './tk.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };
import ur from './ur.json' with { type: 'json' };
import uz from './uz.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import zhHant from './zh-Hant.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
/** One language's interface texts, complete. */
export type Messages = Readonly<Record<MessageKey, string>>;

export const CATALOGUES: Readonly<Record<string, Messages>> = {
  ar,
  az,
  be,
  bn,
  de,
  en,
  es,
  fa,
  fr,
  he,
  hi,
  hy,
  id,
  it,
  ja,
  kk,
  km,
  ko,
  ky,
  lo,
  mn,
  my,
  ne,
  ps,
  pt,
  ru,
  si,
  ta,
  tg,
  th,
  tk,
  tr,
  uk,
  ur,
  uz,
  vi,
  zh,
  'zh-Hant': zhHant,
};

/** The texts that every fallback ends in. */
export const ENGLISH: Messages = en;
