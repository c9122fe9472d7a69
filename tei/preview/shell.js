"use strict";
const at = (id) => document.getElementById(id);
const [page, source] = [at("page"), at("source")];
let version = -1;

function made(name, text, kind) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (kind) element.className = kind;
  return element;
}

function view(which) {
  page.hidden = which !== "page";
  source.hidden = which !== "source";
  at("show-page").setAttribute("aria-pressed", String(which === "page"));
  at("show-source").setAttribute("aria-pressed", String(which === "source"));
}
at("show-page").addEventListener("click", () => view("page"));
at("show-source").addEventListener("click", () => view("source"));

// the place of a finding: in the page where it has one, in the source always
function go(finding) {
  const target = finding.target && page.contentDocument && page.contentDocument.getElementById(finding.target);
  if (target && !page.hidden) {
    target.scrollIntoView({ block: "center" });
    target.style.outline = ".2rem solid " + getComputedStyle(document.body).getPropertyValue("--" + finding.severity);
    target.style.outlineOffset = ".25rem";
    setTimeout(() => { target.style.outline = ""; }, 2500);
    return;
  }
  if (!finding.line) return;
  view("source");
  for (const old of source.querySelectorAll(".here")) old.classList.remove("here");
  const line = source.children[finding.line - 1];
  if (!line) return;
  line.classList.add("here");
  line.scrollIntoView({ block: "center" });
}

function card(finding) {
  const item = made("li", undefined, finding.severity);
  const kind = made("p", undefined, "kind");
  kind.append(made("span", finding.severity));
  if (finding.line) kind.append(made("span", "line " + finding.line + ":" + finding.column));
  const button = made("button", finding.message, "go");
  button.type = "button";
  button.addEventListener("click", () => go(finding));
  item.append(kind, button);
  if (finding.expected && finding.expected.length) item.append(made("p", "expected: " + finding.expected.join(", "), "hint"));
  if (finding.hint) item.append(made("p", finding.hint, "hint"));
  const more = made("details");
  more.append(made("summary", finding.code));
  more.addEventListener("toggle", async () => {
    if (!more.open || more.querySelector("pre")) return;
    const words = made("pre", "…");
    more.append(words);
    words.textContent = await (await fetch("/explain/" + encodeURIComponent(finding.code))).text();
  });
  item.append(more);
  return item;
}

function lines(state) {
  const marks = new Map();
  for (const finding of state.findings) if (finding.line) marks.set(finding.line, [...(marks.get(finding.line) || []), finding]);
  const rows = state.lines.map((text, number) => {
    const row = made("div");
    row.dataset.line = number + 1;
    const words = made("span");
    const found = marks.get(number + 1);
    if (found) {
      row.className = "has";
      const characters = [...text]; // columns count characters, not halves of them
      const start = found[0].column - 1, end = start + (found[0].length || 1);
      words.append(characters.slice(0, start).join(""), made("mark", characters.slice(start, end).join("") || " "), characters.slice(end).join(""));
      row.title = found.map((one) => one.message).join("\n");
    } else {
      words.textContent = text || " ";
    }
    row.append(words);
    return row;
  });
  source.replaceChildren(...rows);
}

function tell(state) {
  const counts = ["error", "warning", "info"].map((kind) => [state.findings.filter((one) => one.severity === kind).length, kind]);
  const words = { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["remark", "remarks"] };
  const said = counts.filter(([n]) => n).map(([n, kind]) => n + " " + words[kind][Number(n !== 1)]);
  at("summary").textContent = state.error ? "not shown" : said.join(", ") || "nothing to report";
  at("name").textContent = state.name;
  document.title = state.name;
}

async function update(news) {
  const state = await (await fetch("/state")).json();
  if (state.version === version) return;
  version = state.version;
  tell(state);
  const error = at("error");
  error.hidden = !state.error;
  if (state.error) {
    const place = state.error.line ? "line " + state.error.line + (state.error.column ? ":" + state.error.column : "") + ": " : "";
    error.replaceChildren(made("p", place + state.error.message, "what"));
    if (state.error.hint) error.append(made("p", state.error.hint));
    lines({ lines: state.lines, findings: state.error.line ? [{ ...state.error, severity: "error" }] : [] });
    return; // the page before stays
  }
  at("cards").replaceChildren(...state.findings.map(card));
  at("none").hidden = state.findings.length > 0;
  lines(state);
  const scrolled = page.contentWindow ? page.contentWindow.scrollY : 0;
  page.addEventListener("load", () => page.contentWindow.scrollTo(0, scrolled), { once: true });
  page.src = "/page?" + version;
}

const events = new EventSource("/events");
events.addEventListener("message", () => update());
events.addEventListener("error", () => { at("summary").textContent = "the preview has ended"; });
