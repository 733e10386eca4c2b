// Search: a combobox that suggests actors by name, other name or id.

const SUGGESTED = 8;
let suggested = [];
let marked = -1;

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// The best first: names that begin with what is typed, words that do, then anything that holds it.
function matches(typed) {
  const wanted = folded(typed.trim());
  if (!wanted) return [];
  const found = [];
  for (const actor of actors.values()) {
    const names = [actor.name, ...actor.aliases, actor.id];
    let best = null;
    names.forEach((words, position) => {
      const at = folded(words).indexOf(wanted);
      if (at < 0) return;
      const rank = (at === 0 ? 0 : /[\s-]/.test(folded(words)[at - 1]) ? 1 : 2) + (position ? 0.5 : 0);
      if (!best || rank < best.rank) best = { actor, rank, also: position && words !== actor.id ? words : "" };
    });
    if (best) found.push(best);
  }
  return found.sort((a, b) => a.rank - b.rank || a.actor.name.localeCompare(b.actor.name)).slice(0, SUGGESTED);
}

function suggest() {
  const box = byId("search");
  suggested = matches(box.value);
  marked = suggested.length ? 0 : -1;
  const nobody = box.value.trim() ? [make("li", { className: "nobody", role: "option", "aria-disabled": "true" }, "No actor on this page")] : [];
  byId("suggestions").replaceChildren(...(suggested.length ? suggested.map(option) : nobody));
  byId("suggestions").hidden = !box.value.trim();
  box.setAttribute("aria-expanded", String(Boolean(box.value.trim())));
  mark(marked);
}

function option({ actor, also }, position) {
  const item = make("li", { role: "option", id: `suggestion-${position}` }, shape(kindOf(actor.id)), make("span", {}, name(actor.id)),
    make("small", {}, also ? make("bdi", {}, also) : data.kinds[kindOf(actor.id)].label));
  // Before the box loses focus, which would close the list.
  item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(position); });
  return item;
}

function mark(position) {
  marked = position;
  [...byId("suggestions").children].forEach((item, at) => item.setAttribute("aria-selected", String(at === position)));
  if (position >= 0) byId("search").setAttribute("aria-activedescendant", `suggestion-${position}`);
  else byId("search").removeAttribute("aria-activedescendant");
}

function take(position) {
  if (!suggested[position]) return;
  const { actor } = suggested[position];
  byId("search").value = "";
  closeSuggestions();
  choose(actor.id);
  byId("panel").focus({ preventScroll: true });
}

function closeSuggestions() {
  byId("suggestions").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}

function startSearch() {
  const box = byId("search");
  box.addEventListener("input", suggest);
  box.addEventListener("focus", () => { if (box.value.trim()) suggest(); });
  box.addEventListener("blur", closeSuggestions);
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && suggested.length) {
      event.preventDefault();
      mark((marked + step + suggested.length) % suggested.length);
    } else if (event.key === "Enter") {
      take(marked);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      box.value = "";
      closeSuggestions();
      drawing.focus();
    }
  });
}
