"""What may be wrong with a single word, whatever the parser takes it for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ingest import mended_appositions as appositions
from ingest import mended_asides as asides
from ingest import mended_coordination as coordination
from ingest import mended_fire as fires
from ingest import mended_headlines as headlines
from ingest import mended_heads as heads
from ingest import mended_lists as lists
from ingest import mended_objects as objects
from ingest import mended_offices as offices
from ingest import mended_relatives as relatives
from ingest import mended_whose as whose
from ingest import mended_words as words
from ingest.noun_phrases import CAPTIVES
from ingest.tokens import Token

BY_WORD: Mapping[str, Callable[[Token], None]] = {
    "(": lists.mend_numbered,
    **dict.fromkeys(("ships", "states"), words.mend_plural),
    "visiting": words.mend_visiting,
    "bordering": asides.mend_bordering,
    "over": words.mend_over,
    "ruling": words.mend_ruling,
    "shoulder": words.mend_side,
    "loyal": appositions.mend_loyal,
    "ex": words.mend_former,
    "he": objects.mend_he,
    "once": objects.mend_at_once,
    "occupied": objects.mend_occupied,
    "guilty": words.mend_guilty,
    "according": asides.mend_according,
    "commanding": offices.mend_commanding,
    "acting": offices.mend_acting,
    "allies": offices.mend_allies,
    "one": coordination.mend_one,
    "women": coordination.mend_women,
    "trade": headlines.mend_traded,
    "ceasefire": heads.join_to_talks,
    "truce": heads.join_to_talks,
    **dict.fromkeys(("move", "decision", "step", "act", "gesture", "measure", "claim"), asides.mend_move),
    **dict.fromkeys(("marshal", "admiral", "general", "colonel", "brigadier", "commodore"), offices.mend_rank),
    # "Lt Gen Ann Hill"
    **dict.fromkeys(("lt", "gen", "maj", "col", "capt", "brig", "sgt", "cpl", "adm", "cdr", "cmdr"), offices.mend_rank),
    **dict.fromkeys(("commander", "chairman", "president", "director", "chief"), offices.mend_closing_office),
    **dict.fromkeys(("fire", "gunfire"), fires.mend_fire),
    **dict.fromkeys("$€£", objects.mend_money),
    **dict.fromkeys(("interior", "defence", "defense", "finance", "justice"), offices.mend_portfolio),
    **dict.fromkeys(CAPTIVES, objects.mend_captive),
    "whose": whose.mend_whose,
    "what": whose.mend_what,
    **dict.fromkeys(("which", "who", "that"), relatives.mend_relative_pronoun),
}
"""The mending of each, in small letters."""
