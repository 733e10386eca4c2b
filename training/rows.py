"""The last touch on the rows of a sentence: commas, capitals, quotation marks, CoNLL-U."""

from __future__ import annotations

Rows = list[list[str]]


def title_case(rows: Rows) -> Rows:
    """The rows with capitals on all words but the small ones, as many headlines stand."""
    small = {"ADP", "DET", "CCONJ", "PART", "SCONJ"}
    return [
        [row[0], row[1] if row[3] in small and row[0] != "1" else row[1][:1].upper() + row[1][1:], *row[2:]]
        for row in rows
    ]


def tidy(rows: Rows) -> Rows:
    """Without a comma that stands before another sign or at the end."""
    drop = {
        int(row[0])
        for row, following in zip(rows, [*rows[1:], None], strict=True)
        if row[1] == "," and (following is None or following[1] in {",", ".", ";", ":"})
    }
    if not drop:
        return rows
    places = {0: 0}
    for row in rows:
        if int(row[0]) not in drop:
            places[int(row[0])] = len(places)
    kept = [row for row in rows if int(row[0]) not in drop]
    before = {int(row[0]) + 1 for row in rows if int(row[0]) in drop}
    result = [[str(places[int(row[0])]), *row[1:6], str(places[int(row[6])]), *row[7:]] for row in kept]
    for row, old in zip(result, kept, strict=True):
        if int(old[0]) in before and row[1] in {",", ".", ";", ":"} and int(row[0]) > 1:
            result[int(row[0]) - 2][9] = "SpaceAfter=No"
    return result


def upper(rows: Rows) -> Rows:
    """The rows in capitals, as some headlines stand."""
    return [[row[0], row[1].upper(), *row[2:]] for row in rows]


def written(rows: Rows, name: str) -> str:
    """One sentence in CoNLL-U with its comments."""
    return "\n".join([f"# sent_id = {name}", f"# text = {text_of(rows)}", *("\t".join(row) for row in rows)]) + "\n\n"


def curly(rows: Rows) -> Rows:
    """The rows with curly quotation marks and apostrophes."""
    opened = False
    for row in rows:
        if row[1] == '"':
            row[1], opened = ("”" if opened else "“"), not opened
        elif row[1] in {"'s", "'", "n't"}:
            row[1] = row[1].replace("'", "’")
    return rows


def spoken(rows: Rows) -> Rows:
    """The rows with a capital on the first word of every quotation."""
    opened = False
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        if row[1] == '"':
            opened = not opened
            if opened and following is not None:
                following[1] = following[1][:1].upper() + following[1][1:]
    return rows


def text_of(rows: Rows) -> str:
    """The sentence as it is written."""
    return "".join(row[1] + ("" if row[9] == "SpaceAfter=No" else " ") for row in rows).strip()
