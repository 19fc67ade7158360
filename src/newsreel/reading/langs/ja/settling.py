"""A last look at all claims: roles filled in, what lies ahead planned, what contradicts itself dropped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.attribution import PASSING
from newsreel.reading.document import Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ja import moves
from newsreel.reading.langs.ja.attribution import cues
from newsreel.reading.langs.ja.both import spread
from newsreel.reading.langs.ja.details import part_and_billing
from newsreel.reading.langs.ja.mainwork import in_passing
from newsreel.reading.langs.ja.makers import trade_of
from newsreel.reading.langs.ja.narrowing import narrow, no_actor
from newsreel.reading.langs.ja.versions import of_versions
from newsreel.reading.langs.ja.whenwhere import DATED, look_ahead, to_be_shot, venue
from newsreel.reading.moving import over_others

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreel.reading.document import Document

# What may lie ahead; who writes or sells a work is so when it is said.
_AHEAD = DATED | {"filming_location", "production_status", "platform", "episodes"}
_DENIABLE = _AHEAD | {"cast_member", "director", "screenwriter", "based_on", "producer"}
# Who carries a work, said beside its title: 連続ドラマ『A』（新局系）.
_BESIDE_TITLE = frozenset({"ja/title/channel-behind", "ja/title/platform-before"})
_PERSONAL = frozenset(
    {
        "cast_member",
        "director",
        "screenwriter",
        "producer",
        "composer",
        "creator",
        "executive_producer",
        "cinematographer",
    }
)


def settle(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts that stand."""
    drafts = spread(document, drafts)
    characters = _characters(document)
    actors = {id(d.object) for d in drafts if d.predicate == "cast_member" and isinstance(d.object, Referent)}
    _told_after(document, drafts)
    _of_the_adaptation(drafts)
    _by_trade(document, drafts)
    _wrote_books(drafts)
    drafts = of_versions(document, _without_denied(over_others(drafts, moves.RULE)))
    kept = []
    for draft in drafts:
        _host_inside(document, draft)
        _original_cast(document, draft)
        if (
            not _sound(draft, characters)
            or no_actor(document, draft)
            or _of_earlier_version(document, draft)
            or _called_otherwise(document, draft)
            or _of_the_last(document, draft)
        ):
            continue
        if _beyond(document, draft):
            continue
        part_and_billing(document, draft, actors)
        venue(document, draft)
        look_ahead(document, draft)
        to_be_shot(document, draft)
        _past_credit(document, draft)
        if draft.status in {"reported", "confirmed"} and _own(draft) and _in_passing(document, draft):
            draft.status, draft.by = "stated", ()
        if draft.fixed and not draft.by:
            draft.by = _voice(document, draft)
        if draft.status in {"reported", "confirmed"} and _in_an_attribute(document, draft):
            draft.status, draft.by = "stated", ()
        if draft.status == "planned" and draft.predicate not in _AHEAD and not draft.fixed:
            draft.status, draft.by = "stated", ()
        if (
            draft.status == "denied"
            and draft.predicate in _NOT_THEIRS
            and _LEFT.match(document.text, draft.sentence.start, draft.sentence.end)
        ):
            draft.status, draft.by = "stated", ()  # who left says nothing of when and where
            look_ahead(document, draft)
        if draft.rule in _BESIDE_TITLE or _not_said_of(document, draft):
            draft.status, draft.by = "stated", ()
        kept.append(draft)
    return narrow(document, [*kept, *_only_director(document, kept)])


def _not_said_of(document: Document, draft: Draft) -> bool:
    """Whether a status is of another claim: in 佐藤監督の映画『A』への出演を検討 the part is open, not who directs."""
    if draft.status == "denied":
        return draft.predicate not in _DENIABLE
    words = (document.text, draft.sentence.start, draft.sentence.end)
    return draft.status == "considering" and draft.predicate != "cast_member" and bool(_PART_OPEN.search(*words))


_PART_OPEN = re.compile(r"(?:出演|主演|ヒロイン|キャスト)[^。]{0,14}(?:検討|交渉|オファー|打診|調整)")
# 主演の佐藤とは…: whose lead, where the sentence before has brought up another work.
_LED_BY = re.compile(r"^(?:主演の|主人公を|ヒロインを|共演の)")


def _of_the_last(document: Document, draft: Draft) -> bool:
    """Whether a credit without a title follows a sentence that names one other work alone."""
    sentence = draft.sentence
    if draft.predicate not in _PERSONAL or sentence.index == 0 or sentence.zone != "body":
        return False
    if any(m.kind == "W" for m in sentence.mentions) or not _LED_BY.match(document.text[sentence.start : sentence.end]):
        return False
    before = document.sentences[sentence.index - 1]
    named = [m for m in before.mentions if m.kind == "W" and not m.indirect and not in_passing(document, before, m)]
    ones = {id(m.referent) for m in named}
    here = [s for s in document.sentences[: sentence.index] if s.paragraph == sentence.paragraph]
    told = any(m.referent is draft.subject for s in here for m in s.mentions)
    return before.paragraph == sentence.paragraph and len(ones) == 1 and not told


_LABELS_OF_ONE = re.compile(r"[^、はが]{2,16}の[^、はが]{1,12}のほか")


def _beyond(document: Document, draft: Draft) -> bool:
    """監督・主演の佐藤のほか、林と空が名を連ねる: only the first directs."""
    staff = draft.predicate in _PERSONAL and draft.predicate != "cast_member" and draft.mention is not None
    words = document.text[draft.start : draft.mention.start] if staff and draft.mention is not None else ""
    return _LABELS_OF_ONE.match(words) is not None


def _called_otherwise(document: Document, draft: Draft) -> bool:
    """演出の佐藤花、林渚プロデューサー: the list goes on to another trade."""
    others = {"director": (*_PRODUCES, "脚本", "が脚本"), "screenwriter": _PRODUCES}.get(draft.predicate, ())
    return draft.mention is not None and bool(others) and document.text.startswith(others, draft.mention.end)


_PRODUCES = ("プロデューサー", "チーフプロデューサー")


def _wrote_books(drafts: list[Draft]) -> None:
    """脚本は小説『A』の佐藤花: who is known for a book made it."""
    for draft in drafts:
        if draft.predicate == "screenwriter" and draft.subject.facts.get("type") in _IN_PRINT:
            draft.predicate = "creator"


def _without_denied(drafts: list[Draft]) -> list[Draft]:
    """Without the sources that the same words name only to deny them: 『A』が原作という説明は誤りだ."""
    denied = [(d.sentence, d.object) for d in drafts if d.rule == "ja/denied/source"]
    return [
        d
        for d in drafts
        if d.predicate != "based_on"
        or d.status == "denied"
        or not any(d.sentence is s and _same(d.object, o) for s, o in denied)
    ]


def _same(one: object, other: object) -> bool:
    return isinstance(one, Referent) and isinstance(other, Referent) and bool(set(one.names) & set(other.names))


_NOT_THEIRS = DATED | {"platform", "distributor", "production_company", "episodes"}
_LEFT = re.compile(r"(?!.*(?:白紙|中止|取りやめ|見送|延期|撤回)).*(?:降板|辞退|離脱)")
_IN_PRINT = frozenset({"manga", "book", "webtoon"})


def _of_the_adaptation(drafts: list[Draft]) -> None:
    """What is printed has no cast and no sender: what is made from it has (漫画『A』が、BS系で連続ドラマになる)."""
    made = {id(d.object): d.subject for d in drafts if d.predicate == "based_on" and isinstance(d.object, Referent)}
    for draft in drafts:
        printed = draft.subject.facts.get("type") in _IN_PRINT and draft.predicate in {
            "platform",
            "director",
            "cast_member",
            "release_date",
            "distributor",
        }
        draft.subject = made.get(id(draft.subject), draft.subject) if printed else draft.subject
    drafts[:] = [d for d in drafts if d.predicate != "director" or d.subject.facts.get("type") not in _IN_PRINT]


def _in_an_attribute(document: Document, draft: Draft) -> bool:
    """Whether a lead is named only to say which work it is: AとBの主演ドラマ「C」に、Dが出演する."""
    behind = document.text[draft.end : draft.end + 1]
    which = draft.rule == "ja/cast/in-work-actor" and document.text[draft.end - 1] in "」』"
    return which or (draft.rule == "ja/cast/lead-of" and behind in "にでへ")


def _only_director(document: Document, drafts: list[Draft]) -> Iterator[Draft]:
    """The one person called 監督 in a report directs its work, where nobody else is said to."""
    main = document.main_work
    directors = {
        id(m.referent): m for m in reversed(document.mentions) if m.referent and m.referent.facts.get("directs")
    }
    if main is None or len(directors) != 1 or not any(d.subject is main and d.predicate in _MAKES for d in drafts):
        return
    (mention,) = directors.values()
    sentence = document.sentence_at(mention.start)
    if mention.kind == "C" or mention.referent is None or sentence is None or document.notes.get("sections"):
        return
    if document.text.startswith(("監督作", "監督の作品", "作品", "監督らの", "監督のファン"), mention.end):
        return  # 佐藤監督作品の常連: of other films
    if any(d.predicate == "director" and (d.subject is main or d.object is mention.referent) for d in drafts):
        return
    yield Draft(
        "director",
        main,
        mention.referent,
        sentence,
        mention.start,
        mention.end,
        "ja/staff/only-director",
        status="stated",
    )


_MAKES = frozenset({"cast_member", "release_date", "screenwriter", "producer", "distributor"})


def _host_inside(document: Document, draft: Draft) -> None:
    """A work named inside the words read is what they speak of: 佐藤は『A』でも渚役だった."""
    _host_of_maker(document, draft)
    if not draft.rule.startswith(("ja/cast/", "ja/title/platform")) or draft.subject is not document.work_at(
        draft.start
    ):
        return
    inside = document.work_at(draft.end - 1)
    if inside is None or inside is draft.subject:
        return
    if any(
        m.kind == "W" and m.referent is inside and draft.start < m.start < draft.end for m in draft.sentence.mentions
    ):
        draft.subject = inside


def _host_of_maker(document: Document, draft: Draft) -> None:
    """『A』で候補になった佐藤花が脚本を: what describes the name is of A, and the credit of the work at hand."""
    maker = draft.mention
    if maker is None or not draft.rule.startswith("ja/staff/") or draft.subject is not document.work_at(draft.start):
        return
    there = document.work_at(maker.start)
    if there is not None and not any(
        m.kind == "W" and draft.start <= m.start < maker.start for m in draft.sentence.mentions
    ):
        draft.subject = there


def _original_cast(document: Document, draft: Draft) -> None:
    """渚（韓国版のソラ=キム・ハナ）: the pair in the bracket is of the original."""
    original = document.notes.get("original")
    if draft.predicate != "cast_member" or not isinstance(original, Referent):
        return
    text = document.text
    at = draft.mention.start if draft.mention is not None else draft.end
    inside = max(text.rfind("(", draft.sentence.start, at), text.rfind("（", draft.sentence.start, at))
    words = text[draft.start : draft.end]
    if inside >= 0 and ("=" in words or "＝" in words) and not any(c in text[inside:at] for c in ")）"):
        draft.subject = original


def _in_passing(document: Document, draft: Draft) -> bool:
    """Whether a company's part is told beside its news: 新局は、来春放送する連続ドラマ『A』の主演を発表した."""
    if draft.predicate == "platform":
        return not _CARRIES.search(document.text, draft.start, draft.sentence.end)
    return draft.predicate in ("distributor", "production_company")


_CARRIES = re.compile(r"(?:放送|配信)(?:する|される|し)(?:と|こと|。|、)|(?:放送|配信)を(?:発表|決定)")


def _own(draft: Draft) -> bool:
    """Whether a company's part is said on its own word: that is no more than the outlet's."""
    return isinstance(draft.object, Referent) and bool(set(draft.by) & set(draft.object.names))


_STAFF = ("director", "screenwriter", "producer", "composer", "creator")


def _by_trade(document: Document, drafts: list[Draft]) -> None:
    """『A』の佐藤 tells of the trade that 佐藤 has in the report: a writer who acts in nothing wrote A."""
    earlier = [d for d in drafts if d.rule == "ja/cast/of-earlier-work"]
    if not earlier:
        return
    trades: dict[int, list[str]] = {}
    for draft in drafts:
        if draft.rule != "ja/cast/of-earlier-work" and isinstance(draft.object, Referent):
            trades.setdefault(id(draft.object), []).append(draft.predicate)
    for draft in earlier:
        if "監督デビュー" in document.text[draft.end : draft.sentence.end]:
            continue  # 『A』の佐藤の監督デビュー作: who acted until then
        known = trades.get(id(draft.object), [])
        staff = [trade for trade in _STAFF if trade in known]
        if staff and "cast_member" not in known:
            draft.predicate = staff[0]
        elif isinstance(draft.object, Referent) and (trade := trade_of(draft.object)):
            draft.predicate = trade


def _voice(document: Document, draft: Draft) -> tuple[str, ...]:
    """On whose word a sentence says what a frame has given its status already."""
    voices = [c.by for c in cues(document, draft.sentence) if c.by and c.status in ("reported", "confirmed")]
    return voices[0] if voices else ()


def _characters(document: Document) -> set[int]:
    return {id(m.referent) for m in document.mentions if m.kind == "C"}


# 2017年に藤倉杏主演でテレビドラマ化されている: another version, made before
_MADE_BEFORE = re.compile(r"(?:の)?主演で、?[^。、]{0,10}化され(?:て(?:い|お)|た(?:ことが|。|が|、|ほか))")


def _of_earlier_version(document: Document, draft: Draft) -> bool:
    """Whether a lead is that of a version made before the work at hand."""
    if draft.predicate != "cast_member" or draft.mention is None:
        return False
    return _MADE_BEFORE.match(document.text, draft.mention.end, draft.sentence.end) is not None


def _sound(draft: Draft, characters: set[int]) -> bool:
    """Whether subject and object can be what the predicate takes."""
    obj = draft.object
    if draft.predicate in _PERSONAL and isinstance(obj, Referent):
        if obj.kind != "person" or id(obj) in characters:
            return False
        if obj.name == draft.slots.get("character"):
            return False
    if draft.subject.kind == "person" and id(draft.subject) in characters:
        return False
    return obj is not draft.subject


_TOLD = re.compile(r"(?:が|は)[^。、]{0,14}(?P<verb>伝え|報じ|発表し|明らかにし|公表し)(?:た|ている)。?$")
_SHORT_SENTENCE = 34


def _told_after(document: Document, drafts: list[Draft]) -> None:
    """A short sentence that says no more than who told it (米紙…が伝えた。) tells of the sentence before."""
    for sentence in document.sentences[1:]:
        words = document.text[sentence.start : sentence.end]
        match = _TOLD.search(words)
        before = document.sentences[sentence.index - 1]
        if match is None or len(words) > _SHORT_SENTENCE or before.paragraph != sentence.paragraph:
            continue
        voices = [m for m in sentence.mentions if m.kind == "O" and m.referent is not None]
        if not voices and not words.startswith("同"):
            continue
        voice = voices[-1].referent if voices else _last_organization(document, sentence.start)
        status = "reported" if match["verb"] in ("伝え", "報じ") else "confirmed"
        for draft in drafts:
            if (
                draft.sentence is before
                and draft.status == "stated"
                and draft.predicate not in PASSING
                and voice is not None
            ) and not draft.background:
                draft.status, draft.by = status, (voice.name,)


def _last_organization(document: Document, before: int) -> Referent | None:
    return next((m.referent for m in reversed(document.mentions) if m.kind == "O" and m.start < before), None)


def _told_here(document: Document, draft: Draft) -> bool:
    """Whether the sentence tells of the draft's work: it names no other, and that not in passing."""
    named = [m for m in draft.sentence.mentions if m.kind == "W" and not m.indirect]
    return (
        len(named) == 1
        and named[0].referent is draft.subject
        and document.text[named[0].end : named[0].end + 1] in "をがはの」"
        and not in_passing(document, draft.sentence, named[0])
    )


def _past_credit(document: Document, draft: Draft) -> None:
    """Credits of other works than the one that a sentence is about are the outlet's own words."""
    if draft.status not in ("reported", "confirmed") or draft.fixed:
        return
    focus = document.focus[draft.sentence.index].work
    if draft.rule == "ja/title/platform-of-all" or (not draft.background and _told_here(document, draft)):
        return
    if draft.subject.kind == "work" and draft.subject is not focus and draft.subject is not document.main_work:
        draft.status, draft.by = "stated", ()
