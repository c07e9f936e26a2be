"""The three themes of the wall, each a small set of named colors that every style uses."""

from textual.theme import Theme


def _theme(name: str, *, dark: bool, **color: str) -> Theme:
    """A theme from its colors: `back`, `bar` and `chosen` lie behind text, all others are text."""
    return Theme(
        name=name,
        dark=dark,
        primary=color["here"],
        secondary=color["quiet"],
        accent=color["explore"],
        success=color["play"],
        warning=color["explore"],
        error=color["alarm"],
        foreground=color["ink"],
        background=color["back"],
        surface=color["bar"],
        panel=color["chosen"],
        variables={
            **{f"wall-{key}": value for key, value in color.items()},
            "block-cursor-background": color["chosen"],
            "block-cursor-foreground": color["ink"],
            "block-cursor-text-style": "bold",
            "footer-key-foreground": color["explore"],
            "input-cursor-background": color["ink"],
            "input-cursor-foreground": color["back"],
            "input-selection-background": color["chosen"],
            "border": color["here"],
        },
    )


DARK = _theme(
    "workshop-dark",
    dark=True,
    back="#10131a",
    bar="#1f2335",
    chosen="#2a3756",
    ink="#e8ebf5",
    quiet="#a4abbf",
    here="#7aa2f7",
    on_here="#10131a",
    play="#9ece6a",
    explore="#e0af68",
    alarm="#ff8ba0",
)

LIGHT = _theme(
    "workshop-light",
    dark=False,
    back="#fbfbfc",
    bar="#e9ebf2",
    chosen="#d5dff5",
    ink="#14161f",
    quiet="#4c5263",
    here="#24509f",
    on_here="#ffffff",
    play="#2b5c12",
    explore="#744700",
    alarm="#a00f33",
)

CONTRAST = _theme(
    "workshop-contrast",
    dark=True,
    back="#000000",
    bar="#000000",
    chosen="#00305f",
    ink="#ffffff",
    quiet="#e0e0e0",
    here="#ffff5f",
    on_here="#000000",
    play="#8cff8c",
    explore="#ffd75f",
    alarm="#ffb3bd",
)

THEMES = (DARK, LIGHT, CONTRAST)
