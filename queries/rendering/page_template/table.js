// Table: the same relations as rows, for reading aloud, sorting and copying.

const COLUMNS = [
  ["Day", (r) => r.day, (r) => r.on || r.until || ""],
  ["Subject", (r) => nameOf(r.subject)],
  ["Relation", (r) => data.types[r.type].words],
  ["Object", (r) => nameOf(r.object)],
  ["Valence", (r) => signed(r.valence), (r) => r.valence],
  ["Claims", (r) => r.claims],
  ["Reports", (r) => r.reports],
  ["Origins", (r) => r.origins],
  ["Disputed", (r) => (r.disputed ? "yes" : "no")],
];
const isNumber = (column) => ["Valence", "Claims", "Reports", "Origins"].includes(COLUMNS[column][0]);
const sorting = { column: 0, down: true };
const ROWS = 1000; // more take the browser long to lay out; a button brings them all
let allRows = false;

function rows() {
  const [, told, key = told] = COLUMNS[sorting.column];
  const order = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b)));
  return shown().sort((a, b) => order(key(a), key(b)) * (sorting.down ? -1 : 1) || latestFirst(a, b));
}

function startTable() {
  byId("columns").append(...COLUMNS.map(([heading], column) => {
    const button = make("button", { type: "button" }, heading);
    button.addEventListener("click", () => {
      sorting.down = sorting.column === column ? !sorting.down : column === 0 || isNumber(column);
      sorting.column = column;
      drawTable();
    });
    return make("th", { scope: "col", className: isNumber(column) ? "number" : "" }, button);
  }));
  byId("copy").addEventListener("click", copyRows);
  byId("all-rows").addEventListener("click", () => { allRows = true; drawTable(); });
}

function drawTable() {
  if (state.view !== "table") return;
  [...byId("columns").children].forEach((heading, column) => {
    heading.setAttribute("aria-sort", column !== sorting.column ? "none" : sorting.down ? "descending" : "ascending");
  });
  const all = rows();
  const drawnRows = allRows ? all : all.slice(0, ROWS);
  byId("rows").replaceChildren(...drawnRows.map(row));
  byId("all-rows").hidden = drawnRows.length === all.length;
  byId("all-rows").textContent = `Show all ${all.length.toLocaleString("en")} rows, not only ${ROWS.toLocaleString("en")}`;
}

function row(relation) {
  const cells = COLUMNS.map(([heading, told], column) => {
    const words = String(told(relation));
    if (heading !== "Relation") return make("td", { className: isNumber(column) ? "number" : "" }, make("bdi", {}, words));
    const button = make("button", { type: "button", "aria-label": `Evidence: ${sentence(relation)}` }, swatch(relation.tone), words);
    return make("td", {}, button);
  });
  const line = make("tr", { className: state.selected === `relation ${relation.id}` ? "chosen" : "" }, ...cells);
  line.dataset.relation = relation.id;
  line.addEventListener("click", () => select(`relation ${relation.id}`));
  return line;
}

// Rows between tabs, for a spreadsheet. A cell that would start a formula there is led by an apostrophe.
function asText() {
  const cell = (text) => String(text).replace(/[\t\r\n]+/g, " ").replace(/^[=+@]/, "'$&");
  return [COLUMNS.map(([heading]) => heading), ...rows().map((relation) => COLUMNS.map(([, told]) => cell(told(relation))))]
    .map((cells) => cells.join("\t")).join("\n");
}

async function copyRows() {
  const text = asText();
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const carrier = make("textarea", { value: text });
    document.body.append(carrier);
    carrier.select();
    done = document.execCommand("copy");
    carrier.remove();
  }
  byId("copied").textContent = done ? `${plural(visible.size, "row")} copied` : "The browser does not allow copying here";
}
