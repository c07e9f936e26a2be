"""The themes are readable on a bad projector: contrast is computed from the themes themselves (WCAG 2.2, 1.4.3)."""

from itertools import product

import pytest
from textual.color import Color

from screens.themes import CONTRAST, THEMES

#: Colors of text, and the grounds they stand on; `on_here` stands on `here` alone.
TEXT = ("ink", "quiet", "here", "play", "explore", "alarm")
GROUND = ("back", "bar", "chosen")


def contrast(text, ground):
    """The ratio of relative luminances, 1 to 21."""

    def luminance(color):
        parts = [part / 255 for part in Color.parse(color).rgb]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(text), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_stands_out_from_every_ground(theme):
    needed = 7.0 if theme is CONTRAST else 4.5
    pairs = [*product(TEXT, GROUND), ("on_here", "here")]
    weak = {
        f"{text} on {ground}": round(ratio, 2)
        for text, ground in pairs
        if (ratio := contrast(theme.variables[f"wall-{text}"], theme.variables[f"wall-{ground}"])) < needed
    }
    assert weak == {}


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
