"""Identities: what is brought together, what is kept apart, and that neither order nor history matters."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolving.reports import company, person, report, work

from newsreel.model import Claim, Judgement, Ref, Report, Verdict, mention_id
from newsreel.resolving import Identities, Resolver, replay, resolve
from newsreel.resolving.mentions import gather

Read = tuple[Report, list[Claim]]

KO = report(
    "ko",
    (work("w1", "고요한 항구"), "cast_member", person("p1", "배두나")),
    (work("w1", "고요한 항구"), "cast_member", person("p2", "류승룡")),
    (work("w1", "고요한 항구"), "director", person("p3", "김보라")),
    (work("w1", "고요한 항구"), "platform", company("o1", "넷플릭스")),
    (work("w1", "고요한 항구"), "work_type", "series"),
)
EN = report(
    "en",
    (work("w1", "The Quiet Harbour"), "cast_member", person("p1", "Bae Doona", "Bae")),
    (work("w1", "The Quiet Harbour"), "cast_member", person("p2", "Ryu Seung-ryong")),
    (work("w1", "The Quiet Harbour"), "director", person("p3", "Kim Bo-ra")),
    (work("w1", "The Quiet Harbour"), "platform", company("o1", "Netflix")),
    (work("w1", "The Quiet Harbour"), "work_type", "series"),
    (work("w1", "The Quiet Harbour"), "based_on", work("w2", "The Quiet Harbour")),
    (work("w2", "The Quiet Harbour"), "work_type", "manga"),
)
JA = report(
    "ja",
    (work("w1", "静かな港"), "cast_member", person("p1", "ペ・ドゥナ")),
    (work("w1", "静かな港"), "cast_member", person("p2", "リュ・スンリョン")),
    (work("w1", "静かな港"), "platform", company("o1", "Netflix")),
    (work("w1", "静かな港"), "work_type", "series"),
    (work("w1", "静かな港"), "alias", "The Quiet Harbour"),
)
FILM = report(
    "film",
    (work("w1", "The Quiet Harbour"), "work_type", "film"),
    (work("w1", "The Quiet Harbour"), "release_date", "1996"),
    (work("w1", "The Quiet Harbour"), "director", person("p1", "Anna Lindqvist")),
)
BARE = report("bare", (work("w1", "The Quiet Harbour"), "genre", "drama"))
TWINS = report(
    "twins",
    (work("w1", "Night Ferry"), "cast_member", person("p1", "김지현")),
    (work("w1", "Night Ferry"), "screenwriter", person("p2", "김지현")),
)
ALL = [KO, EN, JA, FILM, BARE, TWINS]


def together(found: Identities, *places: tuple[str, str]) -> bool:
    return len({found.of(*place) for place in places}) == 1


def same(left: tuple[str, str], right: tuple[str, str], verdict: Verdict = Verdict.SAME, date: str = "") -> Judgement:
    a, b = sorted((mention_id(*left), mention_id(*right)))
    return Judgement(a, b, verdict, "person:reader", "the poster says so", date)


def test_titles_without_a_letter_in_common_are_one_by_their_company() -> None:
    found = resolve([KO, EN])
    assert together(found, ("ko", "w1"), ("en", "w1"))


def test_names_in_three_scripts_are_one() -> None:
    found = resolve([KO, EN, JA])
    for local in ("p1", "p2", "o1", "w1"):
        assert together(found, ("ko", local), ("en", local), ("ja", local)), local


def test_a_country_is_one_in_every_language() -> None:
    told = [
        report(one, (work("w1", "Tin Moon"), "filming_location", Ref("l1", "place", (name,))))
        for one, name in (("a", "Japan"), ("b", "일본"), ("c", "日本"), ("d", "South Korea"), ("e", "한국"))
    ]
    found = resolve(told)
    assert together(found, ("a", "l1"), ("b", "l1"), ("c", "l1"))
    assert together(found, ("d", "l1"), ("e", "l1"))
    assert not together(found, ("a", "l1"), ("d", "l1"))


def test_a_source_of_the_same_name_stays_another_work() -> None:
    found = resolve(ALL)
    assert not together(found, ("en", "w1"), ("en", "w2"))


def test_a_film_of_the_same_name_stays_another_work() -> None:
    found = resolve(ALL)
    assert not together(found, ("en", "w1"), ("film", "w1"))


def test_a_bare_title_that_may_be_either_waits_for_a_person() -> None:
    found = resolve([EN, FILM, BARE])
    assert not together(found, ("bare", "w1"), ("en", "w1"))
    assert not together(found, ("bare", "w1"), ("film", "w1"))
    asked = {entity for question in found.questions for entity in question.entities}
    assert found.of("bare", "w1") in asked


def test_a_question_shows_both_sides_and_its_reasons() -> None:
    question = resolve([EN, FILM, BARE]).questions[0]
    assert question.reasons
    assert all(side and "The Quiet Harbour" in side[0] for side in question.shown)


def test_names_that_share_no_key_are_compared_where_they_share_a_work() -> None:
    one = report("one", (work("w1", "Silver Quay"), "production_company", company("o1", "Lumenor")))
    other = report(
        "other", (work("w1", "Silver Quay"), "production_company", company("o1", "ルメノール・ピクチャーズ"))
    )
    elsewhere = report("elsewhere", (work("w1", "Iron Bell"), "production_company", company("o1", "Lumenor")))
    for reads in itertools.permutations([one, other, elsewhere]):
        resolver = Resolver()
        for read in reads:
            resolver.add(*read)
            resolver.identities()
        assert together(resolver.identities(), ("one", "o1"), ("other", "o1"), ("elsewhere", "o1"))


def test_two_of_one_name_in_one_report_are_two() -> None:
    assert not together(resolve([TWINS]), ("twins", "p1"), ("twins", "p2"))


def test_a_surname_alone_names_nobody_elsewhere() -> None:
    other = report("other", (work("w1", "Iron Bell"), "cast_member", person("p1", "Bae Suzy", "Bae")))
    assert not together(resolve([EN, other]), ("en", "p1"), ("other", "p1"))


def test_a_denied_claim_keeps_no_company() -> None:
    denied = report("no", (work("w1", "잃어버린 등대"), "cast_member", person("p1", "배두나")), status="denied")
    assert gather(*denied)[0].links == set()


def test_every_name_that_was_read_is_kept_the_most_used_first() -> None:
    found = resolve([KO, EN, JA])
    entity = found.entities[found.of("en", "p1")]
    assert {"배두나", "Bae Doona", "ペ・ドゥナ", "Bae"} == set(entity.names)
    assert entity.id == min(entity.mentions)


def test_a_person_joins_what_no_rule_would() -> None:
    found = resolve(ALL, [same(("en", "w1"), ("film", "w1"))])
    assert together(found, ("en", "w1"), ("film", "w1"))


def test_a_person_parts_what_rules_join_whatever_the_evidence() -> None:
    found = resolve(ALL, [same(("en", "w1"), ("ko", "w1"), Verdict.DIFFERENT)])
    assert not together(found, ("en", "w1"), ("ko", "w1"))


def test_a_judgement_that_is_withdrawn_leaves_nothing_behind() -> None:
    resolver = Resolver()
    for read in ALL:
        resolver.add(*read)
    before = resolver.identities()
    word = same(("en", "w1"), ("film", "w1"))
    resolver.judge(word)
    assert resolver.identities() != before
    resolver.take_back(word.id)
    assert resolver.identities() == before


def test_undecided_takes_an_earlier_word_back() -> None:
    words = [same(("en", "w1"), ("film", "w1"), date="2024-01-01")]
    words.append(same(("en", "w1"), ("film", "w1"), Verdict.UNDECIDED, "2024-02-01"))
    assert not together(resolve(ALL, words), ("en", "w1"), ("film", "w1"))


def test_contradicting_judgements_are_shown_and_the_later_counts() -> None:
    words = [
        same(("en", "w1"), ("film", "w1"), date="2024-01-01"),
        same(("en", "w1"), ("bare", "w1"), date="2024-01-02"),
        same(("film", "w1"), ("bare", "w1"), Verdict.DIFFERENT, "2024-01-03"),
    ]
    found = resolve(ALL, words)
    assert [clash.overruled for clash in found.clashes] == [words[0]]
    assert set(found.clashes[0].by) == {words[1], words[2]}
    assert "person:reader says" in found.clashes[0].words


def test_a_mention_split_off_stays_off() -> None:
    resolver = Resolver()
    for read in ALL:
        resolver.add(*read)
    resolver.identities()
    for judgement in resolver.split(mention_id("ko", "w1"), by="person:reader", because="another series"):
        resolver.judge(judgement)
    found = resolver.identities()
    assert not together(found, ("ko", "w1"), ("en", "w1"))
    assert together(found, ("ja", "w1"), ("en", "w1"))


def test_who_was_told_from_one_that_is_gone_stands_alone_no_longer() -> None:
    told = [report(one, (work("w1", "Tin Moon"), "cast_member", person("p1", "Bae Doona"))) for one in ("a", "b", "c")]
    resolver = Resolver([same(("a", "p1"), ("b", "p1"), Verdict.DIFFERENT)])
    for read in told:
        resolver.add(*read)
    assert not together(resolver.identities(), ("a", "p1"), ("b", "p1"))
    resolver.withdraw("a")
    assert [(one.left, one.right, one.by) for one in resolver.judgements()] == [
        (one.left, one.right, one.by) for one in rules(told[1:])
    ]


def rules(reads: Iterable[Read]) -> tuple[Judgement, ...]:
    """What the rules decide of these reports alone."""
    resolver = Resolver()
    for read in reads:
        resolver.add(*read)
    return resolver.judgements()


def test_an_explanation_gives_the_evidence_in_words() -> None:
    resolver = Resolver()
    for read in ALL:
        resolver.add(*read)
    resolver.identities()
    found = resolver.explain(mention_id("ko", "w1"), mention_id("en", "w1"))
    assert found.score >= found.same
    assert any("cast" in line for line in found.words)
    against = resolver.explain(mention_id("en", "w1"), mention_id("film", "w1"))
    assert "film" in against.never


def grouped(mentions: Iterable[str], judgements: Iterable[Judgement]) -> set[frozenset[str]]:
    groups, _ = replay(judgements)
    found: dict[str, set[str]] = {}
    for mention in mentions:
        found.setdefault(groups.find(mention), set()).add(mention)
    return {frozenset(group) for group in found.values()}


def test_the_rules_judgements_replay_to_the_same_entities() -> None:
    resolver = Resolver()
    for read in ALL:
        resolver.add(*read)
    found = resolver.identities()
    entities = {frozenset(entity.mentions) for entity in found.entities.values()}
    assert grouped(found.mentions, resolver.judgements()) == entities


JUDGED = [same(("en", "w1"), ("bare", "w1")), same(("twins", "p1"), ("twins", "p2"), Verdict.DIFFERENT)]


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(ALL), max_size=4))
def test_neither_order_nor_history_changes_the_result(chosen: random.Random, first: list[Read]) -> None:
    wanted = resolve(ALL, JUDGED)
    resolver = Resolver()
    for read in first:
        resolver.add(*read)
    resolver.identities()
    for read in first[::2]:
        resolver.withdraw(read[0].id)
    steps: list[Read | Judgement] = [*ALL, *JUDGED]
    chosen.shuffle(steps)
    for step in steps:
        if isinstance(step, Judgement):
            resolver.judge(step)
        else:
            resolver.add(*step)
        if chosen.random() < 0.3:
            resolver.identities()
    assert resolver.identities() == wanted


def test_two_titles_that_one_report_names_are_two_works_whoever_made_both() -> None:
    made = [
        (work(local, title), predicate, person(*name))
        for local, title in (("w1", "푸른 등대"), ("w2", "봄날의 우산"))
        for predicate, name in (("director", ("p1", "윤도현")), ("cast_member", ("p2", "서지안")))
    ]
    typed = [
        (work(local, title), "work_type", "series") for local, title in (("w1", "푸른 등대"), ("w2", "봄날의 우산"))
    ]
    ours = report("ko", *made, *typed, (work("w1", "푸른 등대"), "cast_member", person("p3", "문상혁")))
    theirs = report(
        "ja",
        (work("w1", "青い灯台"), "director", person("p1", "ユン・ドヒョン")),
        (work("w1", "青い灯台"), "cast_member", person("p2", "ソ・ジアン")),
        (work("w1", "青い灯台"), "cast_member", person("p3", "ムン・サンヒョク")),
        (work("w1", "青い灯台"), "work_type", "series"),
    )
    found = resolve([ours, theirs])
    assert together(found, ("ko", "w1"), ("ja", "w1"))
    assert not together(found, ("ko", "w2"), ("ja", "w1"))


def test_sources_of_one_adaptation_are_one_in_two_languages() -> None:
    def told(name: str, title: str, director: str, lead: str) -> Read:
        made, source = work("w1", title), work("w2", title)
        return report(
            name,
            (made, "based_on", source),
            (source, "work_type", "webtoon"),
            (made, "work_type", "series"),
            (made, "director", person("p1", director)),
            (made, "cast_member", person("p2", lead)),
        )

    ours, theirs = told("ko", "푸른 등대", "윤도현", "서지안"), told("en", "Blue Beacon", "Yoon Do-hyun", "Seo Ji-an")
    other = told("other", "Red Ferry", "Yoon Do-hyun", "Kang Tae-o")
    found = resolve([ours, theirs, other])
    assert together(found, ("ko", "w1"), ("en", "w1"))
    assert together(found, ("ko", "w2"), ("en", "w2"))
    assert not together(found, ("ko", "w1"), ("ko", "w2"))
    assert not together(found, ("other", "w2"), ("ko", "w2"))


def test_sources_without_a_title_are_not_one_for_being_called_alike() -> None:
    told = [
        report(
            one, (work("w1", title), "based_on", work("w2", "webtoon")), (work("w2", "webtoon"), "work_type", "webtoon")
        )
        for one, title in (("a", "Tin Moon"), ("b", "Iron Bell"))
    ]
    assert not together(resolve(told), ("a", "w2"), ("b", "w2"))


def test_two_romanisations_are_one_person_in_one_work() -> None:
    told = [
        report(one, (work("w1", "Tin Moon"), "cast_member", person("p1", name)))
        for one, name in (("a", "Kang Tae-o"), ("b", "Kang Tae Oh"), ("c", "Kang Tae-il"))
    ]
    found = resolve(told)
    assert together(found, ("a", "p1"), ("b", "p1"))
    assert not together(found, ("a", "p1"), ("c", "p1"))


def test_agencies_of_those_in_one_work_are_compared_whatever_their_keys_are() -> None:
    ours = report(
        "ko",
        (work("w1", "Tin Moon"), "cast_member", person("p1", "강태오")),
        (person("p1", "강태오"), "agency", company("o1", "나무숲엔터테인먼트")),
    )
    theirs = report(
        "en",
        (work("w1", "Tin Moon"), "cast_member", person("p1", "Kang Tae-o")),
        (person("p1", "Kang Tae-o"), "agency", company("o1", "Namusoop Entertainment")),
    )
    for reads in itertools.permutations([ours, theirs]):
        assert together(resolve(list(reads)), ("ko", "o1"), ("en", "o1"))


def test_of_names_used_alike_that_in_kana_comes_last() -> None:
    told = [
        report(one, (work("w1", "Tin Moon"), "director", person("p1", name)))
        for one, name in (("ko", "윤도현"), ("ja", "ユン・ドヒョン"))
    ]
    found = resolve(told)
    assert found.entities[found.of("ko", "p1")].names == ("윤도현", "ユン・ドヒョン")


def test_works_without_a_letter_in_common_are_one_by_day_platform_and_cast() -> None:
    ko = report(
        "ko1",
        (work("w1", "새벽의 약속"), "cast_member", person("p1", "배두나")),
        (work("w1", "새벽의 약속"), "platform", company("o1", "디즈니플러스")),
        (work("w1", "새벽의 약속"), "release_date", "2024-05-17"),
    )
    said = (
        (work("w1", "Iron Garden"), "cast_member", person("p1", "Bae Doona")),
        (work("w1", "Iron Garden"), "platform", company("o1", "Disney+")),
    )
    one_day = report("en1", *said, (work("w1", "Iron Garden"), "release_date", "2024-05-17"))
    one_year = report("en1", *said, (work("w1", "Iron Garden"), "release_date", "2024-09-20"))
    assert together(resolve([ko, one_day]), ("ko1", "w1"), ("en1", "w1"))
    assert not together(resolve([ko, one_year]), ("ko1", "w1"), ("en1", "w1"))


def test_a_work_with_a_translated_subtitle_is_found_by_the_sound_of_what_stands_before_it() -> None:
    en = report("en1", (work("w1", "Silent Hunter: The Movie"), "work_type", "animation_film"))
    ja = report("ja1", (work("w1", "サイレント・ハンター　冬の章"), "work_type", "animation_film"))
    assert together(resolve([en, ja]), ("en1", "w1"), ("ja1", "w1"))


PLACES = [(read[0].id, ref) for read in ALL for ref in sorted({c.subject.local for c in read[1]} | {"p1", "o1"})]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_what_persons_say_is_replayed_in_full_and_changes_add_up(data: st.DataObject) -> None:
    """Entities are those that all judgements, the rules' and the persons', give; changes told on the way lead there.

    Also where on the way another resolver goes on from what one has written down.
    """
    resolver = Resolver()
    taken: dict[str, tuple[Report, Sequence[Claim]]] = {}
    where: dict[str, str] = {}
    shown: dict[str, object] = {}
    said: list[Judgement] = []
    steps = st.sampled_from(["add", "add", "judge", "judge", "withdraw", "take back", "go on"])
    for number, step in enumerate(data.draw(st.lists(steps, min_size=4, max_size=12))):
        if step == "add":
            read = data.draw(st.sampled_from(ALL))
            resolver.add(*read)
            taken[read[0].id] = read
        elif step == "withdraw":
            gone = data.draw(st.sampled_from(ALL))[0].id
            resolver.withdraw(gone)
            taken.pop(gone, None)
        elif step == "go on":
            _apply(resolver, where, shown)
            resolver = gone_on(resolver, dict(taken))
        elif step == "judge":
            left, right = data.draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True))
            verdict = data.draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]))
            said.append(same(left, right, verdict, f"2024-01-{1 + number:02d}"))
            resolver.judge(said[-1])
        elif said:
            resolver.take_back(said.pop(data.draw(st.integers(0, len(said) - 1))).id)
        if data.draw(st.booleans()):
            _apply(resolver, where, shown)
    _apply(resolver, where, shown)
    found = resolver.identities()
    assert found.mentions == where
    assert {one: (e.kind, e.names, len(e.mentions)) for one, e in found.entities.items()} == shown
    entities = {frozenset(entity.mentions) for entity in found.entities.values()}
    assert grouped(found.mentions, [*resolver.judgements(), *said]) == entities


def gone_on(resolver: Resolver, taken: dict[str, tuple[Report, Sequence[Claim]]]) -> Resolver:
    """Another resolver that knows what one has written down, and where to ask for the rest."""

    def recall(name: str) -> tuple[Report, list[tuple[str, dict[str, Any]]]] | None:
        if name not in taken:
            return None
        report_, claims = taken[name]
        return report_, [(claim.id, claim.to_entry()) for claim in claims]

    other = Resolver(recall=recall)
    other.read_back(list(resolver.written()))
    return other


def _apply(resolver: Resolver, where: dict[str, str], shown: dict[str, object]) -> None:
    changes = resolver.changes()
    for known, told in ((where, changes.mentions), (shown, changes.entities)):
        for one, value in told.items():
            known.pop(one, None)
            if value is not None:
                known[one] = value  # type: ignore[assignment]
