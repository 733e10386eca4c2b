// Path: how two actors are joined by what is shown. All else is dimmed; each hop tells its strongest relation.

const PATHS = 5;
let found = { key: "", paths: [] };

// The shortest paths over relations that carry one, the best attested first. A path is a row of actors, none twice.
function paths() {
  const key = [state.from, state.to, visible.size, ...visible].join(" ");
  if (found.key !== key) found = { key, paths: state.to ? search(state.from, state.to) : [] };
  return found.paths;
}

function search(from, to) {
  const joined = new Map();
  for (const relation of shown().filter(({ type }) => data.types[type].traversable)) {
    for (const [here, there] of [[relation.subject, relation.object], [relation.object, relation.subject]]) {
      if (!joined.has(here)) joined.set(here, new Map());
      const known = joined.get(here).get(there) || [];
      joined.get(here).set(there, [...known, relation]);
    }
  }
  const distance = new Map([[to, 0]]);
  for (let rim = [to]; rim.length && !distance.has(from);) {
    const next = [];
    for (const here of rim) {
      for (const there of (joined.get(here) || new Map()).keys()) {
        if (!distance.has(there)) { distance.set(there, distance.get(here) + 1); next.push(there); }
      }
    }
    rim = next;
  }
  if (!distance.has(from)) return [];
  const complete = [];
  const follow = (actor, hops) => {
    if (complete.length >= 200) return;
    if (actor === to) { complete.push(hops); return; }
    for (const [there, between] of joined.get(actor)) {
      if (distance.get(there) !== distance.get(actor) - 1) continue;
      follow(there, [...hops, { here: actor, there, relations: [...between].sort(strongestFirst) }]);
    }
  };
  follow(from, []);
  const strength = (hops) => Math.min(...hops.map((hop) => hop.relations[0].origins));
  return complete.sort((a, b) => strength(b) - strength(a)).slice(0, PATHS);
}

function pathForeground() {
  if (!state.from) return null;
  const hops = paths().flat();
  const ends = [state.from, state.to].filter(Boolean);
  return {
    actors: new Set([...ends, ...hops.flatMap((hop) => [hop.here, hop.there])]),
    lines: new Set(hops.flatMap((hop) => hop.relations.map((relation) => lineOf.get(relation.id)))),
    heart: new Set(ends),
  };
}

// The panel of the path mode.
function ofPath() {
  if (!state.to) {
    return [letGo(), make("h2", {}, "From ", name(state.from), " to …"),
      make("p", { className: "soft" }, "Choose the other actor: click it, or find it with the search.")];
  }
  const all = paths();
  const told = all.length
    ? `${all.length === 1 ? "The shortest path" : `${all.length} shortest paths`} over what is shown, ${plural(all[0].length, "hop")}.`
    : "Nothing that is shown joins them. Fewer filters may.";
  return [
    letGo(),
    make("h2", {}, "From ", name(state.from), " to ", name(state.to)),
    make("p", { className: "soft" }, told),
    make("div", { className: "choices" }, press("Other way round", () => change({ from: state.to, to: state.from })),
      press("Another goal", () => change({ to: "" }))),
    ...all.flatMap((hops, number) => [
      make("h3", {}, all.length > 1 ? `${number + 1}. ` : "", ...between([hops[0].here, ...hops.map((hop) => hop.there)].map(name), " → ")),
      make("ul", { className: "relations" }, ...hops.map(hopEntry)),
    ]),
  ];
}

function hopEntry({ relations: those }) {
  const item = entry(those[0], true);
  if (those.length > 1) item.querySelector("small").append(` · ${those.length - 1} more between them`);
  return item;
}

// An actor that is clicked or found: in path mode, with the goal still open, it is the goal.
function choose(actor) {
  if (state.from && !state.to && actor !== state.from) change({ to: actor, selected: "" });
  else select(`actor ${actor}`);
}
