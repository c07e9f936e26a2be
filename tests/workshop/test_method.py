"""A method of one's own, the shipped German one, and the line on which something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop import method, steps
from workshop.check_ins import periods
from workshop.date_words import GERMAN
from workshop.dates import FIRST_DAY, LAST_DAY, DateNotUnderstood, echo, parse_date, parse_time, say, short
from workshop.export.registry import export
from workshop.method import ContentError
from workshop.plan.model import plan_of
from workshop.sample import sample
from workshop.shelf import Shelf
from workshop.toml_lines import line_of

WEDNESDAY = date(2026, 10, 14)
SHIPPED = Path(steps.__file__).parent / "content"


@pytest.fixture(autouse=True)
def as_it_comes() -> Iterator[None]:
    """Whatever method a test works by, the next one works by the shipped one."""
    yield
    method.use()


def german() -> steps.Content:
    return steps.load(*method.shipped("de"))


# -- the German set ------------------------------------------------------------------------------------------------


def shape(content: steps.Content) -> list[object]:
    """All of a method that is not wording."""
    wording = {"label", "ask", "choices"}
    return [
        (
            step.key,
            (len(step.prompts), len(step.alone)),
            [(each.preset, [(row.kind, row.weeks, row.minutes) for row in each.check_ins]) for each in step.rhythms],
            [
                (each.model_dump(exclude=wording), [(choice.value, choice.sign) for choice in each.choices])
                for each in step.fields
            ],
        )
        for step in content.steps
    ]


def test_the_german_set_asks_for_the_same_in_other_words() -> None:
    assert shape(german()) == shape(steps.load())
    assert german().language == "de"


def test_it_leaves_nothing_in_english() -> None:
    same = {"Name", "Organisation", "Team", "Vision", "S", "M", "L"}
    for mine, shipped in zip(german().steps, steps.load().steps, strict=True):
        texts = [(mine.name, shipped.name), (mine.question, shipped.question), (mine.hint, shipped.hint)]
        texts += [(mine.empty, shipped.empty), *zip(mine.prompts, shipped.prompts, strict=True)]
        texts += zip(mine.alone, shipped.alone, strict=True)
        for field, other in zip(mine.fields, shipped.fields, strict=True):
            texts += [(field.label, other.label), (field.ask, other.ask)]
            texts += [(a.label, b.label) for a, b in zip(field.choices, other.choices, strict=True)]
        assert not [told for told, english in texts if told == english and told not in same]


def test_its_wording_fits_the_wall_and_keeps_its_placeholders() -> None:
    for mine, shipped in zip(german().steps, steps.load().steps, strict=True):
        assert len(mine.question) <= 78 and len(mine.hint) <= 100
        assert "Zum Beispiel" in mine.empty or "zum Beispiel" in mine.empty
        for field, other in zip(mine.fields, shipped.fields, strict=True):
            assert field.asked({}).count("…") == other.asked({}).count("…"), field.ask


def test_its_agendas_have_the_same_minutes() -> None:
    for mine, shipped in zip(german().agendas, steps.load().agendas, strict=True):
        assert [(item.step, item.minutes) for item in mine.items] == [
            (item.step, item.minutes) for item in shipped.items
        ]
        assert [(cut.step, cut.minutes) for cut in mine.cuts] == [(cut.step, cut.minutes) for cut in shipped.cuts]


def test_a_workshop_keeps_the_word_lists_of_its_own_language() -> None:
    for content in (german(), steps.load()):
        assert "muss" in content.words("goal", "de") and "must" in content.words("goal", "en")
    assert german().words("joins-names") == ("und", "&", "/", "+")


async def test_a_workshop_begun_by_it_is_in_german(tmp_path: Path) -> None:
    from tests.screens.conftest import NOW

    method.use(language="de")
    shelf = Shelf(str(tmp_path / "w.sqlite"), actor="tester", now=lambda: NOW, ids=lambda: "0" * 32)
    id = await shelf.begin("Hafen", "", "half-day", today=WEDNESDAY)
    kept = await shelf.call(lambda store: store.load(id))
    await shelf.close()
    assert kept.value.brief.language == "de"


def test_documents_for_the_day_are_in_it() -> None:
    method.use(language="de")
    runsheet = export(plan_of(sample(WEDNESDAY), ref="x", today=WEDNESDAY), "runsheet-text").decode()
    assert "10:10 Pause, 10 min" in runsheet and "Wo treten wir an, und wo nicht?" in runsheet
    assert "play" not in runsheet.replace("display", "")


# -- German dates --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15. Januar", date(2027, 1, 15)),
        ("am 15. Jänner 2028", date(2028, 1, 15)),
        ("3.4.2027", date(2027, 4, 3)),
        ("Ende März", date(2027, 3, 31)),
        ("bis Ende des Jahres", date(2026, 12, 31)),
        ("Mitte Mai", date(2027, 5, 15)),
        ("in sechs Wochen", date(2026, 11, 25)),
        ("vor 3 Tagen", date(2026, 10, 11)),
        ("übermorgen", date(2026, 10, 16)),
        ("nächsten Freitag", date(2026, 10, 23)),
        ("erster Montag im Mai", date(2027, 5, 3)),
        ("letzter Tag des Monats", date(2026, 10, 31)),
        ("Anfang nächsten Monats", date(2026, 11, 1)),
        ("Q3 2027", date(2027, 9, 30)),
        ("im Mai", date(2027, 5, 31)),
        ("Jahresende", date(2026, 12, 31)),
    ],
)
def test_german_dates_are_read(typed: str, day: date) -> None:
    assert parse_date(typed, WEDNESDAY, "de") == day
    assert parse_date(typed.upper(), WEDNESDAY, "de-AT") == day


@given(st.dates(FIRST_DAY, LAST_DAY), st.dates(FIRST_DAY, LAST_DAY - timedelta(400)))
def test_a_german_date_is_read_back_as_it_is_said(day: date, today: date) -> None:
    assert parse_date(say(day, "de"), today, "de") == day
    assert parse_date(short(day, today, "de"), today, "de") == day
    for name in GERMAN.weekdays[day.weekday()].split():
        assert parse_date(f"{name}, {day.day}.{day.month}.{day.year}", today, "de") == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("15 foo", "Schreib ein Datum wie 15. Januar"),
        ("3/4", "Schreib den Monat als Wort: 4. Mär oder 3. Apr."),
        ("31. April", "April hat 30 Tage"),
        ("Mo 4.5.2027", "Der 4. Mai 2027 ist ein Dienstag"),
        ("1.1.27", "mit vier Ziffern, etwa 2027"),
        ("15 january", "Schreib ein Datum"),
    ],
)
def test_what_is_no_german_date_is_refused_in_german(typed: str, sentence: str) -> None:
    with pytest.raises(DateNotUnderstood, match=sentence):
        parse_date(typed, WEDNESDAY, "de")


def test_german_times_and_periods() -> None:
    assert [f"{parse_time(each, 'de'):%H:%M}" for each in ("13 Uhr", "13:30 Uhr", "mittag", "3 nachmittags", "9")] == [
        "13:00",
        "13:30",
        "12:00",
        "15:00",
        "09:00",
    ]
    assert periods.parse("24. Dez bis 2. Jan", WEDNESDAY, "de") == (date(2026, 12, 24), date(2027, 1, 2))
    with pytest.raises(DateNotUnderstood, match="vormittags oder 3 nachmittags"):
        parse_time("3", "de")


def test_dates_are_in_the_language_of_the_method() -> None:
    assert echo(date(2026, 10, 15), WEDNESDAY) == "Thu 15 Oct 2026, tomorrow"
    method.use(language="de")
    assert echo(date(2026, 10, 15), WEDNESDAY) == "Do 15. Okt 2026, morgen"
    assert parse_date("morgen", WEDNESDAY) == date(2026, 10, 15)


# -- a method of one's own -----------------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "method"
    folder.mkdir()
    return folder


def without(text: str, key: str) -> str:
    """`steps.toml` without a step."""
    before, _, after = text.partition(f'[[step]]\nkey = "{key}"')
    return before + after[after.index("[[step]]\n") :]


def test_own_files_come_first_then_the_language_then_english(own: Path) -> None:
    agendas = (SHIPPED / "agendas.toml").read_text().replace("Half day", "Long morning")
    (own / "agendas.toml").write_text(agendas)
    method.use(own, "de")
    assert steps.load().agenda("half-day").name == "Long morning"
    assert steps.load().step("open").name == "Auftakt"
    method.use(own)
    assert steps.load().step("open").name == "Open"


def test_a_folder_without_files_of_a_method_is_none(own: Path) -> None:
    method.use(own)
    assert method.chosen() == ()
    method.use(own / "nowhere")
    assert steps.load() is steps.load(*()) and steps.load().language == "en"


def test_a_step_that_is_left_out_takes_no_time_and_keeps_its_names(own: Path) -> None:
    (own / "steps.toml").write_text(without((SHIPPED / "steps.toml").read_text(), "direction"))
    method.use(own)
    content = steps.load()
    assert [content.number(key) for key in ("open", "where-to-play", "close")] == [1, 2, 9]
    assert all("direction" not in agenda.steps for agenda in content.agendas)
    assert content.agenda("half-day").total == 220
    assert content.step("direction").name == "Direction"
    assert content.field("brief", "obstacle").label == "obstacle"
    plan = plan_of(sample(WEDNESDAY), ref="x", today=WEDNESDAY)
    assert "Direction" not in export(plan, "runsheet").decode() + export(plan, "worksheet").decode()


def test_a_field_that_is_not_asked_for_is_still_called_something(own: Path) -> None:
    text = (SHIPPED / "steps.toml").read_text()
    field = text[text.index('[[step.fields]]\nnoun = "brief"\nname = "out_of_scope"') :]
    field = field[: field.index("[[step.fields]]", 1)]
    (own / "steps.toml").write_text(text.replace(field, ""))
    method.use(own)
    assert "out_of_scope" not in [each.name for each in steps.load().step("open").fields]
    assert steps.load().field("brief", "out_of_scope").label == "not today"


def test_an_own_agenda_has_to_fit_the_own_steps(own: Path) -> None:
    (own / "steps.toml").write_text(without((SHIPPED / "steps.toml").read_text(), "direction"))
    (own / "agendas.toml").write_bytes((SHIPPED / "agendas.toml").read_bytes())
    with pytest.raises(ContentError) as refused:
        steps.load(own)
    assert (refused.value.file, refused.value.place) == ("agendas.toml", "agenda[0].items")


def test_own_word_lists_replace_those_of_their_language_only(own: Path) -> None:
    (own / "words.toml").write_text(
        (SHIPPED / "words.toml").read_text().replace('goal = ["need to", "must",', 'goal = ["ought to", "must",')
    )
    method.use(own)
    assert "ought to" in steps.load().words("goal") and "need to" not in steps.load().words("goal")
    assert "muss" in steps.load().words("goal", "de")


# -- the line --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("steps.toml", "language"),
        ("steps.toml", "step[0].key"),
        ("steps.toml", "step[3].fields[8].label"),
        ("steps.toml", "step[0].fields[2].choices[1].value"),
        ("steps.toml", "step[9].prompts[4]"),
        ("agendas.toml", "agenda[1].items[12].minutes"),
        ("agendas.toml", "agenda[2].cuts[1].how"),
        ("words.toml", "en.fluff[7]"),
    ],
)
def test_the_line_of_a_key_is_found(file: str, place: str) -> None:
    """Whatever stands there is changed on that line, and only there."""
    import re
    import tomllib

    text = (SHIPPED / file).read_text()

    def value(document: object) -> object:
        for name, index in re.findall(r"(\w+)|\[(\d+)\]", place):
            document = document[int(index)] if index else document[name]  # type: ignore[index]
        return document

    lines = text.splitlines()
    number = line_of(text, place)
    there = value(tomllib.loads(text))
    shown = f'"{there}"' if isinstance(there, str) else str(there)
    assert shown in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(shown, '"something else"' if isinstance(there, str) else "599")
    assert value(tomllib.loads("\n".join(lines))) in ("something else", 599)


def test_of_what_is_missing_the_nearest_line_is_told() -> None:
    text = 'language = "en"\n\n[[step]]\nkey = "open"\n\n[[step.fields]]\nnoun = "brief"\n'
    assert line_of(text, "step[0].fields[0].label") == 6
    assert line_of(text, "step[0].name") == 3
    assert line_of(text, "step") == 3
    assert line_of(text, "nothing[3].here") == 0


@given(st.text(), st.text())
def test_any_text_has_lines(text: str, place: str) -> None:
    assert 0 <= line_of(text, place) <= text.count("\n") + len(text.splitlines()) + 1
