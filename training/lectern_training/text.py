"""Text normalisation: the same steps as the exported tokenizer.json, so that training and inference see equal text."""
import re
import unicodedata

_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"[^\W_]+", re.UNICODE)


def normalise(text: str) -> str:
    """NFKC, lower case, single spaces, no space at either end."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).lower()).strip()


def letters_only(text: str) -> str:
    """Letters and digits of the normalised text and nothing else: the key under which two texts count as equal."""
    return "".join(_LETTER.findall(normalise(text)))
