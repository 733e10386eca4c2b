// Filters: the bar and the legend. Both act on relations; an actor is drawn as long as one of its relations is.

const SHAPES = {
  square: "M3 3h10v10H3z", diamond: "M8 1l7 7-7 7-7-7z", triangle: "M8 2l7 12H1z", triangleDown: "M8 14L1 2h14z",
  hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8z", star: "M8 1l2 5h5l-4 3.3 1.6 5L8 11.2 3.4 14.3 5 9.3 1 6h5z",
  dot: "M8 2a6 6 0 1 0 .01 0z",
};

function startFilters() {
  fillTypes();
  const outlets = [...outletNames].sort(([, a], [, b]) => a.localeCompare(b));
  byId("outlet").append(make("option", { value: "" }, "All"), ...outlets.map(([id, words]) => make("option", { value: id }, words)));
  byId("origins").append(...[1, 2, 3, 5].map((least) => make("option", { value: String(least) }, least === 1 ? "Any" : `${least} or more`)));
  for (const key of ["type", "outlet", "since", "until"]) byId(key).addEventListener("change", () => change({ [key]: byId(key).value }));
  byId("origins").addEventListener("change", () => change({ origins: Number(byId("origins").value) }));
  byId("disputed").addEventListener("change", () => change({ disputed: byId("disputed").checked }));
  byId("clear").addEventListener("click", () => { change(unchosen()); byId("type").focus(); });
  fillLegend("tones", (tone) => swatch(tone), (relation) => [relation.tone]);
  fillLegend("kinds", shape, (relation) => [kindOf(relation.subject), kindOf(relation.object)]);
}

function fillTypes() {
  const select = byId("type");
  select.append(make("option", { value: "" }, "All"));
  for (const [family, label] of Object.entries(data.families)) {
    const own = Object.entries(data.types).filter(([, type]) => type.family === family);
    if (!own.length) continue;
    select.append(make("optgroup", { label }, make("option", { value: `family ${family}` }, `All ${label.toLowerCase()}`),
      ...own.map(([id, type]) => make("option", { value: id }, type.words))));
  }
  const foreign = Object.entries(data.types).filter(([, type]) => !type.family);
  if (foreign.length) select.append(make("optgroup", { label: "Other" }, ...foreign.map(([id, type]) => make("option", { value: id }, type.words))));
}

// Buttons that hide and show; only what the page holds has one.
function fillLegend(key, picture, valuesOf) {
  const held = new Set([...relations.values()].flatMap(valuesOf));
  for (const [value, { label }] of Object.entries(data[key])) {
    if (!held.has(value)) continue;
    const button = make("button", { type: "button", title: `Show or hide: ${label.toLowerCase()}` }, picture(value), label);
    button.dataset.value = value;
    button.addEventListener("click", () => {
      const kept = new Set(state[key]);
      if (!kept.delete(value)) kept.add(value);
      change({ [key]: kept });
    });
    byId(key).append(button);
  }
}

function shape(kind) {
  const { shape: form, hollow } = data.kinds[kind];
  const svg = drawn("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" });
  const path = drawn("path", { d: SHAPES[form], "stroke-width": hollow ? 2 : 1 });
  path.style.fill = hollow ? "var(--ground)" : "var(--actor)";
  path.style.stroke = "var(--actor)";
  svg.append(path);
  return svg;
}

function drawFilters() {
  for (const key of ["type", "outlet", "since", "until"]) byId(key).value = state[key];
  byId("origins").value = String(state.origins);
  byId("disputed").checked = state.disputed;
  byId("clear").hidden = !narrowed();
  for (const key of ["tones", "kinds"]) {
    for (const button of byId(key).children) button.setAttribute("aria-pressed", String(state[key].has(button.dataset.value)));
  }
  byId("shown").textContent = `${visible.size.toLocaleString("en")} of ${relations.size.toLocaleString("en")} relations shown`;
  drawSources();
}

function drawSources() {
  const kept = shown();
  const made = new Set(kept.flatMap((relation) => [...relation.madeIn]));
  const outlets = new Set(kept.flatMap((relation) => [...relation.outlets]));
  byId("sources").textContent = [plural(standing.size, "actor"), plural(made.size, "report"), plural(outlets.size, "outlet"), `as of ${data.snapshot}`].join(" · ");
}
