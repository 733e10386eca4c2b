// Time: a histogram of relations by day, with two handles that keep a span of days, and a button that plays it.

const BARS = 120;
const BEAT = 140; // milliseconds between two steps of the play
const DAY = 864e5;
const numberOf = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
const isoOf = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const dayOf = (relation) => relation.on || relation.until || "";
for (const relation of dated) relation.dayNumber = dayOf(relation) ? numberOf(dayOf(relation)) : null;
const days = dated.map(dayOf).filter(Boolean).sort();
const firstDay = days.length ? numberOf(days[0]) : 0;
const lastDay = days.length ? numberOf(days.at(-1)) : 0;
const barDays = Math.max(1, Math.ceil((lastDay - firstDay + 1) / BARS));
let playing = 0;

function startTime() {
  byId("time").hidden = lastDay === firstDay;
  if (lastDay === firstDay) return;
  for (const handle of ["first-day", "last-day"]) {
    Object.assign(byId(handle), { min: String(firstDay), max: String(lastDay), step: "1" });
    byId(handle).addEventListener("input", () => { stop(); drag(handle); });
  }
  for (const bound of ["since", "until"]) byId(bound).addEventListener("change", () => { stop(); change({ [bound]: byId(bound).value }); });
  byId("play").addEventListener("click", () => (playing ? stop() : play()));
}

// The handle that was moved pushes the other one before it.
function drag(handle) {
  let since = Number(byId("first-day").value), until = Number(byId("last-day").value);
  if (since > until) [since, until] = handle === "first-day" ? [since, since] : [until, until];
  keep(since, until);
}

// At its end a handle bounds nothing, so that what has no day is shown again.
function keep(since, until) {
  change({ since: since <= firstDay ? "" : isoOf(since), until: until >= lastDay ? "" : isoOf(until) });
}

// A span that is chosen slides to the end; where none is, one grows from the first day.
function play() {
  const step = Math.max(1, Math.round((lastDay - firstDay) / 80));
  let since = state.since ? numberOf(state.since) : firstDay;
  let until = state.until ? numberOf(state.until) : lastDay;
  const slides = since > firstDay && (until < lastDay || since < lastDay);
  const width = until - since;
  if (until >= lastDay) { until = slides ? firstDay + width : firstDay; since = firstDay; }
  const next = () => {
    until = Math.min(lastDay, until + step);
    if (slides) since = until - width;
    // The last step leaves a bound, so that what has no day does not appear all at once.
    change({ since: since <= firstDay ? "" : isoOf(since), until: until >= lastDay && !slides ? "" : isoOf(until) });
    if (until >= lastDay) stop();
  };
  playing = setInterval(next, BEAT);
  drawPlay();
}

function stop() {
  clearInterval(playing);
  playing = 0;
  drawPlay();
}

function drawPlay() {
  byId("play").textContent = playing ? "❚❚" : "▶";
  byId("play").setAttribute("aria-label", playing ? "Stop" : "Play the days");
  byId("play").title = playing ? "Stop" : "Play the days";
}

function drawTime() {
  if (lastDay === firstDay) return;
  const since = state.since ? numberOf(state.since) : firstDay, until = state.until ? numberOf(state.until) : lastDay;
  byId("since").value = isoOf(since);
  byId("until").value = isoOf(until);
  byId("since").classList.toggle("open", !state.since);
  byId("until").classList.toggle("open", !state.until);
  byId("first-day").value = String(since);
  byId("last-day").value = String(until);
  byId("first-day").setAttribute("aria-valuetext", isoOf(since));
  byId("last-day").setAttribute("aria-valuetext", isoOf(until));
  drawBars(since, until);
}

function drawBars(since, until) {
  const bars = Array.from({ length: Math.ceil((lastDay - firstDay + 1) / barDays) }, () => ({}));
  for (const relation of dated) {
    if (relation.dayNumber === null || !passesButForDays(relation)) continue;
    const bar = bars[Math.floor((relation.dayNumber - firstDay) / barDays)];
    bar[relation.tone] = (bar[relation.tone] || 0) + 1;
  }
  const totals = bars.map((bar) => Object.values(bar).reduce((sum, count) => sum + count, 0));
  const highest = Math.max(1, ...totals);
  const drawnBars = bars.flatMap((bar, at) => {
    const day = firstDay + at * barDays;
    const inside = day + barDays - 1 >= since && day <= until;
    let top = 100;
    return Object.keys(data.tones).filter((tone) => bar[tone]).map((tone) => {
      const height = (bar[tone] / highest) * 100;
      top -= height;
      const rect = makeDrawn("rect", { x: at + 0.08, y: top, width: 0.84, height, opacity: inside ? 0.95 : 0.22 });
      rect.style.fill = `var(--${tone})`;
      rect.append(makeDrawn("title", {}, `${isoOf(day)}${barDays > 1 ? ` and ${barDays - 1} days on` : ""}: ${plural(totals[at], "relation")}`));
      return rect;
    });
  });
  byId("bars").setAttribute("viewBox", `0 0 ${bars.length} 100`);
  byId("bars").replaceChildren(...drawnBars);
}
