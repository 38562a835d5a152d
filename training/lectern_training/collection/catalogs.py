"""Messages that programs show, in every language they were translated into: gettext catalogs as rows of many languages."""
import collections
import gettext
import os
import re

LONGEST = 300  # letters of a message
_ACCELERATOR = re.compile(r"[_&~](?=\w)")
_NO_TEXT = re.compile(r"%[^ ]|\$|[<>{}\\|@]|\n\n|https?:|\w\.\w+\.|\bKEYCODE\b")
_LETTERS = re.compile(r"[^\W\d_]")
_REGIONS = dict(zh_CN="zh", zh_Hans="zh", zh_TW="zht", zh_Hant="zht", pt_BR="pt", nb="no", bn_BD="bn", bn_IN="bn")


def language(folder):
    """The language of a locale's folder, None for variants that are left out."""
    return _REGIONS.get(folder, folder if re.fullmatch(r"[a-z]{2,3}", folder) else None)


def plain(text):
    """A message as a sentence or name: no accelerators; None where it has placeholders, markup or few letters."""
    text = " ".join(_ACCELERATOR.sub("", text).split()) if not _NO_TEXT.search(text) else ""
    return text if 2 <= len(text) <= LONGEST and len(_LETTERS.findall(text)) >= 0.6 * len(text.replace(" ", "")) else None


def _messages(path):
    """(English, translation) of a compiled catalog; of plural forms only the first."""
    with open(path, "rb") as file:
        try:
            catalog = gettext.GNUTranslations(file)._catalog
        except (OSError, UnicodeDecodeError, ValueError):
            return  # a catalog in an encoding of its own: some ISO 639 lists
    for key, text in catalog.items():
        source = key[0] if isinstance(key, tuple) else key
        if source and not (isinstance(key, tuple) and key[1]):
            yield source.split("\x04")[-1], text


def rows(folder, languages, least=2):
    """Rows language → text of all catalogs below a folder, for the languages asked for; `least` translations beside English."""
    found = collections.defaultdict(dict)
    for base, _, files in sorted(os.walk(folder)):
        code = language(os.path.basename(os.path.dirname(base))) if base.endswith("LC_MESSAGES") else None
        if code not in languages or code == "en":
            continue
        for name in sorted(files):
            for english, text in _messages(os.path.join(base, name)) if name.endswith(".mo") else ():
                english, text = plain(english), plain(text)
                if english and text and text != english:
                    found[english].setdefault("en", english)
                    found[english].setdefault(code, text)
    return [row for row in found.values() if len(row) > least]
