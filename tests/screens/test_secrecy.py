"""What nobody is to know is nowhere on the disk: no ballot, and no speaker of a reservation without a name.

Each test reads every byte of the database, of its journal and of its backups.
"""

from data import copies
from data.migrations import REVISIONS
from data.nouns.planning import Priority
from data.nouns.room import Brief
from tests.screens.conftest import NOW

PRI = "priorities"
FOUR = "=Open Saturdays\nBuild a store\nHire a cook\nPaint the hall"
SPEAKER = "Quittenbaum"


def on_disk(database):
    """Every file beside the database, the journal and backups among them, by name."""
    return {path.name: path.read_bytes() for path in database.parent.rglob("*") if path.is_file()}


async def do(press, command):
    press.app.screen.action_command(command)
    await press.settle()


async def test_until_the_vote_is_closed_not_one_byte_tells_of_a_ballot(begun, database):
    async with begun(PRI) as press:
        await press("a", FOUR, "escape", "v", "=3", "enter", "enter", "enter", "escape")
        await do(press, "vote.ballots")
        copies.keep(database, REVISIONS[-1], NOW)
        before = on_disk(database)
        assert len(before) > 1, "a backup, and the journal, are read too"
        for ballot in (("2",), ("down", "1", "down", "1"), ("end", "2")):
            await press("enter", *ballot)
            assert on_disk(database) == before
            await press("enter")
        assert on_disk(database) == before
        await press("c")
        after = on_disk(database)
        assert after != before, "only now something is written"
        [*_, closing] = press.app.shelf._store.changes(press.app.desk.id)
        written = {(op.table, name) for op in closing.ops for name in op.after}
        assert written == {("priority", "dots"), ("brief", "voting")}
        assert [op.after["dots"] for op in closing.ops if op.table == Priority.table] == [2, 1, 1, 2]


async def test_a_round_that_is_broken_off_leaves_nothing_behind(begun, database):
    async with begun(PRI) as press:
        await press("a", FOUR, "escape", "v", "=3", "enter", "enter", "enter", "escape")
        await do(press, "vote.ballots")
        await press("enter", "2", "enter", "enter", "2")
    async with begun(PRI) as press:
        assert type(press.app.screen).__name__ == "Priorities", "the round is repeated"
        assert [row.dots for row in press.workshop.priorities] == [None] * 4
        assert press.workshop.brief.voting


async def test_hands_shown_one_by_one_are_on_the_disk_only_as_their_sums(begun, database):
    async with begun("close") as press:
        press.app.desk.change(lambda workshop: workshop.change(Brief, "W", voters=2), "two")
        await press.settle()
        await do(press, "fist.ballots")
        before = on_disk(database)
        await press("enter", "5", "enter", "enter", "1", "enter")
        assert on_disk(database) == before
        await press("c")
        assert press.workshop.brief.fist == (1, 0, 0, 0, 1, 0)


async def test_where_the_room_wants_no_names_a_speaker_is_nowhere(begun, database):
    async with begun("close") as press:
        await press("home", "2", "a", "=December is brutal for all of us", "enter", "escape")
        copies.keep(database, REVISIONS[-1], NOW)
        [reservation] = press.workshop.reservations
        assert (reservation.text, reservation.party_id) == ("December is brutal for all of us", None)
        await do(press, "reservation.whose")
        assert not press.app.screen.typing, "nobody is asked whose it is"
        content = b"".join(on_disk(database).values())
        assert b"December is brutal" in content, "the test would see a name"
        assert b"party_id" in content
        changes = press.app.shelf._store.changes(press.app.desk.id)
        given = [op.after.get("party_id") for change in changes for op in change.ops if op.table == "reservation"]
        assert given == [None]


async def test_a_name_is_kept_only_once_the_room_wants_names_and_the_wall_says_what_stays(begun, database):
    async with begun("close") as press:
        await press("home", "2", "a", "=December is brutal for all of us", "enter", "escape")
        assert SPEAKER.encode() not in b"".join(on_disk(database).values())
        await do(press, "reservation.names")
        await press("home", "down")
        await do(press, "reservation.whose")
        await press(f"={SPEAKER}", "enter")
        assert SPEAKER.encode() in b"".join(on_disk(database).values())
        await do(press, "reservation.names")
        assert press.workshop.reservations[0].party_id is None
        assert any("Those given before stay in the history." in told for told in press.told)
