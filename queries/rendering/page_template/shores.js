// Shores: the soft ground under the actors of one island, those who deal mostly with each other.

const FEWEST = 5;
const SHORE = 120; // pixels at full size around an island's actors
const islandOf = new Map(data.islands.flatMap((members, island) => members.map((id) => [id, island])));

function drawShores(context) {
  if (front || !data.islands.length) return;
  context.save();
  context.fillStyle = context.strokeStyle = ink("--shore");
  context.lineWidth = SHORE;
  context.lineJoin = "round";
  for (const members of data.islands) {
    const places = members.filter((id) => standing.has(id)).map((id) => network.getPosition(id));
    if (places.length < FEWEST) continue;
    context.beginPath();
    for (const { x, y } of rim(places)) context.lineTo(x, y);
    context.closePath();
    context.stroke();
    context.fill();
  }
  context.restore();
}

// The convex hull, by Andrew's monotone chain.
function rim(places) {
  const sorted = [...places].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (points) => {
    const chain = [];
    for (const point of points) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
