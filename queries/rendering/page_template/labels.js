// Labels: names and relation words, drawn at one size however near the drawing is, and only where they cover no other.
// Where room is short, names of what is selected and of the most connected come first.

const NAME_FONT = innerWidth > 500 ? "600 13px" : "600 11.5px";
const LEAD_FONT = innerWidth > 500 ? "700 14px" : "700 12px";
const WORD_FONT = innerWidth > 500 ? "500 11.5px" : "500 10.5px";
const CELL = 80;
const LEADS = 26; // so many names may cover lesser shapes, so that the heart of a crowd is named and not only its rim
const NAMES = 70; // in a crowd seen as a whole, so many names at most
const WORDS = 60; // words on lines at rest, those of the strongest
const widths = new Map();
// What was written last, for the export as SVG.
let written = [];

function drawLabels(context) {
  const ratio = context.canvas.width / drawing.clientWidth;
  const room = takenRoom(), words = takenRoom();
  written = [];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const drawn = drawNames(context, room, words);
  drawWords(context, room);
  context.restore();
  byId("graph").dataset.named = `${drawn} of ${standing.size}`;
}

// Rectangles that are taken, in a grid so that many stay quick to look through.
function takenRoom() {
  const grid = new Map();
  const cells = (box) => {
    const keys = [];
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) keys.push(column * 4096 + row);
    }
    return keys;
  };
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    take(box) {
      for (const key of cells(box)) {
        if (grid.has(key)) grid.get(key).push(box);
        else grid.set(key, [box]);
      }
    },
    free(box) { return cells(box).every((key) => !(grid.get(key) || []).some((other) => meets(box, other))); },
  };
}

function drawNames(context, room, words) {
  const scale = network.getScale();
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  const places = [];
  for (const id of standing) {
    const node = network.body.nodes[id];
    const x = origin.x + node.x * scale, y = origin.y + node.y * scale;
    if (x > -20 && y > -20 && x < drawing.clientWidth + 20 && y < drawing.clientHeight + 20) {
      places.push({ id, x, y, reach: node.options.size * scale + 2, size: node.options.size });
    }
  }
  const weight = ({ id, size }) => (id === hovered ? 4000 : 0) + (front && front.heart.has(id) ? 2000 : 0) + (front && front.actors.has(id) ? 1000 : 0) + size;
  places.sort((a, b) => weight(b) - weight(a) || compare(a.id, b.id));
  // Of thousands only the leading ones are named, and shapes of a pixel or two need not be kept clear.
  const names = places.length > MULTITUDE ? LEADS : NAMES;
  const sides = lineEnds();
  const leading = !front && places.length > 30;
  places.forEach(({ id, x, y, reach }, rank) => {
    if ((front && !front.actors.has(id)) || (leading && names === LEADS && rank >= LEADS)) return;
    const box = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
    room.take(box);
    if (!leading || rank < LEADS) words.take(box);
  });
  const crowded = places.length > 150 && !front;
  let drawn = 0;
  places.forEach(({ id, x, y, reach }, rank) => {
    const faint = front && !front.actors.has(id);
    if ((faint && places.length > 60) || (crowded && rank >= names)) return;
    const { label } = actors.get(id);
    const lead = leading && rank < LEADS;
    const font = crowded && lead ? LEAD_FONT : NAME_FONT;
    const width = measured(context, font, label);
    const side = sides.get(id);
    const box = freeBox(width, x, y, reach, room, side) || (lead || id === hovered ? freeBox(width, x, y, reach, words, side) : null);
    if (!box) return;
    room.take(box);
    words.take(box);
    drawn += 1;
    write(context, font, label, box, ink("--ink"), faint ? 0.3 : 1);
  });
  return drawn;
}

// How many lines end under, above, right and left of each shape, where a name would cover their heads.
function lineEnds() {
  const ends = new Map();
  if (network.body.edgeIndices.length > CROWD) return ends;
  for (const line of network.body.edgeIndices) {
    const { from, to } = network.body.edges[line];
    for (const [here, there] of [[from, to], [to, from]]) {
      const dx = there.x - here.x, dy = there.y - here.y;
      const side = Math.abs(dy) >= Math.abs(dx) ? (dy > 0 ? 0 : 1) : dx > 0 ? 2 : 3;
      if (!ends.has(here.id)) ends.set(here.id, [0, 0, 0, 0]);
      ends.get(here.id)[side] += 1;
    }
  }
  return ends;
}

// Where the fewest lines end: under the shape, above, right or left of it, in this order where all are alike.
function freeBox(width, x, y, reach, room, ends = [0, 0, 0, 0]) {
  const aside = reach + 4 + width / 2;
  const places = [[x, y + reach + 9], [x, y - reach - 9], [x + aside, y], [x - aside, y]];
  const tries = [0, 1, 2, 3].sort((a, b) => ends[a] - ends[b] || a - b).map((side) => places[side]);
  // The corners come last: there it is less plain whose name it is.
  for (const across of [1, -1]) for (const down of [1, -1]) tries.push([x + across * (reach * 0.6 + width / 2), y + down * (reach + 9)]);
  for (const [wishedX, middleY] of tries) {
    const centre = wishedX === x ? Math.max(width / 2 + 3, Math.min(x, drawing.clientWidth - width / 2 - 3)) : wishedX;
    const box = { left: centre - width / 2 - 2, right: centre + width / 2 + 2, top: middleY - 8, bottom: middleY + 8 };
    const inside = box.left >= 0 && box.right <= drawing.clientWidth && box.top >= 0 && box.bottom <= drawing.clientHeight;
    if (inside && room.free(box)) return box;
  }
  return null;
}

function drawWords(context, room) {
  const drawnLines = network.body.edgeIndices;
  if (drawnLines.length > CROWD && !front && network.getScale() < 0.6) return;
  let left = front ? Infinity : WORDS;
  // The lists stand weakest first, so that the strongest are drawn on top; words are given to the strongest first.
  for (let at = drawnLines.length - 1; at >= 0 && left > 0; at -= 1) {
    const id = drawnLines[at];
    if (front && !front.lines.has(id)) continue;
    const { edgeType } = network.body.edges[id];
    const kept = shownOn(id);
    const told = data.types[strongest(id).type].words + (kept.length > 1 ? ` × ${kept.length}` : "");
    const width = measured(context, WORD_FONT, told);
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8]) {
      const { x, y } = network.canvasToDOM(edgeType.getPoint(share));
      const box = { left: x - width / 2 - 3, right: x + width / 2 + 3, top: y - 7, bottom: y + 7 };
      if (box.left < 0 || box.top < 0 || box.right > drawing.clientWidth || box.bottom > drawing.clientHeight) continue;
      if (!room.free(box)) continue;
      room.take(box);
      left -= 1;
      write(context, WORD_FONT, told, box, toneOfWords(strongest(id).tone), 1);
      break;
    }
  }
}

function measured(context, font, text) {
  const key = `${font} ${text}`;
  if (!widths.has(key)) {
    context.font = `${font} ${FAMILY}`;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}

function write(context, font, text, box, colour, opacity) {
  const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
  written.push({ font, text, x, y, colour, opacity });
  context.font = `${font} ${FAMILY}`;
  context.globalAlpha = opacity;
  context.strokeStyle = ink("--ground");
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
  context.globalAlpha = 1;
}
