"""A sample for the page's tests: public facts of autumn 2024, told in our own words by made-up reports."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from graph.actors import Actor, ActorKind
from graph.claims import Attribution, Claim, Mention, Modality
from graph.days import Precision, When
from graph.projection import evidence, project
from graph.records import Record
from graph.reports import Report, text_hash
from queries.subgraph import ShownActor, ShownAttribution, ShownClaim, ShownRelation, ShownReport, Subgraph

TODAY = datetime.date(2024, 10, 20)

_KINDS = {
    ActorKind.STATE: {
        "USA": "United States",
        "ISR": "Israel",
        "IRN": "Iran",
        "LBN": "Lebanon",
        "QAT": "Qatar",
        "JOR": "Jordan",
    },
    ActorKind.ARMED_GROUP: {"hezbollah": "Hezbollah", "hamas": "Hamas", "houthis": "Houthis"},
    ActorKind.BODY: {"idf": "IDF", "irgc": "IRGC"},
    ActorKind.ORGANISATION: {"unifil": "UNIFIL"},
    ActorKind.PERSON: {
        "jake-sullivan": "Jake Sullivan",
        "ron-dermer": "Ron Dermer",
        "hassan-nasrallah": "Hassan Nasrallah",
        "ali-khamenei": "Ali Khamenei",
    },
    ActorKind.OUTLET: {"tass": "TASS", "axios": "Axios", "irna": "IRNA", "reuters": "Reuters"},
}
_ALIASES = {
    "hezbollah": ("Hizbullah", "Party of God"),
    "USA": ("United States of America", "US"),
    "irgc": ("Pasdaran",),
}
ACTORS = {
    key: Actor(id=key, name=name, kind=kind, aliases=_ALIASES.get(key, ()))
    for kind, members in _KINDS.items()
    for key, name in members.items()
}


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _report(outlet: str, published: str, title: str) -> Report:
    address = f"https://{outlet}.example/{published}/{title.lower().replace(' ', '-')}"
    return Report(sha256=text_hash(title), url=address, title=title, published=_day(published), outlet=outlet)


def _claim(
    report: Report,
    told: str,
    on: str | None,
    quote: str,
    chain: Iterable[Attribution] = (),
    precision: Precision = Precision.DAY,
    modality: Modality = Modality.ASSERTED,
    negated: bool = False,
) -> Claim:
    subject, relation, target = told.split()
    outlet = report.outlet or ""
    return Claim(
        report=report.id,
        type=relation,
        subject=Mention(actor=subject),
        object=Mention(actor=target),
        when=When(on=_day(on), precision=precision),
        modality=modality,
        negated=negated,
        quote=quote,
        extractor="by hand",
        attribution=(Attribution(actor=outlet), *chain),
    )


def sample_records() -> list[Record]:
    """Five reports of four outlets that agree on some things and not on others."""
    officials = (
        Attribution(actor="axios", verb="citing"),
        Attribution(actor="USA", verb="citing", anonymous=True, count=4),
    )
    official = (Attribution(actor="USA", verb="quoting", anonymous=True, count=1),)
    trust = _report("tass", "2024-10-08", "Trust between Washington and Jerusalem wears thin")
    axios = _report("axios", "2024-10-08", "Washington kept in the dark")
    strikes = _report("reuters", "2024-10-02", "Missiles over Israel and troops in Lebanon")
    tehran = _report("irna", "2024-10-02", "Tehran speaks of its answer")
    talks = _report("reuters", "2024-10-17", "Mediators try again")
    structure = [
        ("ali-khamenei LEADS IRN", "The supreme leader of Iran, Ali Khamenei"),
        ("jake-sullivan REPRESENTS USA", "Jake Sullivan, national security adviser to the American president"),
        ("ron-dermer REPRESENTS ISR", "Ron Dermer, a minister of Israel"),
        ("idf PART_OF ISR", "the army of Israel"),
        ("irgc PART_OF IRN", "the Guards, a branch of Iran's forces"),
        ("IRN BACKS hezbollah", "Hezbollah, which Iran arms and pays"),
        ("IRN BACKS houthis", "the Houthis, a friend of Iran"),
        ("hassan-nasrallah LEADS hezbollah", "Hassan Nasrallah, head of Hezbollah"),
    ]
    told = {
        trust: [
            _claim(
                trust,
                "USA DISTRUSTS ISR",
                None,
                "Washington believes less and less of what Israel's leaders say",
                officials,
            ),
            _claim(
                trust,
                "ISR WITHHOLDS_FROM USA",
                "2024-09-27",
                "Washington was not told before the raid on Beirut",
                official,
            ),
            _claim(
                trust,
                "jake-sullivan DEMANDS_OF ron-dermer",
                "2024-10-04",
                "Sullivan wants to know what Israel plans",
                officials,
            ),
            _claim(trust, "IRN STRIKES ISR", "2024-10-01", "the missiles that Iran fired on the first of October"),
            *(_claim(trust, words, None, quote) for words, quote in structure),
        ],
        axios: [
            _claim(axios, "USA DISTRUSTS ISR", None, "“Our trust is very low,” said one of them", official),
            _claim(
                axios, "ISR INFORMS USA", "2024-09-27", "word came when the aircraft were already in the air", official
            ),
            _claim(
                axios,
                "USA ARMS ISR",
                "2024-10-13",
                "a battery against missiles goes to Israel",
                precision=Precision.DAY,
            ),
        ],
        strikes: [
            _claim(
                strikes,
                "IRN STRIKES ISR",
                "2024-10-01",
                "Iran fired about 180 missiles",
                (Attribution(actor="ISR", verb="said"),),
            ),
            _claim(strikes, "ISR STRIKES hezbollah", "2024-09-23", "the heaviest day of air raids in years"),
            _claim(strikes, "ISR STRIKES hezbollah", "2024-09-27", "bombs fell on the southern suburbs of Beirut"),
            _claim(strikes, "ISR STRIKES hezbollah", "2024-10-03", "raids went on for another night"),
            _claim(strikes, "ISR KILLS hassan-nasrallah", "2024-09-27", "the head of Hezbollah died under the rubble"),
            _claim(strikes, "idf INVADES LBN", "2024-10-01", "troops crossed the line before dawn"),
            _claim(strikes, "hezbollah STRIKES ISR", "2024-10-01", "rockets came back over the border"),
            _claim(strikes, "JOR OPPOSES IRN", None, "Amman would not have its sky used"),
            _claim(strikes, "houthis STRIKES ISR", "2024-10-02", "drones came from the south"),
        ],
        tehran: [
            _claim(
                tehran,
                "IRN STRIKES ISR",
                "2024-10-01",
                "nine in ten missiles hit",
                (Attribution(actor="IRN", verb="said"),),
            ),
            _claim(
                tehran, "hezbollah CLASHES_WITH ISR", "2024-10-02", "fighters met the soldiers at the border villages"
            ),
            _claim(tehran, "idf INVADES LBN", "2024-10-01", "no soldier has crossed", negated=True),
            _claim(tehran, "ali-khamenei THREATENS ISR", "2024-10-02", "the next blow will be harder"),
            _claim(tehran, "ISR STRIKES IRN", None, "an answer may follow", modality=Modality.THREATENED),
        ],
        talks: [
            _claim(talks, "QAT MEDIATES_FOR hamas", "2024-10-01", "Doha carries messages", precision=Precision.MONTH),
            _claim(talks, "USA MEETS QAT", "2024-10-16", "envoys sat together in Doha"),
            _claim(talks, "ISR ATTACKS hamas", "2024-10-16", "its leader was found dead in Rafah"),
            _claim(talks, "unifil CRITICIZES ISR", "2024-10-13", "the peacekeepers protest against broken gates"),
            _claim(talks, "LBN APPEALS_TO unifil", "2024-10-14", "Beirut asks the mission to stay"),
        ],
    }
    return [
        Record(report=report, claims=tuple(claims), actors=tuple(ACTORS.values())) for report, claims in told.items()
    ]


def subgraph_of(records: Iterable[Record]) -> Subgraph:
    """What the store should give back for some records: the relations that they project to, and what these rest on."""
    records = list(records)
    claims = {claim.id: claim for record in records for claim in record.claims}
    reports = {record.report.id: record.report for record in records}
    pieces = (evidence(claim, reports[claim.report].published) for claim in claims.values())
    projection = project([piece for piece in pieces if piece])
    behind: dict[str, list[str]] = {}
    for key, borne in projection.bearing.items():
        for relation in borne:
            behind.setdefault(relation, []).append(key)
    ends = sorted({end for relation in projection.relations for end in (relation.subject, relation.object)})
    kept = (
        "type",
        "subject",
        "object",
        "valence",
        "claims",
        "reports",
        "origins",
        "first_reported",
        "last_reported",
        "disputed",
    )
    relations = [
        ShownRelation(
            id=relation.id,
            **relation.when.model_dump(),
            **relation.model_dump(include=set(kept)),
            evidence=tuple(behind[relation.id]),
        )
        for relation in projection.relations
    ]
    return Subgraph(
        title="Who is said to do what to whom",
        actors=tuple(_shown_actor(ACTORS[end]) for end in ends),
        relations=tuple(
            sorted(relations, key=lambda r: (-r.origins, -r.claims, -(r.last_reported or TODAY).toordinal(), r.id))
        ),
        claims=tuple(_shown_claim(claims[key]) for key in projection.bearing),
        reports=tuple(_shown_report(report) for report in reports.values()),
        total=len(relations),
        snapshot=TODAY,
    )


def _shown_actor(actor: Actor) -> ShownActor:
    return ShownActor(**actor.model_dump(include={"id", "name", "kind", "country", "wikidata", "aliases"}))


def _shown_claim(claim: Claim) -> ShownClaim:
    fields = claim.model_dump(include={"report", "quote", "modality", "negated", "confidence", "extractor"})
    links = [
        ShownAttribution(**link.model_dump(), name=ACTORS[link.actor].name, kind=ACTORS[link.actor].kind)
        for link in claim.attribution
    ]
    return ShownClaim(id=claim.id, **fields, **claim.when.model_dump(), attribution=tuple(links))


def _shown_report(report: Report) -> ShownReport:
    outlet = ACTORS[report.outlet].name if report.outlet else None
    return ShownReport(
        id=report.id, **report.model_dump(include={"title", "url", "published", "outlet"}), outlet_name=outlet
    )
