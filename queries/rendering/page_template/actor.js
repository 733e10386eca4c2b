// Actor: its panel: what it is, which offices it holds and held, and its relations by day.

const LISTED = 400;

function ofActor(actor) {
  const own = shown().filter((relation) => relation.subject === actor.id || relation.object === actor.id);
  const facts = [data.kinds[kindOf(actor.id)].label, actor.country && actor.country !== actor.id ? actor.country : ""];
  const known = /^Q[1-9]\d*$/.test(actor.wikidata || "");
  return [
    letGo(),
    make("h2", {}, name(actor.id)),
    make("p", { className: "soft" }, facts.filter(Boolean).join(" · "), " · ", make("code", {}, make("bdi", {}, actor.id)),
      known ? " · " : "", known ? link(`https://www.wikidata.org/wiki/${actor.wikidata}`, actor.wikidata) : ""),
    actor.aliases.length ? make("p", { className: "soft" }, "Also called ", ...between(actor.aliases.map((a) => make("bdi", {}, a)), ", ")) : null,
    data.chart !== "graph" ? null : make("div", { className: "choices" },
      focusButton(actor, 1, "Focus"), focusButton(actor, 2, "Two hops"),
      press("Path to …", () => change({ from: actor.id, to: "", selected: "" }), { title: "Show how it is joined to another actor" })),
    ...roles(actor),
    make("h3", {}, `${plural(own.length, "relation")} shown`),
    ...byDay(own.slice(0, LISTED), (relation) => entry(relation, false, actor.id)),
    own.length > LISTED ? make("p", { className: "soft" }, `… and ${own.length - LISTED} more; narrow the filters to see them.`) : null,
    ...undrawnBetween([actor.id]),
  ].filter(Boolean);
}

function focusButton(actor, hops, words) {
  const on = state.focus === actor.id && state.hops === hops;
  return press(words, () => { change(on ? { focus: "" } : { focus: actor.id, hops }); fit(); },
    { "aria-pressed": String(on), title: `Show only what lies within ${hops === 1 ? "one hop" : "two hops"} of it` });
}

// Offices as the gazetteer tells them: those held on the page's day, and those before.
function roles(actor) {
  const held = actor.roles.filter((role) => role.now), past = actor.roles.filter((role) => !role.now);
  const list = (heading, members) => (members.length
    ? [make("h3", {}, heading), make("ul", { className: "roles" }, ...members.map((role) => make("li", {}, make("bdi", {}, role.words), make("small", {}, role.days))))]
    : []);
  return [...list(`Offices on ${data.snapshot}`, held), ...list("Offices before", past)];
}
