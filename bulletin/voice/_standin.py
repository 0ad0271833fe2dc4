"""Until voice/spoken lands."""


def spoken(text: str, language: str = "en") -> str:
    """Words."""
    return " ".join("".join(c if c.isalpha() or c in " ,.?!;:'’-" else " " for c in text).split())
