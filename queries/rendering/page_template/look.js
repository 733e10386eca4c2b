// Look: colours, widths and opacities. In a crowd the well attested lines come first, and detail comes with nearness.

const FAINT = 0.14;
const CROWD = 250; // lines, from which on the weak ones step back
const NEAR = 0.4; // the scale from which on, in a crowd, lines count that end in sight
const MULTITUDE = 1500; // lines, from which on heads and dashes are left out while they would be smaller than a pixel

const strongest = (line) => relations.get(shownOn(line)[0] || lines.get(line).relations[0]);
let level = -1;

// The actors and lines that stand out; null where nothing is selected and all do.
function foreground() {
  const { actor, relations: chosen } = selection();
  if (!actor && !chosen.length) return pathForeground();
  const near = actor ? shown().filter((r) => r.subject === actor.id || r.object === actor.id) : chosen;
  const ends = near.flatMap((relation) => [relation.subject, relation.object]);
  return {
    actors: new Set(actor ? [actor.id, ...ends] : ends),
    lines: new Set(near.map((relation) => lineOf.get(relation.id))),
    heart: new Set(actor ? [actor.id] : ends),
  };
}

// How near the drawing is, in steps, so that crossing one repaints and all else only moves.
const nearness = () => Math.round(Math.log2(Math.max(network.getScale(), 0.02)) * 2) / 2;

// Whether what is in sight has changed so that lines look different.
function levelChanged() {
  return network.body.edgeIndices.length > CROWD && (nearness() !== level || network.getScale() > NEAR);
}

let front = null;

function paint() {
  level = nearness();
  front = foreground();
  paintActors();
  paintLines();
}

function paintActors() {
  const fill = ink("--actor"), ground = ink("--ground"), accent = ink("--accent");
  for (const id of network.body.nodeIndices) {
    const { options } = network.body.nodes[id];
    const { hollow } = data.kinds[kindOf(id)];
    const heart = front && front.heart.has(id);
    const border = heart ? accent : fill;
    const background = hollow ? ground : border;
    options.opacity = front && !front.actors.has(id) ? FAINT + 0.06 : 1;
    options.borderWidth = heart ? 3.5 : hollow ? 2.5 : 1;
    options.color = { background, border, hover: { background, border: accent }, highlight: { background, border } };
  }
}

function paintLines() {
  const crowd = network.body.edgeIndices.length;
  const scale = network.getScale();
  // Below these sizes a head is a speck and a dash is a blur, and ten thousand of them take a second to draw.
  const inSight = crowd > CROWD && scale > NEAR ? actorsInSight() : null;
  const bare = crowd > MULTITUDE && scale < 0.45;
  for (const id of network.body.edgeIndices) {
    const { options } = network.body.edges[id];
    const line = lines.get(id);
    const { tone } = strongest(id);
    const colour = toneColour(tone);
    const ahead = front && front.lines.has(id);
    const opacity = front ? (ahead ? 0.95 : crowd > CROWD ? 0.05 : FAINT) : resting(line, crowd, scale) * passing(line, inSight);
    options.color = { color: colour, hover: colour, highlight: colour, inherit: false, opacity };
    options.dashes = (!bare || ahead) && data.tones[tone].dashes ? data.tones[tone].dashes : false;
    options.width = ahead && crowd > CROWD ? Math.max(line.width, 1.6 / scale) : line.width;
    options.arrows.to.enabled = !bare || Boolean(ahead);
    options.arrows.from.enabled = line.both && options.arrows.to.enabled;
  }
}

// A line that only passes through says nothing about who is in sight.
function passing({ from, to }, inSight) {
  if (!inSight) return 1;
  return inSight.has(from) && inSight.has(to) ? 1 : inSight.has(from) || inSight.has(to) ? 0.35 : 0.08;
}

function actorsInSight() {
  const near = network.DOMtoCanvas({ x: 0, y: 0 }), far = network.DOMtoCanvas({ x: drawing.clientWidth, y: drawing.clientHeight });
  return new Set(network.body.nodeIndices.filter((id) => {
    const { x, y } = network.body.nodes[id];
    return x >= near.x && x <= far.x && y >= near.y && y <= far.y;
  }));
}

const head = (line) => ({ enabled: true, type: "arrow", scaleFactor: 0.85 / lines.get(line).width ** 0.4 });

// In a crowd seen from afar, lines of one origin and lines between islands step back; nearer, all come forward.
function resting(line, crowd, scale) {
  if (crowd <= CROWD) return 0.92;
  const far = Math.max(0, Math.min(1, (0.9 - scale) / 0.7));
  const strength = Math.min(1, Math.max(0, (line.width - 1.5) / 3));
  const across = islandOf.get(line.from) !== islandOf.get(line.to);
  const weak = across ? 0.16 : 0.42;
  return 0.9 - far * (0.9 - weak) * (1 - 0.75 * strength);
}
