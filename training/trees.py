"""Dependency trees that are put together by hand, and the CoNLL-U rows that they give.

A tree is built from its head outwards: what stands before the head goes to ``left``, what stands behind it to
``right``, each in the order of the sentence, so that every tree is projective.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rows import text_of

PUNCTUATION = {
    ",": "l",
    ".": "l",
    ":": "l",
    ";": "l",
    "'s": "l",
    "'": "l",
    "n't": "l",
    "-": "lr",
    "(": "r",
    ")": "l",
    "%": "l",
    "?": "l",
}
"""On which sides a sign touches its neighbour: l, r or both."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A word with all that hangs on it.

    Args:
        form: the word as it stands in the text.
        upos: its universal part of speech.
        lemma: its dictionary form.
        feats: its features as CoNLL-U writes them, or "".
        dep: its relation to its head.
        left: what hangs on it and stands before it.
        right: what hangs on it and stands behind it.
        touch: "l", "r" or "lr" where no space stands to its left or right.
        many: whether a verb agrees with it in the plural.
    """

    form: str
    upos: str
    lemma: str
    feats: str = ""
    dep: str = "root"
    left: tuple[Tree, ...] = ()
    right: tuple[Tree, ...] = ()
    touch: str = ""
    many: bool = False

    def to(self, dep: str) -> Tree:
        """The same tree with another relation to its head."""
        return replace(self, dep=dep)

    def before(self, *more: Tree) -> Tree:
        """With ``more`` in front of all that it has."""
        return replace(self, left=(*more, *self.left))

    def near(self, *more: Tree) -> Tree:
        """With ``more`` just before the head word."""
        return replace(self, left=(*self.left, *more))

    def after(self, *more: Tree) -> Tree:
        """With ``more`` behind all that it has."""
        return replace(self, right=(*self.right, *more))

    def text(self) -> str:
        """The words with their spaces."""
        return text_of(conllu(self))


def word(form: str, upos: str, dep: str = "root", feats: str = "", lemma: str | None = None) -> Tree:
    """A tree of one word; the lemma is the word itself, in lower case unless it is a name."""
    own = form if upos == "PROPN" else form.lower()
    touch = PUNCTUATION.get(form, "") if upos in {"PUNCT", "PART"} else ""
    return Tree(form, upos, own if lemma is None else lemma, feats, dep, touch=touch)


def punct(sign: str, touch: str | None = None) -> Tree:
    """A punctuation mark."""
    tree = word(sign, "PUNCT", "punct")
    return tree if touch is None else replace(tree, touch=touch)


def joined(trees: list[Tree], conjunction: str = "and", comma: bool = False) -> Tree:
    """Coordination: "A, B and C"; with ``comma`` also "A, and B"."""
    if len(trees) == 1:
        return trees[0]
    head = trees[0]
    for place, tree in enumerate(trees[1:], start=2):
        last = place == len(trees)
        marks: list[Tree] = []
        if not last or comma:
            marks.append(punct(","))
        if last:
            marks.append(word(conjunction, "CCONJ", "cc"))
        head = head.after(tree.to("conj").before(*marks))
    return replace(head, many=conjunction == "and" or trees[-1].many)


def conllu(root: Tree, capital: bool = False) -> list[list[str]]:
    """The rows of a tree, ten columns each.

    Args:
        root: the tree.
        capital: whether the first word is written with a capital.
    """
    order: list[Tree] = []
    heads: list[int] = []

    def visit(tree: Tree) -> int:
        below = [visit(child) for child in tree.left]
        order.append(tree)
        heads.append(0)
        place = len(order)
        below += [visit(child) for child in tree.right]
        for child in below:
            heads[child - 1] = place
        return place

    visit(root)
    rows = []
    for place, tree in enumerate(order):
        following = order[place + 1].touch if place + 1 < len(order) else ""
        glued = "r" in tree.touch or "l" in following
        rows.append(
            [
                *(str(place + 1), tree.form, tree.lemma, tree.upos, "_", tree.feats or "_", str(heads[place])),
                *(tree.dep, "_", "SpaceAfter=No" if glued else "_"),
            ]
        )
    if capital:
        first = next((row for row in rows if row[1][0].isalnum()), rows[0])
        if not (len(first[1]) > 1 and first[1][1].isupper()):
            first[1] = first[1][0].upper() + first[1][1:]
    return rows
