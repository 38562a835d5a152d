"""Writes the smoke sample beside this file: invented news sentences in four languages, made of the word lists below.

usage: python3 generate.py
"""
import gzip
import json
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))
LANGUAGES = ("en", "zh", "ru", "tr")
PLACES = [("Lanfield", "兰原市", "Ланфилд", "Lanfield"), ("Port Amber", "琥珀港", "Порт-Амбер", "Amber Limanı"), ("Northvale", "北谷", "Нортвейл", "Kuzey Vadisi"),
          ("Silver Lake", "银湖", "Серебряное озеро", "Gümüş Göl"), ("Old Bridge", "老桥镇", "Старый Мост", "Eski Köprü"), ("Green Hill", "青山县", "Зелёный Холм", "Yeşil Tepe"),
          ("Red Cape", "红角", "Красный Мыс", "Kızıl Burun"), ("Highmoor", "高沼", "Хаймур", "Yüksek Bozkır"), ("Westgate", "西门", "Вестгейт", "Batı Kapısı"),
          ("Stone Bay", "石湾", "Каменная бухта", "Taş Koyu"), ("Long River", "长河", "Длинная Река", "Uzun Nehir"), ("White Field", "白田", "Белое Поле", "Beyaz Tarla")]
PEOPLE = [("the mayor", "市长", "мэр", "belediye başkanı"), ("the minister of trade", "贸易部长", "министр торговли", "ticaret bakanı"), ("a group of doctors", "一组医生", "группа врачей", "bir grup doktor"),
          ("the harbour office", "港务局", "портовое управление", "liman dairesi"), ("the school council", "学校理事会", "школьный совет", "okul kurulu"), ("two engineers", "两名工程师", "два инженера", "iki mühendis"),
          ("the farmers' union", "农民联合会", "союз фермеров", "çiftçiler birliği"), ("the water company", "供水公司", "водная компания", "su şirketi")]
DEEDS = [("opened a library", "开设了一座图书馆", "открыл библиотеку", "bir kütüphane açtı"), ("signed a treaty", "签署了一项条约", "подписал договор", "bir antlaşma imzaladı"),
         ("planted a thousand trees", "种植了一千棵树", "посадил тысячу деревьев", "bin ağaç dikti"), ("repaired the old bridge", "修复了旧桥", "отремонтировал старый мост", "eski köprüyü onardı"),
         ("presented the annual budget", "提交了年度预算", "представил годовой бюджет", "yıllık bütçeyi sundu"), ("launched a satellite", "发射了一颗卫星", "запустил спутник", "bir uydu fırlattı"),
         ("banned plastic bags", "禁止了塑料袋", "запретил пакеты", "plastik poşetleri yasakladı"), ("welcomed foreign students", "欢迎了外国学生", "принял иностранных студентов", "yabancı öğrencileri karşıladı")]
TIMES = [("on Monday", "星期一", "в понедельник", "pazartesi günü"), ("last spring", "去年春天", "прошлой весной", "geçen baharda"), ("in March", "三月", "в марте", "mart ayında"),
         ("yesterday", "昨天", "вчера", "dün"), ("in 2019", "2019年", "в 2019 году", "2019 yılında"), ("this week", "本周", "на этой неделе", "bu hafta")]
SENTENCE = ("{t}, {p} {d} in {w}.", "{t},{p}在{w}{d}。", "{t} {p} {d} ({w}).", "{t} {p} {w} kentinde {d}.")
WHO = ("Who {d} in {w}?", "谁在{w}{d}?", "Кто {d} ({w})?", "{w} kentinde kim {d}?")
WHEN = ("When was it that {p} {d}?", "{p}什么时候{d}?", "Когда {p} {d}?", "{p} ne zaman {d}?")


def tell(pattern, fact, lang):
    words = {key: choices[index][lang] for key, choices, index in zip("twpd", (TIMES, PLACES, PEOPLE, DEEDS), fact)}
    return pattern[lang].format(**words)


def facts(places, people, deeds, rng):
    """All facts of parts of the lists, in random order: training and development facts share no place, person or deed."""
    every = [(t, w, p, d) for t in range(len(TIMES)) for w in places for p in people for d in deeds]
    rng.shuffle(every)
    return every


def passage(group, lang):
    return " ".join(tell(SENTENCE, fact, lang) for fact in group)


def write_lines(name, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_gzip(name, text):
    with open(os.path.join(HERE, "dev", name), "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as file:
        file.write(text.encode("utf-8"))


def main():
    rng = random.Random(7)
    train = facts(range(6), range(5), range(5), rng)
    dev = facts(range(6, 12), range(5, 8), range(5, 8), rng)
    write_lines("news.jsonl", [{lang: tell(SENTENCE, fact, i) for i, lang in enumerate(LANGUAGES)} for fact in train[:400]])
    words = [dict(zip(LANGUAGES, entry)) for entries in (PLACES, PEOPLE, DEEDS, TIMES) for entry in entries]
    write_lines("words.jsonl", words * 3)
    rows = ["file\tkind\trows\tlanguages\tsource\tlicence\tnote", "news.jsonl\tmany\t400\t4\tgenerate.py\tCC0-1.0\tinvented",
            f"words.jsonl\tmany\t{3 * len(words)}\t4\tgenerate.py\tCC0-1.0\tthe word lists, three times"]
    for i, lang in enumerate(LANGUAGES):
        pairs = [dict(q=tell(rng.choice((WHO, WHEN)), train[k], i), p=passage(train[k:k + 2], i)) for k in range(400, 900, 2)]
        write_lines(f"questions.{lang}.jsonl", pairs)
        rows.append(f"questions.{lang}.jsonl\tqa\t{len(pairs)}\t{lang}\tgenerate.py\tCC0-1.0\tinvented")
    with open(os.path.join(HERE, "SOURCES.tsv"), "w", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")
    groups = [dev[k:k + 2] for k in range(0, 80, 2)]
    write_gzip("xquad-r-dev.json.gz", json.dumps(dict(
        source="generate.py", languages=LANGUAGES, paragraphs={lang: [passage(g, i) for g in groups] for i, lang in enumerate(LANGUAGES)},
        questions={lang: [dict(text=tell(WHO, g[0], i), paragraph=k) for k, g in enumerate(groups)] for i, lang in enumerate(LANGUAGES)}), ensure_ascii=False))
    write_gzip("qa-tr.json.gz", json.dumps(dict(source="generate.py", licence="CC0-1.0", language="tr", paragraphs=[passage(g, 3) for g in groups],
                                                questions=[dict(text=tell(WHEN, g[1], 3), paragraph=k) for k, g in enumerate(groups)]), ensure_ascii=False))
    write_gzip("pud-sentences.jsonl.gz", "\n".join(json.dumps({lang: tell(SENTENCE, fact, i) for i, lang in enumerate(LANGUAGES)}, ensure_ascii=False)
                                                    for fact in dev[80:160]) + "\n")


if __name__ == "__main__":
    main()
