// Labels: names and relation words, drawn at one size however near the drawing is, and only where they cover nothing.
// Where room is short, names of what is selected and of the most connected come first.

const NAME_FONT = innerWidth > 500 ? "600 13px" : "600 11.5px";
const WORD_FONT = innerWidth > 500 ? "500 11.5px" : "500 10.5px";
const FAMILY = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const CELL = 80;
const widths = new Map();

function drawLabels(context) {
  const ratio = context.canvas.width / drawing.clientWidth;
  const front = foreground();
  const room = takenRoom();
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const drawn = drawNames(context, front, room);
  drawWords(context, front, room);
  context.restore();
  byId("graph").dataset.named = `${drawn} of ${standing.size}`;
}

// Rectangles that are taken, in a grid so that many stay quick to look through.
function takenRoom() {
  const grid = new Map();
  const cells = (box) => {
    const keys = [];
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) keys.push(`${column} ${row}`);
    }
    return keys;
  };
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    take(box) { for (const key of cells(box)) grid.set(key, [...(grid.get(key) || []), box]); },
    free(box) { return cells(box).every((key) => !(grid.get(key) || []).some((other) => meets(box, other))); },
  };
}

function drawNames(context, front, room) {
  const scale = network.getScale();
  const places = [...standing].map((id) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    return { id, x, y, reach: actorSet.get(id).size * scale + 2 };
  }).filter(({ x, y }) => x > -20 && y > -20 && x < drawing.clientWidth + 20 && y < drawing.clientHeight + 20);
  for (const { id, x, y, reach } of places) if (!front || front.actors.has(id)) room.take({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
  const weight = ({ id, reach }) => (id === hovered ? 4000 : 0) + (front && front.heart.has(id) ? 2000 : 0) + (front && front.actors.has(id) ? 1000 : 0) + reach / scale;
  places.sort((a, b) => weight(b) - weight(a) || compare(a.id, b.id));
  let drawn = 0;
  for (const { id, x, y, reach } of places) {
    const faint = front && !front.actors.has(id);
    const { label } = actors.get(id);
    const box = freeBox(measured(context, NAME_FONT, label), x, y, reach, room);
    if (!box || (faint && places.length > 60)) continue;
    room.take(box);
    drawn += 1;
    write(context, NAME_FONT, label, box, ink("--ink"), faint ? 0.3 : 1);
  }
  return drawn;
}

// Under the shape, else above, right or left of it; kept within the frame.
function freeBox(width, x, y, reach, room) {
  const aside = reach + 4 + width / 2;
  const tries = [[x, y + reach + 9], [x, y - reach - 9], [x + aside, y], [x - aside, y]];
  for (const [wishedX, middle] of tries) {
    const centre = wishedX === x ? Math.max(width / 2 + 3, Math.min(x, drawing.clientWidth - width / 2 - 3)) : wishedX;
    const box = { left: centre - width / 2 - 2, right: centre + width / 2 + 2, top: middle - 8, bottom: middle + 8 };
    const inside = box.left >= 0 && box.right <= drawing.clientWidth && box.top >= 0 && box.bottom <= drawing.clientHeight;
    if (inside && room.free(box)) return box;
  }
  return null;
}

function drawWords(context, front, room) {
  const order = [...lineView.getIds()].sort((a, b) => lines.get(b).width - lines.get(a).width || compare(a, b));
  if (order.length > 400 && !front && network.getScale() < 0.6) return;
  for (const id of order) {
    if (front && !front.lines.has(id)) continue;
    const { edgeType } = network.body.edges[id] || {};
    if (!edgeType) continue;
    const kept = shownOn(id);
    const words = data.types[strongest(id).type].words + (kept.length > 1 ? ` × ${kept.length}` : "");
    const width = measured(context, WORD_FONT, words);
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8]) {
      const { x, y } = network.canvasToDOM(edgeType.getPoint(share));
      const box = { left: x - width / 2 - 3, right: x + width / 2 + 3, top: y - 7, bottom: y + 7 };
      if (box.left < 0 || box.top < 0 || box.right > drawing.clientWidth || box.bottom > drawing.clientHeight) continue;
      if (!room.free(box)) continue;
      room.take(box);
      write(context, WORD_FONT, words, box, toneColour(strongest(id).tone), 1);
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
  context.font = `${font} ${FAMILY}`;
  context.globalAlpha = opacity;
  context.strokeStyle = ink("--ground");
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
  context.globalAlpha = 1;
}
