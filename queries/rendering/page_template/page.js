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

// Esc and the cross let go of one thing at a time: what is selected, then the path, then the focus.
function stepBack() {
  if (playing) stop();
  else if (state.selected) select("");
  else if (state.from) change({ from: "", to: "" });
  else if (state.focus) { change({ focus: "" }); fit(); }
}

function draw() {
  narrow();
  applyTheme();
  const table = state.view === "table";
  byId("table").hidden = !table;
  byId("graph").hidden = table;
  byId("as-table").setAttribute("aria-pressed", String(table));
  byId("as-graph").setAttribute("aria-pressed", String(!table));
  for (const id of ["png", "svg"]) byId(id).disabled = table;
  drawGraph();
  drawFilters();
  drawLegend();
  drawTime();
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
  byId("theme").addEventListener("click", () => change({ theme: dark() ? "light" : "dark" }));
  byId("as-graph").addEventListener("click", () => change({ view: "graph" }));
  byId("as-table").addEventListener("click", () => change({ view: "table" }));
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); change({ view: "table" }); byId("table").focus(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  addEventListener("hashchange", () => { readHash(); draw(); });
  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName) && event.target.type !== "range";
    if (event.key === "/" && data.chart === "graph" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "Escape") {
      stepBack();
    }
  });
  // On paper, everything in sight and dark on white.
  let before = null;
  addEventListener("beforeprint", () => { before ??= state.theme; change({ theme: "light" }); });
  addEventListener("afterprint", () => { change({ theme: before || "" }); before = null; });
}

function start() {
  readHash();
  byId("scope").textContent = scope();
  byId("filters").open = innerWidth > 760;
  startFilters();
  startLegend();
  startTime();
  if (data.chart === "graph") startSearch();
  startTable();
  startExport();
  listen();
  startGraph();
  drawPlay();
  draw();
  fit();
  // For scripts that work with the page: where things stand, and what is chosen.
  window.rapport = Object.freeze({ whereabouts, state: () => structuredClone(state), shown: () => shown().map(({ id }) => id) });
  document.documentElement.dataset.ready = "yes";
}

start();
