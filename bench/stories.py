"""Score the stories: what newsreel makes of many reports on one production, against the record it should end up with.

    bench/stories.py [STORY…] [--gold | --gold --terse] [--misses N] [--scorer score_story.py]

Without --gold the stories are read from their texts; with it, the truth's own claims and entities are fed to weighing.
Stories and scorer are found beside the checkout (../shared) unless named. Besides the scorer's table: conflicts shown and
wrongly raised, and changes told, in order, and the needless ones among them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "bench"))

from story_gold import Story  # noqa: E402

from newsreel.model import Change, Conflict, Entity, Fact  # noqa: E402


class Gold:
    """Weighing alone: the truth's own claims."""

    def __init__(self, story: Story, *, terse: bool) -> None:
        from newsreel.weighing import Press, near_copies

        self.story = story
        self.statements = story.statements(terse=terse)
        self.press = Press(aliases=story.aliases, copies=near_copies(story.reports()))

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

    def claim_keys(self) -> dict[str, str]:
        return {s.id: s.claim.rule.removeprefix("gold/") for s in self.statements}


class Read:
    """The whole pipeline, from the texts."""

    def __init__(self, story: Story, folder: Path) -> None:
        from newsreel.model import Report
        from newsreel.pipeline import Newsreel
        from newsreel.sources import read_paths

        self.story = story
        texts = [story.folder / row["file"] for row in story.truth["reports"].values()]
        self.newsreel = Newsreel(folder / "ledger.db")
        for _ in self.newsreel.add(report for report in read_paths(texts) if isinstance(report, Report)):
            pass

    def entities(self) -> list[Entity]:
        return list(self.newsreel.entities())

    def facts(self, day: dt.date) -> list[Fact]:
        return list(self.newsreel.facts(as_of=day))


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


def score_conflicts(story: Story, made: Gold) -> None:
    """Which conflicts are shown, with the likelier side right, and which are raised that are none."""
    keys = made.claim_keys()
    shown = [{keys[claim] for side in found.sides for claim in side.claims} for found in made.conflicts()]
    facts = {fact.id: {keys[c] for c in fact.claims} for fact in made.facts(dt.date(2100, 1, 1))}
    for wanted in story.truth["conflicts"]:
        hit = next((n for n, keys in enumerate(shown) if set(wanted["claims"]) <= keys), None)
        if hit is None:
            print(f"conflict {wanted['id']}: not shown ({wanted['about']})")
            continue
        found = made.conflicts()[hit]
        likely = wanted["likely"] in facts.get(found.likely, set()) if wanted["likely"] else not found.likely
        print(f"conflict {wanted['id']}: shown, likelier side {'right' if likely else 'WRONG'} ({found.reason})")
    for none in story.truth["not_conflicts"]:
        claims = set(none.get("claims", ()))
        for keyed in shown:
            wanted_too = any(keyed <= set(wanted["claims"]) for wanted in story.truth["conflicts"])
            if len(claims & keyed) > 1 and not wanted_too:
                print(f"raised, and none: {sorted(claims & keyed)} ({none['why']})")
    print(f"conflicts shown in all: {len(shown)}")


def score_changes(story: Story, made: Gold) -> None:
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
    parser.add_argument("--gold", action="store_true")
    parser.add_argument("--terse", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--scorer", type=Path, default=ROOT.parent / "shared" / "eval" / "score_story.py")
    args = parser.parse_args()
    folders = args.story or sorted(p.parent for p in (ROOT.parent / "shared" / "stories").glob("*/truth.json"))
    if not folders:
        sys.exit("no story: name a folder that holds a truth.json and its texts")
    for folder in folders:
        story = Story(folder)
        if args.gold:
            gold = Gold(story, terse=args.terse)
            score(story, gold, args.scorer, args.misses)
            score_conflicts(story, gold)
            score_changes(story, gold)
            continue
        with tempfile.TemporaryDirectory() as name:
            score(story, Read(story, Path(name)), args.scorer, args.misses)


if __name__ == "__main__":
    main()
