// Page: joins the parts. Every choice goes through change(), which draws all of them anew from the state.

function change(choice) {
  Object.assign(state, choice);
  draw();
}

function select(what) {
  change({ selected: what });
  const { actor, relations: chosen } = selection();
  if (actor) bringIntoSight(actor.id);
  else if (chosen.length) bringIntoSight(chosen[0].subject);
}

function draw() {
  visible = new Set([...relations.values()].filter(passes).map((relation) => relation.id));
  document.documentElement.dataset.theme = dark() ? "dark" : "light";
  for (const tone of Object.keys(data.tones)) document.documentElement.style.setProperty(`--${tone}`, toneColour(tone));
  byId("theme").textContent = dark() ? "Light" : "Dark";
  const table = state.view === "table";
  byId("table").hidden = !table;
  byId("graph").hidden = table;
  byId("as-table").setAttribute("aria-pressed", String(table));
  byId("as-graph").setAttribute("aria-pressed", String(!table));
  byId("fit").disabled = byId("png").disabled = table;
  drawGraph();
  drawFilters();
  drawEvidence();
  drawTable();
  writeHash();
}

function scope() {
  const all = relations.size < data.total
    ? `The strongest ${relations.size.toLocaleString("en")} of ${plural(data.total, "relation")}` : `All ${plural(data.total, "relation")}`;
  return [all, ...data.filters].join(" · ");
}

function listen() {
  byId("fit").addEventListener("click", fit);
  byId("theme").addEventListener("click", () => change({ theme: dark() ? "light" : "dark" }));
  byId("as-graph").addEventListener("click", () => change({ view: "graph" }));
  byId("as-table").addEventListener("click", () => change({ view: "table" }));
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); change({ view: "table" }); byId("table").focus(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  addEventListener("hashchange", () => { readHash(); draw(); });
  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "Escape") {
      select("");
    }
  });
}

function start() {
  readHash();
  byId("scope").textContent = scope();
  byId("filters").open = innerWidth > 760;
  startFilters();
  startSearch();
  startTable();
  startExport();
  listen();
  // Drawn into the sets first, so that the network reads everything once.
  draw();
  startGraph();
  fit();
  // For scripts that work with the page: where things stand, and what is chosen.
  window.rapport = Object.freeze({ whereabouts, state: () => structuredClone(state), shown: () => shown().map(({ id }) => id) });
  document.documentElement.dataset.ready = "yes";
}

start();
