// The graph: small ones as a net, large ones as rings around the one asked about, those of voices as who had it from whom.
"use strict";

const FEW = 45;
const SPACE = 15; // between names on a ring
const LETTER = 6; // about the width of a letter
const FIRMEST = ["confirmed", "released", "reported", "planned", "considering", "rumored", "disputed", "unannounced", "superseded", "denied"];

/** One line between two, however many facts join them: their words, and the colour of the firmest. */
function joined(edges) {
  const words = JSON.parse($("#graph-words").textContent);
  const lines = new Map();
  for (const { source, target, label, verdict } of edges) {
    const key = `${source} ${target}`, line = lines.get(key) ?? { source, target, labels: new Set(), verdict };
    line.labels.add(words[label] ?? label);
    if (FIRMEST.indexOf(verdict) < FIRMEST.indexOf(line.verdict)) line.verdict = verdict;
    lines.set(key, line);
  }
  return [...lines.values()].map((line) => {
    const labels = [...line.labels], more = labels.length - 1, told = labels.find((one) => one !== words["cast member"]) ?? "";
    return { ...line, label: labels.join(", "), short: told && more ? `${told} +${more}` : told };
  });
}

/** Places on rings: the first in the middle, then those one step away, then the rest beside whom they are joined to. */
function onRings(root, nodes, lines) {
  const beside = new Map(nodes.map((n) => [n.id, []]));
  for (const { source, target } of lines) { beside.get(source)?.push(target); beside.get(target)?.push(source); }
  const step = new Map([[root, 0]]), from = new Map(), queue = [root];
  for (const one of queue) {
    for (const next of beside.get(one)) {
      if (!step.has(next)) { step.set(next, step.get(one) + 1); from.set(next, one); queue.push(next); }
    }
  }
  const kinds = new Map(nodes.map((n) => [n.id, n.kind]));
  const place = new Map([[root, { x: 0, y: 0, angle: 0 }]]);
  let radius = 0;
  for (let ring = 1; ring <= Math.max(...step.values()); ring += 1) {
    const angle = (id) => place.get(from.get(id)).angle;
    const ids = queue.filter((id) => step.get(id) === ring).sort((a, b) => (ring === 1
      ? kinds.get(a).localeCompare(kinds.get(b)) || beside.get(b).length - beside.get(a).length : angle(a) - angle(b)));
    radius = Math.max(radius + 180, (ids.length * SPACE) / (2 * Math.PI));
    ids.forEach((id, at) => {
      const turn = (2 * Math.PI * at) / ids.length;
      place.set(id, { x: radius * Math.cos(turn), y: radius * Math.sin(turn), angle: turn });
    });
  }
  return place;
}

/** Where a name stands beside a point on a ring, turned so that it reads outwards and never upside down. */
function outward(name, angle) {
  const away = (Math.min(name.length, 26) * LETTER) / 2 + 14, left = Math.cos(angle) < 0;
  return { dx: away * Math.cos(angle), dy: away * Math.sin(angle), turn: left ? angle + Math.PI : angle };
}

async function drawGraph() {
  const place = $("#graph");
  if (!place || !window.cytoscape) return;
  const answer = await fetch(place.dataset.source, { headers: { accept: "application/json" } });
  if (!answer.ok) return;
  const graph = await answer.json(), voices = place.dataset.source.endsWith("/voices");
  const lines = joined(graph.edges), ends = new Set(lines.flatMap((line) => [line.source, line.target]));
  const many = graph.nodes.length > FEW, root = graph.nodes.find((n) => n.root)?.id;
  const shown = graph.nodes.filter((n) => !(voices && many) || ends.has(n.id));
  const ringed = many && !voices, rings = ringed ? onRings(root, shown, lines) : new Map();
  const view = cytoscape({
    container: place, maxZoom: 2, wheelSensitivity: 0.4,
    elements: [
      ...shown.map((n) => {
        const at = rings.get(n.id), data = { id: n.id, label: n.name, kind: n.kind, href: n.href, root: n.root ? 1 : 0 };
        return at && n.id !== root ? { data: { ...data, ring: 1, ...outward(n.name, at.angle) }, position: { x: at.x, y: at.y } }
          : { data, position: at };
      }),
      ...lines.map((line, i) => ({ data: { id: `e${i}`, source: line.source, target: line.target, label: line.label, short: line.short, colour: colour(line.verdict) } })),
    ],
    style: styles(many, voices),
    layout: ringed ? { name: "preset", padding: 12 }
      : { name: "cose", animate: false, padding: 30, nodeRepulsion: () => (many ? 9000 : 90000), idealEdgeLength: () => (many ? 50 : 110), nodeOverlap: 30,
          componentSpacing: 50, numIter: shown.length > 200 ? 400 : 1000 },
  });
  view.on("tap", "node", (event) => { const href = event.target.data("href"); if (href) location.href = href; });
  view.on("mouseover", "node", (event) => {
    const near = event.target.closedNeighborhood();
    view.elements().not(near).addClass("far");
    near.addClass("near");
  });
  view.on("mouseout", "node", () => view.elements().removeClass("far near"));
  about(many, graph.nodes.length - shown.length);
  listed(graph, lines);
  place.dataset.drawn = graph.nodes.length;
}

function styles(many, voices) {
  const ink = accent("ink");
  return [
    { selector: "node", style: { label: "data(label)", color: ink, "font-size": 11, "text-valign": "bottom", "text-margin-y": 4, width: 14, height: 14,
      "background-color": accent("reported"), "min-zoomed-font-size": many ? 5 : 4, "text-wrap": "ellipsis", "text-max-width": 150 } },
    { selector: "node[ring]", style: { width: 9, height: 9, "text-valign": "center", "text-halign": "center",
      "text-margin-x": "data(dx)", "text-margin-y": "data(dy)", "text-rotation": "data(turn)" } },
    { selector: "node[kind='work']", style: { shape: "round-rectangle", width: many ? 14 : 22, height: many ? 9 : 14, "background-color": ink } },
    { selector: "node[kind='organization']", style: { shape: "diamond", "background-color": accent("open") } },
    { selector: "node[root=1]", style: { width: 30, height: 22, "font-weight": "bold", "font-size": voices ? 12 : 16, "z-index": 9 } },
    { selector: "edge", style: { width: many ? 0.8 : 1.5, opacity: many ? 0.5 : 1, "line-color": "data(colour)", "curve-style": many && !voices ? "haystack" : "bezier",
      "target-arrow-shape": "triangle", "target-arrow-color": "data(colour)", "arrow-scale": 0.8,
      label: many || voices ? "" : "data(short)", "font-size": 9, color: accent("soft"),
      "text-rotation": "autorotate", "text-background-color": accent("card"), "text-background-opacity": 0.8 } },
    { selector: ".far", style: { opacity: 0.12 } },
    { selector: "node.near", style: { "min-zoomed-font-size": 0, "z-index": 10 } },
    { selector: "edge.near", style: { width: 2, opacity: 1, label: "data(label)" } },
  ];
}

/** What is to be known of a large graph before using it. */
function about(many, alone) {
  const told = $("#graph-about");
  told.hidden = !many;
  told.textContent = alone ? `${told.dataset.many} ${told.dataset.alone} ${alone}.` : told.dataset.many;
}

/** The same in words. */
function listed(graph, lines) {
  const list = document.createElement("ul"), names = new Map(graph.nodes.map((n) => [n.id, n.name]));
  list.className = "plain";
  for (const line of lines) {
    const item = document.createElement("li");
    item.textContent = `${names.get(line.source)} – ${line.label} – ${names.get(line.target)}`;
    list.append(item);
  }
  $("#graph-list").replaceChildren(list);
}

document.addEventListener("DOMContentLoaded", drawGraph);
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawGraph);
