"""Dictionaries and translated messages out of Debian and npm packages, as sources in the format of SOURCES.tsv."""
