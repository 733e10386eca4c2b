"""More items than are held in memory."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ingest.feeds.spill import FILES_AT_ONCE, Spill


@given(st.lists(st.tuples(st.text(max_size=2), st.integers(0, 3))))
def test_items_come_back_in_order(items: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        spill = Spill(Path(folder), "items", in_memory=3)
        for item in items:
            spill.add(item)
        assert list(spill.sorted()) == sorted(items)


def test_many_files_are_made_one_and_none_is_left(tmp_path: Path) -> None:
    spill = Spill(tmp_path, "items", in_memory=2)
    numbers = [(number * 7919) % 1009 for number in range(5 * FILES_AT_ONCE)]
    for number in numbers:
        spill.add((number, 0))
    assert len(list(tmp_path.iterdir())) < FILES_AT_ONCE
    assert [item[0] for item in spill.sorted()] == sorted(numbers)
    assert list(tmp_path.iterdir()) == []
