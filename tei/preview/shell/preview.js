// The preview: listens for changes, shows the last good page, and keeps the findings beside it.
import { Cards } from "./cards.js";
import { Frame } from "./frame.js";
import { Source } from "./source.js";

const at = (id) => document.getElementById(id);
const status = (words, kind) => {
  if (at("status").textContent !== words) at("status").textContent = words;
  at("status").className = kind;
};

let state = { tick: -1, edition: 0, diagnostics: [] };
let view = "page";
let clock = 0;

const frame = new Frame(at("page"), { choose: (row) => choose(row, { jump: false }), near: (rows) => cards.near(rows) });
const source = new Source(at("source"), (row) => choose(row, { jump: false }));
const cards = new Cards({ list: at("cards"), filters: at("filters"), none: at("none") }, (row) => choose(row, { jump: true }));

/** Marks a finding everywhere; `jump` goes to its place in what is shown. */
async function choose(row, { jump }) {
  cards.choose(row);
  if (jump && view === "page") await frame.ready.catch(() => {}); // who is quick clicks before the page is there
  if (jump && view === "page" && !frame.go(row) && row.line) await show("source"); // the page does not show it: a header, say
  else frame.mark(row);
  if (view === "source") source.go(row, { jump });
  else source.chosen = row;
}

async function show(which) {
  view = which;
  for (const name of ["page", "source"]) {
    at(name).hidden = name !== which;
    at(`show-${name}`).setAttribute("aria-pressed", String(name === which));
  }
  if (which === "source") await source.load(state);
}

async function load() {
  const answer = await fetch("state.json");
  state = await answer.json();
  document.title = `${state.file} – preview`;
  at("file").textContent = state.file;
  at("file").title = state.path;
  clearInterval(clock);
  if (state.seconds !== null) {
    const begun = performance.now() - 1000 * state.seconds;
    const told = () => {
      const seconds = Math.floor((performance.now() - begun) / 1000);
      status(seconds < 2 ? "converting…" : `converting… ${seconds} s`, "busy");
    };
    told();
    clock = setInterval(told, 1000);
    return; // what is there stays until it is done
  }
  status(state.error ? "not up to date" : "up to date", state.error ? "bad" : "good");
  failed(state.error);
  cards.fill(state);
  if (state.hasPage) at("empty").hidden = true;
  else at("empty").textContent = "There is no page yet; it comes with the next save that can be shown.";
  if (state.hasPage) await frame.load(state);
  if (view === "source") await source.load(state);
}

function failed(error) {
  at("error").hidden = !error;
  at("page").classList.toggle("stale", Boolean(error));
  if (!error) return;
  const place = error.line ? `line ${error.line}, column ${error.column}` : "";
  at("error-message").textContent = error.isHere ? error.message : `${error.path}: ${error.message}`;
  at("error-hint").textContent = error.hint;
  at("error-hint").hidden = !error.hint;
  at("error-stays").textContent = state.hasPage ? "Below is the page as it was before." : "";
  at("error-place").hidden = !place || !error.isHere;
  at("error-place").textContent = `Show ${place}`;
  at("error-place").onclick = async () => {
    await show("source");
    source.go({ line: error.line, column: error.column, length: 1, severity: "error" }, { jump: true });
  };
  if (place && !error.isHere) at("error-message").textContent += ` (${place})`;
}

at("show-page").addEventListener("click", () => show("page"));
at("show-source").addEventListener("click", () => show("source"));

// one load at a time; a change that comes in the meantime is loaded after it
let isLoading = false;
let isLate = false;
async function refresh() {
  isLate = true;
  if (isLoading) return;
  isLoading = true;
  try {
    while (isLate) {
      isLate = false;
      await load();
    }
  } catch {
    ended();
  } finally {
    isLoading = false;
  }
}

function ended() {
  clearInterval(clock);
  status("the preview has ended; start tei preview again", "bad");
}

const events = new EventSource("events");
events.onmessage = refresh;
events.onerror = ended;
