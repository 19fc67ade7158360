// What the site does when scripts run; everything is readable and usable without them.
"use strict";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const DAY_MS = 86_400_000;

function searchKeys() {
  const input = $("#q"), results = $("#results");
  if (!input) return;
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing) { event.preventDefault(); input.focus(); }
    if (event.key === "Escape") { results.replaceChildren(); }
    if (!$("a", results) || !results.parentElement.contains(document.activeElement)) return;
    const links = $$("a", results), at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") { event.preventDefault(); links[Math.min(at + 1, links.length - 1)].focus(); }
    if (event.key === "ArrowUp") { event.preventDefault(); at > 0 ? links[at - 1].focus() : input.focus(); }
  });
  document.addEventListener("click", (event) => { if (!input.form.contains(event.target)) results.replaceChildren(); });
}

function dateSlider() {
  const form = $("#asof");
  if (!form?.dataset.first) return;
  const first = Date.parse(form.dataset.first), today = Date.parse(form.dataset.today);
  const field = $("#day", form);
  if (!(today > first)) return;
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: Math.round((today - first) / DAY_MS), step: 1 });
  slider.value = Math.round((Date.parse(field.value) - first) / DAY_MS);
  slider.setAttribute("aria-label", $("label", form).textContent.trim());
  const say = () => {
    field.value = new Date(first + slider.value * DAY_MS).toISOString().slice(0, 10);
    slider.setAttribute("aria-valuetext", field.value);
  };
  slider.addEventListener("input", say);
  slider.addEventListener("change", () => form.requestSubmit());
  slider.setAttribute("aria-valuetext", field.value);
  field.after(slider);
}

function reviewKeys() {
  if (!$("#judge")) return;
  document.addEventListener("keydown", (event) => {
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") { $("#keys").scrollIntoView(); return; }
    $(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
  });
}

function sortTables() {
  for (const table of $$("table[data-sortable]")) {
    const heads = $$("thead th", table), body = $("tbody", table);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((h) => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const text = (row) => row.cells[column].textContent.trim();
        const rows = [...body.rows].sort((a, b) => text(a).localeCompare(text(b), document.documentElement.lang, { numeric: true }));
        body.append(...(down ? rows.reverse() : rows));
      });
    });
  }
  for (const input of $$("input[data-filters]")) {
    input.hidden = false;
    input.addEventListener("input", () => {
      const wanted = input.value.toLocaleLowerCase();
      for (const row of document.getElementById(input.dataset.filters).tBodies[0].rows)
        row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
    });
  }
}

function accent(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const COLOURS = { planned: "open", considering: "open", rumored: "open", unannounced: "none", superseded: "none" };
const colour = (verdict) => accent(COLOURS[verdict] ?? verdict) || accent("soft");

function drawTimeline() {
  const place = $("#chart"), data = $("#chart-rows");
  if (!place || !data || !window.Plot) return;
  const rows = JSON.parse(data.textContent).map((row) => ({
    ...row, from: new Date(row.from), to: new Date(row.to), known: new Date(row.known), at: `${row.glyph} ${row.label}`,
  }));
  rows.forEach((row, i) => { row.y = `${row.at}${"\u200b".repeat(rows.slice(0, i).filter((r) => r.at === row.at).length)}`; });
  const stroke = (row) => colour(row.verdict), width = Math.max(place.clientWidth, 560);
  const soft = accent("soft"), title = (row) => `${row.label}: ${row.when}\n${place.dataset.known}: ${row.known_words}`;
  const chart = Plot.plot({
    width, height: 60 + rows.length * 30, marginLeft: Math.min(260, width / 3), marginTop: 30, ariaLabel: $("h2", place.parentElement)?.textContent,
    style: { background: "transparent", color: "inherit" },
    x: { type: "utc", label: null, grid: true, axis: "top" }, y: { type: "band", domain: rows.map((r) => r.y), label: null, tickSize: 0 },
    marks: [
      Plot.link(rows, { x1: "known", x2: "from", y1: "y", y2: "y", stroke: soft, strokeDasharray: "2,3" }),
      Plot.link(rows, { x1: "from", x2: "to", y1: "y", y2: "y", stroke, strokeWidth: 6, strokeLinecap: "round", title }),
      Plot.dot(rows, { x: "from", y: "y", r: 5, fill: stroke, title }),
      Plot.dot(rows, { x: "known", y: "y", r: 4, stroke: soft, fill: accent("paper"), title }),
    ],
  });
  chart.setAttribute("role", "img"); // one picture; the table below holds the same in words
  for (const part of chart.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  place.replaceChildren(chart);
}

function openTarget() {
  const line = location.hash.startsWith("#f-") && document.getElementById(location.hash.slice(1));
  const details = line && $("details", line);
  if (details) details.open = true;
}

document.addEventListener("DOMContentLoaded", () => {
  searchKeys(); dateSlider(); reviewKeys(); sortTables(); drawTimeline(); openTarget();
});
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawTimeline);
