// Permalink: the hash of the address keeps what the reader has chosen, so that a link shows the same.

function writeHash() {
  const kept = new URLSearchParams();
  const plain = unchosen();
  for (const key of ["type", "outlet", "stands", "since", "until", "origins", "focus"]) if (state[key] !== plain[key]) kept.set(key, state[key]);
  // A page that was made for a path begins with it; that the reader has left it must be told as well.
  if (state.from !== (data.start.from || "") || state.to !== (data.start.to || "")) { kept.set("from", state.from); kept.set("to", state.to); }
  for (const key of ["tones", "kinds"]) if (state[key].size < plain[key].size) kept.set(key, [...state[key]].join(" "));
  if (state.disputed) kept.set("disputed", "yes");
  if (state.focus && state.hops === 2) kept.set("hops", "2");
  if (state.view !== "graph") kept.set("view", state.view);
  if (state.selected) kept.set("selected", state.selected);
  if (state.theme) kept.set("theme", state.theme);
  const hash = kept.toString();
  if (hash === location.hash.slice(1)) return;
  // In a sandboxed frame the address is not ours to change.
  try { history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search); } catch { /* stay */ }
}

// Takes from the hash only what the page knows; the rest of it is somebody's typing error or worse.
function readHash() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const told = new URLSearchParams({ ...(hash.has("from") ? {} : data.start), ...Object.fromEntries(hash) });
  const one = (key, known) => (known(told.get(key) || "") ? told.get(key) : "");
  const some = (key, all) => {
    if (!told.has(key)) return new Set(all);
    return new Set(told.get(key).split(" ").filter((value) => all.includes(value)));
  };
  const actor = (id) => actors.has(id);
  const day = (text) => /^\d{4}-\d\d-\d\d$/.test(text);
  Object.assign(state, unchosen(), {
    tones: some("tones", Object.keys(data.tones)),
    kinds: some("kinds", Object.keys(data.kinds)),
    type: one("type", (type) => Object.hasOwn(data.types, type) || Object.hasOwn(data.families, type.replace("family ", ""))),
    outlet: one("outlet", (outlet) => outletNames.has(outlet)),
    stands: one("stands", (word) => dated.some((relation) => relation.stands.has(word))),
    since: one("since", day),
    until: one("until", day),
    origins: [2, 3, 5].includes(Number(told.get("origins"))) ? Number(told.get("origins")) : 1,
    disputed: told.get("disputed") === "yes",
    focus: one("focus", actor),
    hops: told.get("hops") === "2" ? 2 : 1,
    from: one("from", actor),
    to: one("to", actor),
    view: told.get("view") === "table" ? "table" : "graph",
    theme: one("theme", (theme) => theme === "light" || theme === "dark"),
    selected: told.get("selected") || "",
  });
  if (!state.from) state.to = "";
  const { actor: chosen, relations: those } = selection();
  if (!chosen && !those.length) state.selected = "";
}
