"""More items than are held in memory, parted over files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ingest.feeds.partitions import Parting, Partition


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
