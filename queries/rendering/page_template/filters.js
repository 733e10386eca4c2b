// Filters: the bar above the graph. All act on relations; an actor is drawn as long as one of its relations is.

const CHOICES = ["type", "outlet", "stands"];

function startFilters() {
  fillTypes();
  const outlets = [...outletNames].sort(([, a], [, b]) => a.localeCompare(b));
  const ways = [...new Set(dated.flatMap((relation) => [...relation.stands]))].sort();
  const options = (pairs) => [make("option", { value: "" }, "All"), ...pairs.map(([value, words]) => make("option", { value }, words))];
  byId("outlet").append(...options(outlets));
  byId("stands").append(...options(ways.map((way) => [way, way])));
  byId("origins").append(...[1, 2, 3, 5].map((least) => make("option", { value: String(least) }, least === 1 ? "Any" : `${least} or more`)));
  for (const key of CHOICES) byId(key).addEventListener("change", () => change({ [key]: byId(key).value }));
  byId("origins").addEventListener("change", () => change({ origins: Number(byId("origins").value) }));
  byId("disputed").addEventListener("change", () => change({ disputed: byId("disputed").checked }));
  byId("clear").addEventListener("click", () => {
    const { from, to } = state;
    change({ ...unchosen(), from, to });
    byId("type").focus();
  });
}

function fillTypes() {
  const list = byId("type");
  list.append(make("option", { value: "" }, "All"));
  for (const [family, label] of Object.entries(data.families)) {
    const own = Object.entries(data.types).filter(([, type]) => type.family === family);
    if (!own.length) continue;
    list.append(make("optgroup", { label }, make("option", { value: `family ${family}` }, `All ${label.toLowerCase()}`),
      ...own.map(([id, type]) => make("option", { value: id }, type.words))));
  }
  const foreign = Object.entries(data.types).filter(([, type]) => !type.family);
  if (foreign.length) list.append(make("optgroup", { label: "Other" }, ...foreign.map(([id, type]) => make("option", { value: id }, type.words))));
}

function drawFilters() {
  for (const key of CHOICES) byId(key).value = state[key];
  byId("origins").value = String(state.origins);
  byId("disputed").checked = state.disputed;
  byId("clear").hidden = !narrowed();
  byId("shown").textContent = `${visible.size.toLocaleString("en")} of ${relations.size.toLocaleString("en")} relations shown`;
  byId("focused").hidden = !state.focus;
  if (state.focus) {
    byId("focused").replaceChildren(make("span", {}, "Around ", name(state.focus), `, ${plural(state.hops, "hop")}`),
      press("×", () => { change({ focus: "" }); fit(); }, { "aria-label": "Show all actors again", title: "Show all actors again" }));
  }
  drawSources();
}

function drawSources() {
  const kept = shown();
  const made = new Set(kept.flatMap((relation) => [...relation.madeIn]));
  const outlets = new Set(kept.flatMap((relation) => [...relation.outlets]));
  const met = new Set(kept.flatMap((relation) => [relation.subject, relation.object]));
  byId("sources").textContent = [plural(met.size, "actor"), plural(made.size, "report"), plural(outlets.size, "outlet"), `as of ${data.snapshot}`].join(" · ");
}
