// Narrowing: which relations are shown. Filters judge each relation by itself; focus keeps those around one actor.

let visible = new Set();

// Everything but the days, which the histogram counts as if they were not chosen.
function passesButForDays(relation) {
  const { family } = data.types[relation.type];
  return state.tones.has(relation.tone)
    && state.kinds.has(kindOf(relation.subject)) && state.kinds.has(kindOf(relation.object))
    && (!state.type || state.type === relation.type || state.type === `family ${family}`)
    && (!state.outlet || relation.outlets.has(state.outlet))
    && (!state.stands || relation.stands.has(state.stands))
    && relation.origins >= state.origins && (!state.disputed || relation.disputed);
}

const within = (relation, since, until) => (!since || relation.last >= since) && (!until || relation.first <= until);

function narrow() {
  const passing = dated.filter((relation) => passesButForDays(relation) && within(relation, state.since, state.until));
  const near = state.focus ? around(state.focus, state.hops, passing) : null;
  visible = new Set(passing.filter((r) => !near || (near.has(r.subject) && near.has(r.object))).map((r) => r.id));
}

// Relations that pass, the latest first.
const shown = () => dated.filter((relation) => visible.has(relation.id));

// The actors at most so many hops away.
function around(actor, hops, among) {
  let near = new Set([actor]);
  for (let hop = 0; hop < hops; hop += 1) {
    const wider = new Set(near);
    for (const { subject, object } of among) {
      if (near.has(subject)) wider.add(object);
      if (near.has(object)) wider.add(subject);
    }
    near = wider;
  }
  return near;
}

function narrowed() {
  const plain = unchosen();
  return ["type", "outlet", "stands", "since", "until", "origins", "disputed", "focus"].some((key) => state[key] !== plain[key])
    || state.tones.size < plain.tones.size || state.kinds.size < plain.kinds.size;
}
