"""What a person chose, by keys: the theme, the agenda, their own keys, and their own method."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from screens.keys import Keys
from tests.interpreter import modules_loaded_by
from workshop import method, steps
from workshop.config import Configuration, load

WTP = "where-to-play"


@pytest.fixture(autouse=True)
def as_it_comes() -> Iterator[None]:
    yield
    method.use()


@pytest.fixture
def chosen(tmp_path: Path) -> Any:
    """Write the configuration and read it: `chosen('theme = "light"')`."""

    def write(text: str) -> Configuration:
        (tmp_path / "config.toml").write_text(text)
        return load({"WORKSHOP_CONFIG": str(tmp_path / "config.toml")})

    return write


async def test_the_theme_is_there_from_the_first_paint(driven, chosen):
    async with driven(configuration=chosen('theme = "contrast"')) as press:
        assert press.app.theme == "workshop-contrast"


async def test_a_theme_chosen_in_the_palette_is_kept_for_the_next_time(driven, chosen, tmp_path):
    async with driven(configuration=chosen("# mine\n")) as press:
        await press("ctrl+p", *"theme: light", "enter")
        assert press.app.theme == "workshop-light"
    assert (tmp_path / "config.toml").read_text() == 'theme = "light"\n# mine\n'
    async with driven(configuration=load({"WORKSHOP_CONFIG": str(tmp_path / "config.toml")})) as press:
        assert press.app.theme == "workshop-light"


async def test_a_theme_that_cannot_be_kept_is_used_and_told(driven, tmp_path):
    (tmp_path / "there").touch()
    async with driven(configuration=Configuration(tmp_path / "there" / "config.toml")) as press:
        await press("ctrl+p", *"theme: light", "enter")
        assert press.app.theme == "workshop-light"
        assert "It is not kept for the next time" in press.told[-1]


async def test_the_usual_agenda_is_what_enter_takes(driven, chosen):
    async with driven(configuration=chosen('agenda = "full-day"')) as press:
        await press("n", "=Harbor", "enter", "enter", "enter")
        assert press.workshop.brief.agenda == "full-day"


async def test_own_keys_act_and_stand_in_footer_and_help(begun, chosen):
    async with begun(WTP, configuration=chosen('[keys]\n"item.add" = "f6"\n"guide.show" = "ctrl+g,f7"\n')) as press:
        assert "F6 Add" in press.app.screen.keybar.render().plain
        await press("a")
        assert not press.app.screen.typing
        await press("f6", "=Harbor families", "enter", "escape")
        assert [arena.name for arena in press.workshop.arenas] == ["Harbor families"]
        await press("g")
        assert not press.app.screen.guide.has_class("-shown")
        await press("f7")
        assert press.app.screen.guide.has_class("-shown")
        await press("question_mark")
        assert isinstance(press.app.screen, Keys)
        rows = [row.plain.split() for row in press.app.screen.board.picture.rows]
        assert any("F6" in row and "Add" in row for row in rows)
        assert any("^g" in row and "Guide" in row for row in rows)


async def test_commands_that_share_a_key_keep_it_when_one_of_them_moves(sampled, chosen):
    async with sampled("close", configuration=chosen('[keys]\n"export.toggle" = "x"\n')) as press:
        await press("e", "home", "x")
        assert "markdown" not in [each.name for each in press.app.screen.chosen]
        await press("end", "up", "enter")
        assert press.app.screen.line.is_open


async def test_own_keys_while_typing_wait_their_turn(begun, chosen):
    async with begun(WTP, configuration=chosen('[keys]\n"park.typing" = "f8"\n')) as press:
        await press("a", "=Harbor", "f8", "=A thought", "enter")
        assert [row.text for row in press.workshop.parked] == ["A thought"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("theme = dark", "Invalid value"),
        ('theme = "pink"', "“theme” must be"),
        ('[keys]\n"item.add" = "u"', "(item.add) and Undo (change.undo)"),
        ('[keys]\n"nothing" = "u"', "there is no command “nothing”"),
    ],
)
async def test_what_cannot_be_used_is_told_at_the_start_and_the_rest_works(begun, chosen, text, sentence):
    async with begun(WTP, configuration=chosen(text)) as press:
        assert any(sentence in told for told in press.told)
        assert press.app.screen.question(press.workshop) == steps.load().step(WTP).question


async def test_a_method_that_is_wrong_is_told_and_the_shipped_one_used(begun, chosen, tmp_path):
    (tmp_path / "method").mkdir()
    (tmp_path / "method" / "steps.toml").write_text('language = ""')
    configuration = chosen("")
    method.use(configuration.method)
    async with begun(WTP, configuration=configuration) as press:
        assert any("Your method is not used. steps.toml" in told for told in press.told)
        assert steps.load().step(WTP).question in press.screen


async def test_a_questionnaire_that_is_wrong_is_told_and_the_shipped_one_used(begun, chosen, tmp_path):
    (tmp_path / "method").mkdir()
    (tmp_path / "method" / "assessment.toml").write_text('language = "en"')
    configuration = chosen("")
    method.use(configuration.method)
    async with begun(configuration=configuration) as press:
        assert any("Your method is not used. assessment.toml: key: is missing" in told for told in press.told)
        await press("w", "1")
        assert "How clear is the choice of whom and where you serve?" in press.screen


@pytest.mark.parametrize("file", ["check-ins.toml", "votes.toml"])
async def test_whichever_file_of_a_method_is_wrong_it_is_told_at_the_start(begun, chosen, tmp_path, file):
    (tmp_path / "method").mkdir()
    (tmp_path / "method" / file).write_text("other = 1")
    configuration = chosen("")
    method.use(configuration.method)
    async with begun("priorities", configuration=configuration) as press:
        assert any(f"Your method is not used. {file}: " in told for told in press.told)
        await press("a", "=Open Saturdays", "enter", "escape", "v")
        assert "How many of us vote?" in press.screen


async def test_a_vote_in_german_is_worded_in_german(begun, chosen):
    method.use(language="de")
    async with begun("priorities", configuration=chosen('language = "de"')) as press:
        await press("a", "=Samstags öffnen\nEin Lager bauen", "escape", "v", "=3", "enter", "enter", "enter")
        assert "3 Stimmberechtigte × 2 Punkte = 6" in press.screen
        assert "Offen: 0 von 2 gezählt." in press.screen and "… zählen" in press.screen
        await press("escape")
        press.app.screen.action_command("vote.ballots")
        await press.settle()
        assert "Stimme 1 von 3: Projektor aus, dann Enter drücken." in press.screen
        await press("enter", "1", "enter", "enter")
        assert "Stimme 2 von 3" in press.screen


async def test_a_german_self_assessment_asks_in_german(driven, chosen):
    configuration = chosen('language = "de"')
    method.use(language="de")
    async with driven(configuration=configuration) as press:
        await press("w", "enter", "1")
        assert "Wie klar ist entschieden, für wen und wo ihr da seid?" in press.screen
        await press("2")
        assert "Warum kommen die Leute zu euch" in press.screen


async def test_a_journey_in_german_shows_no_step_in_english(driven, chosen):
    english = steps.load()
    method.use(language="de")
    seen = []
    walked = ("open", "direction", WTP, "how-to-win", "priorities", "owners", "milestones", "rhythm", "close")
    async with driven(configuration=chosen('language = "de"'), size=(120, 40)) as press:
        await press("n", "=Hafen", "enter", "enter", "enter")
        assert press.workshop.brief.language == "de"
        for key in walked:
            press.app.look_at(key)
            await press.settle()
            seen.append(press.screen)
            await press("g")
            seen.append(press.screen)
            await press("g", "c")
            seen.append(press.screen)
        press.app.look_at(WTP)
        await press.settle()
        await press("a", "=Abends in der Stadt", "enter", "escape", "2")
        seen.append(press.screen)
        await press("=Noch unklar", "enter", "=Wer kommt?", "enter", "=in 6 Wochen")
        seen.append(press.screen)
        await press("enter")
        [arena] = press.workshop.arenas
        assert arena.decide_by is not None and "Mi 25. Nov 2026" in seen[-1]
    shown = "\n".join(seen)
    german = steps.load()
    for step in english.steps:
        other = german.step(step.key)
        for told in (step.question, step.hint, *step.prompts):
            assert told not in shown
        assert step.key not in walked or other.question in shown


def test_the_keys_of_the_screens_are_named_by_the_method():
    code = """
from workshop import method
method.use(language="de")
from screens.keymap import commands
names = {command.name for command in commands().values()}
assert {"Antreten", "Erkunden", "Nicht jetzt"} <= names and not {"Play", "Explore", "Not now"} & names
"""
    modules_loaded_by(code)


def test_a_wrong_method_is_found_before_the_screens_take_a_word_of_it(tmp_path):
    (tmp_path / "steps.toml").write_text('language = ""')
    code = f"""
from pathlib import Path
from workshop import method
method.use(Path({str(tmp_path)!r}))
from screens.app import _load_the_rest
chosen = _load_the_rest(None)
assert len(chosen.faults) == 1 and "steps.toml" in chosen.faults[0], chosen
"""
    modules_loaded_by(code)
