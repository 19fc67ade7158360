"""Score the stories: what newsreel makes of many reports on one production, against the record it should end up with.

    bench/stories.py [STORY…] [--gold claims|terse|names] [--misses N] [--scorer score_story.py]

The stories are read from their texts. With --gold, a part is taken from their truth, to see which stage loses what:
`names` (the claims are read, their names get the truth's identities), `claims` (claims and names are the truth's),
`terse` (so, but of what a report has from a party only one claim names it). Stories and scorer are found beside the
checkout (../shared) unless named. Besides the scorer's table: conflicts shown and wrongly raised, and changes told, in
order, and the needless ones among them; and of the pairs of names of one thing whose two forms were both read, how many
are one entity (the scorer counts those with a form that nobody read as well).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "bench"))

from story_gold import Story, plain  # noqa: E402

from newsreel.model import Change, Conflict, Entity, Fact, Statement  # noqa: E402


class Gold:
    """Weighing alone, of statements whose names have the truth's own identities."""

    def __init__(self, story: Story, statements: list[Statement]) -> None:
        from newsreel.sources import outlet_names
        from newsreel.weighing import Press, near_copies

        self.story = story
        self.statements = statements
        self.press = Press(outlet_names(), story.aliases, near_copies(story.reports()))

    def entities(self) -> list[Entity]:
        return self.story.entities()

    def facts(self, day: dt.date) -> list[Fact]:
        from newsreel.weighing import weigh

        return list(weigh(self.statements, day, press=self.press).facts)

    def conflicts(self) -> list[Conflict]:
        from newsreel.weighing import weigh

        return list(weigh(self.statements, press=self.press).conflicts)

    def changes(self) -> list[Change]:
        from newsreel.dossier import changes
        from newsreel.weighing import turns

        return list(changes(turns(self.statements, press=self.press), about={self.story.main}))


class Read:
    """The whole pipeline, from the texts."""

    def __init__(self, story: Story, folder: Path) -> None:
        from newsreel.pipeline import Newsreel

        self.story = story
        self.newsreel = Newsreel(folder / "ledger.db")
        for _ in self.newsreel.add(story.reports()):
            pass

    def entities(self) -> list[Entity]:
        return list(self.newsreel.entities())

    def facts(self, day: dt.date) -> list[Fact]:
        return list(self.newsreel.facts(as_of=day))

    def conflicts(self) -> list[Conflict]:
        return list(self.newsreel.conflicts())

    def changes(self) -> list[Change]:
        """The changes on the entity that has most of what is known under the main title's names."""
        mine = [e for e in self.entities() if self.story.means(e, self.story.main)]
        if not mine:
            return []
        best = max(mine, key=lambda entity: (len(self.newsreel.facts(entity.id)), entity.id))
        return list(self.newsreel.changes(about=best.id))


def score(story: Story, made: Gold | Read, scorer: Path, misses: int) -> dict[str, int]:
    """The scorer's table, printed, and its totals."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "entities.jsonl", (entity.to_json() for entity in made.entities()))
        for moment in story.truth["as_of"]:
            facts = made.facts(dt.date.fromisoformat(moment["date"]))
            _write(folder / f"facts-{moment['date']}.jsonl", (fact.to_json() for fact in facts))
        command = [sys.executable, scorer, story.folder, "--entities", folder / "entities.jsonl", "--facts", folder]
        done = subprocess.run(
            [*map(str, command), "--misses", str(misses), "--json"], capture_output=True, text=True, check=True
        )
    table, _, totals = done.stdout.rstrip().rpartition("\n")
    print(table)
    scored: dict[str, int] = json.loads(totals)
    return scored


def score_names(story: Story, made: Gold | Read) -> None:
    """Of the pairs of names of one thing that the readers found, those that are together."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in made.entities():
        for name in entity.names:
            bearers[entity.kind, plain(name)].add(entity.id)
    read = together = 0
    for row in story.truth["entities"].values():
        forms = {plain(name) for names in row["names"].values() for name in names}
        for one, other in combinations(sorted(forms), 2):
            mine, theirs = bearers[row["kind"], one], bearers[row["kind"], other]
            read += bool(mine and theirs)
            together += bool(mine & theirs)
    print(f"names of which both forms were read: {together}/{read} together")


def score_conflicts(story: Story, made: Gold | Read) -> None:
    """Which conflicts are shown, with the likelier side right, and which are raised that are none."""
    entities = {entity.id: entity for entity in made.entities()}
    facts = {fact.id: story.claims_of(fact, entities) for fact in made.facts(dt.date(2100, 1, 1))}
    raised = [(found, set().union(*(facts.get(key, set()) for key in found.facts))) for found in made.conflicts()]
    for wanted in story.truth["conflicts"]:
        hit = next((found for found, keys in raised if set(wanted["claims"]) <= keys), None)
        if hit is None:
            print(f"conflict {wanted['id']}: not shown ({wanted['about']})")
            continue
        right = wanted["likely"] in facts.get(hit.likely, set()) if wanted["likely"] else not hit.likely
        print(f"conflict {wanted['id']}: shown, likelier side {'right' if right else 'WRONG'} ({hit.reason})")
    for none in story.truth["not_conflicts"]:
        for _, keys in raised:
            both = set(none.get("claims", ())) & keys
            if len(both) > 1 and not any(both <= set(wanted["claims"]) for wanted in story.truth["conflicts"]):
                print(f"raised, and none: {sorted(both)} ({none['why']})")
    print(f"conflicts raised in all: {len(raised)}")


def score_changes(story: Story, made: Gold | Read) -> None:
    """The reports that brought something, against those that the truth names, in order."""
    told = list(dict.fromkeys(change.report for change in made.changes()))
    wanted = [row["report"] for row in story.truth["changes"] if not row.get("outside_vocabulary")]
    missed = [report for report in wanted if report not in told]
    needless = [report for report in told if report not in wanted]
    order = [report for report in told if report in wanted] == [report for report in wanted if report in told]
    print(
        f"changes: {len(wanted) - len(missed)}/{len(wanted)}, in order: {order}, needless: {needless}, missed: {missed}"
    )


def _write(path: Path, rows: Iterable[object]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Score the stories named, or all that stand beside the checkout."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", nargs="*", type=Path)
    parser.add_argument("--gold", choices=("claims", "terse", "names"), help="what is taken from the truth")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--scorer", type=Path, default=ROOT.parent / "shared" / "eval" / "score_story.py")
    args = parser.parse_args()
    folders = args.story or sorted(p.parent for p in (ROOT.parent / "shared" / "stories").glob("*/truth.json"))
    if not folders:
        sys.exit("no story: name a folder that holds a truth.json and its texts")
    for folder in folders:
        story = Story(folder)
        with tempfile.TemporaryDirectory() as name:
            made = Gold(story, _statements(story, args.gold)) if args.gold else Read(story, Path(name))
            score(story, made, args.scorer, args.misses)
            score_names(story, made)
            score_conflicts(story, made)
            score_changes(story, made)


def _statements(story: Story, gold: str) -> list[Statement]:
    if gold != "names":
        return story.statements(terse=gold == "terse")
    from newsreel.reading import read

    return [story.named(claim, report) for report in story.reports() for claim in read(report)]


if __name__ == "__main__":
    main()
