"""How actors and relations are drawn."""

from __future__ import annotations

import pytest

from graph.actors import ActorKind
from queries.rendering.appearance import FAN_LIMIT, KINDS, TONES, Tone, lines, tone, width
from queries.subgraph import ShownRelation


def between(count: int, type_name: str = "STRIKES", subject: str = "a", other: str = "b") -> list[ShownRelation]:
    return [
        ShownRelation(id=f"{subject} {type_name} {n}", type=type_name, subject=subject, object=other)
        for n in range(count)
    ]


def test_every_kind_of_actor_has_a_look_and_no_two_share_one() -> None:
    assert KINDS.keys() == {kind.value for kind in ActorKind}
    assert len({(look["shape"], look["hollow"]) for look in KINDS.values()}) == len(KINDS)


def test_tones_differ_in_dash_as_well_as_in_colour() -> None:
    for quality in ("light", "dark", "dashes"):
        assert len({str(look[quality]) for look in TONES.values()}) == len(Tone)


def luminance(colour: str) -> float:
    """Of WCAG 2.2: how bright a colour is."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("theme", "ground"), [("light", "#fdfcf9"), ("dark", "#1a1f26")])
@pytest.mark.parametrize("told", Tone)
def test_words_and_lines_stand_out_from_their_ground(told: Tone, theme: str, ground: str) -> None:
    def contrast(colour: object) -> float:
        low, high = sorted((luminance(str(colour)), luminance(ground)))
        return (high + 0.05) / (low + 0.05)

    assert contrast(TONES[told][f"{theme}_words"]) >= 4.5
    assert contrast(TONES[told][theme]) >= 3


@pytest.mark.parametrize(
    ("valence", "expected"), [(-9.5, Tone.HOSTILE), (-1, Tone.HOSTILE), (0.5, Tone.NEUTRAL), (4, Tone.FRIENDLY)]
)
def test_the_tone_follows_the_valence(valence: float, expected: Tone) -> None:
    assert tone(valence) is expected


def test_a_lone_relation_is_straight_and_parallel_ones_fan_out() -> None:
    assert [line.bend for line in lines(between(1))] == [0]
    fan = [line.bend for line in lines([*between(2), *between(2, "AIDS", "b", "a")])]
    assert len(set(fan)) == 4
    assert sum(fan) == pytest.approx(0)


def test_too_many_to_tell_apart_share_lines_by_type_and_direction() -> None:
    drawn = lines([*between(FAN_LIMIT), *between(3, "AIDS", "b", "a")])
    assert [(line.subject, line.type, len(line.relations)) for line in drawn] == [
        ("a", "STRIKES", FAN_LIMIT),
        ("b", "AIDS", 3),
    ]


def test_more_origins_make_a_wider_line_but_never_a_bar() -> None:
    widths = [width(origins) for origins in (1, 2, 4, 1000)]
    assert widths == sorted(set(widths))
    assert widths[-1] == 8
