"""Word pairs and messages out of packages: formats as the packages have them, made here in small."""
import gzip
import json
import os
import struct
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from lectern_training.collection import catalogs, dictionaries

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def digits(number):
    return (digits(number // 64) if number >= 64 else "") + DIGITS[number % 64]


def write_catalog(path, messages):
    """A compiled gettext catalog: the header, two tables of (length, offset), the strings."""
    messages = {"": "Content-Type: text/plain; charset=UTF-8\n", **messages}
    keys, values = ([text.encode() for text in side] for side in (messages.keys(), messages.values()))
    offset, tables = 28 + 16 * len(keys), []
    for text in keys + values:
        tables += [len(text), offset]
        offset += len(text) + 1
    os.makedirs(os.path.dirname(path))
    with open(path, "wb") as file:
        file.write(struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0))
        file.write(struct.pack(f"<{len(tables)}I", *tables) + b"".join(text + b"\0" for text in keys + values))


class Dictionaries(unittest.TestCase):
    def pairs(self, entries):
        with tempfile.TemporaryDirectory() as folder:
            index, body, at = os.path.join(folder, "x.index"), os.path.join(folder, "x.dict.dz"), 0
            with open(index, "w", encoding="utf-8") as lines, gzip.open(body, "wb") as file:
                for head, entry in entries:
                    data = entry.encode()
                    lines.write(f"{head}\t{digits(at)}\t{digits(len(data))}\n")
                    file.write(data)
                    at += len(data)
            return dictionaries.freedict_pairs(index, body)

    def test_a_headword_meets_its_translations_without_sound_kind_and_examples(self):
        found = self.pairs([("00databaseinfo", "About this\nnothing\n"),
                            ("bridge", 'bridge /brɪdʒ/ <n>\n1. köprü (yapı), geçit\n      "We crossed the bridge."\n2. burun kemiği\n')])
        self.assertEqual(found, [("bridge", "köprü"), ("bridge", "geçit"), ("bridge", "burun kemiği")])

    def test_of_lines_without_numbers_only_the_first_translates(self):
        self.assertEqual(self.pairs([("cableway", "cableway /x/ <n>\nköysirata\nsystem of cables\n")]), [("cableway", "köysirata")])

    def test_an_explanation_is_no_translation(self):
        self.assertEqual(self.pairs([("x", "x\na thing that one explains in many words\n")]), [])

    def test_cedict_in_both_scripts(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump([dict(simplified="峰会", traditional="峰會", english=["summit (meeting)", "CL:個|个[ge4]"])], file)
            file.flush()
            self.assertEqual(dictionaries.cedict_pairs(file.name), [("峰会", "summit"), ("峰會", "summit")])

    def test_edict(self):
        with tempfile.NamedTemporaryFile("wb") as file:
            file.write("港 [みなと] /(n) harbour/port/EntL1280540X/\n".encode("euc-jp"))
            file.flush()
            self.assertEqual(dictionaries.edict_pairs(file.name), [("港", "harbour"), ("港", "port")])


class Catalogs(unittest.TestCase):
    def rows(self, languages, messages):
        with tempfile.TemporaryDirectory() as folder:
            for locale, catalog in messages.items():
                write_catalog(os.path.join(folder, locale, "LC_MESSAGES", "app.mo"), catalog)
            return catalogs.rows(folder, languages)

    def test_translations_of_one_message_are_one_row(self):
        found = self.rows({"tr", "zh", "en"}, {"tr": {"_Open": "_Aç", "menu\x04Port": "Liman"}, "zh_CN": {"_Open": "打开", "menu\x04Port": "港口"},
                                               "kk": {"_Open": "Ашу"}})
        self.assertEqual(found, [dict(en="Open", tr="Aç", zh="打开"), dict(en="Port", tr="Liman", zh="港口")])

    def test_placeholders_and_untranslated_messages_are_left_out(self):
        self.assertEqual(self.rows({"tr", "ru"}, {"tr": {"%d files": "%d dosya", "Tallinn": "Tallinn"}, "ru": {"%d files": "%d", "Tallinn": "Таллин"}}), [])


if __name__ == "__main__":
    unittest.main()
