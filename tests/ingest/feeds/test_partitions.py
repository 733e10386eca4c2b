"""More items than are held in memory, parted over files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ingest.feeds.partitions import HEAD, Parting, Partition


@given(st.lists(st.lists(st.tuples(st.text(max_size=2), st.integers(0, 3)))), st.integers(1, 5))
def test_every_item_comes_back_with_all_of_its_key_and_no_file_is_left(
    portions: list[list[tuple[str, int]]], parts: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        partition = Partition(Path(folder), "items", parts)
        for portion in portions:
            parting = Parting(partition)
            for item in portion:
                parting.add(partition.of(item[0]), item)
            parting.write()
        found = [list(partition.take(part)) for part in range(parts)]
        assert not list(Path(folder).iterdir())
    assert sorted(item for part in found for item in part) == sorted(item for portion in portions for item in portion)
    for part, items in enumerate(found):
        assert {partition.of(item[0]) for item in items} <= {part}


@given(st.lists(st.lists(st.text(max_size=2), max_size=9), min_size=1), st.data())
def test_what_was_read_until_a_portion_is_kept_and_what_is_half_written_is_dropped(
    portions: list[list[str]], data: st.DataObject
) -> None:
    until = data.draw(st.integers(0, len(portions)))
    with tempfile.TemporaryDirectory() as folder:
        partition = Partition(Path(folder), "items", 2, kept=True)
        for number, portion in enumerate(portions):
            parting = Parting(partition, number)
            for item in portion:
                parting.add(partition.of(item), (item, number))
            assert parting.write() == len(portion)
        for path in partition.files():
            with path.open("ab") as file:
                file.write((HEAD.pack(0, 1, 99) + bytes(98))[: data.draw(st.integers(0, HEAD.size + 98))])
        wanted = sorted((item, number) for number, portion in enumerate(portions[:until]) for item in portion)
        assert partition.keep_until(until) == len(wanted)
        for _ in range(2):
            assert sorted(item for part in range(2) for item in partition.take(part)) == wanted
        partition.remove()
        assert not list(Path(folder).iterdir())
