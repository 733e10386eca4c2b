// Legend: what colours, dashes and shapes mean; each entry hides and shows what it stands for.

function startLegend() {
  fillLegend("tones", swatch, (relation) => [relation.tone]);
  if (data.chart === "graph") fillLegend("kinds", shape, (relation) => [kindOf(relation.subject), kindOf(relation.object)]);
  else byId("kinds").replaceChildren(...directions());
}

// Only what the page holds has an entry.
function fillLegend(key, picture, valuesOf) {
  const held = new Set(dated.flatMap(valuesOf));
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

function drawLegend() {
  for (const key of ["tones", "kinds"]) {
    for (const button of byId(key).querySelectorAll("button")) button.setAttribute("aria-pressed", String(state[key].has(button.dataset.value)));
  }
}
