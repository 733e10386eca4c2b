// Theme: light or dark, and the colours and letters that drawings share with the stylesheet.

const FAMILY = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const dark = () => (state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const toneColour = (tone) => data.tones[tone][document.documentElement.dataset.theme];
const toneOfWords = (tone) => data.tones[tone][`${document.documentElement.dataset.theme}_words`];
let inks = {};

// A colour of the theme, as the stylesheet declares it.
function ink(variable) {
  const theme = document.documentElement.dataset.theme;
  if (inks.theme !== theme) inks = { theme };
  if (!inks[variable]) inks[variable] = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  return inks[variable];
}

function applyTheme() {
  document.documentElement.dataset.theme = dark() ? "dark" : "light";
  for (const tone of Object.keys(data.tones)) {
    document.documentElement.style.setProperty(`--${tone}`, toneColour(tone));
    document.documentElement.style.setProperty(`--${tone}-words`, toneOfWords(tone));
  }
  byId("theme").textContent = dark() ? "Light" : "Dark";
}

// What is pointed at, in words beside the pointer.
function hint(text, pointer) {
  const box = byId("hint"), drawing = byId("drawing");
  box.hidden = !text;
  box.textContent = text;
  if (!text) return;
  box.style.left = `${Math.max(8, Math.min(pointer.x + 14, drawing.clientWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(pointer.y + 16, drawing.clientHeight - box.offsetHeight - 8))}px`;
}

const hintOf = (relation) => [sentence(relation), relation.day, plural(relation.origins, "origin"), relation.disputed ? "disputed" : ""].filter(Boolean).join(" · ");
