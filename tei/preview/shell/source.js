// The file as it is, with line numbers; each finding at its place, with carets under it.

const WINDOW = 2000; // lines that are shown at a time

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

export class Source {
  constructor(holder, choose) {
    Object.assign(this, { holder, onChoose: choose, lines: [], rows: new Map(), tick: -1, first: 0, chosen: null });
  }

  async load(state) {
    if (state.tick === this.tick) return;
    const answer = await fetch("source.json");
    const { lines } = await answer.json();
    this.tick = state.tick;
    this.lines = lines;
    this.rows = new Map();
    const failed = state.error?.isHere && state.error.line ? [{ ...state.error, severity: "error", length: 1 }] : [];
    for (const row of [...state.diagnostics, ...failed]) {
      if (row.line) this.rows.set(row.line, [...(this.rows.get(row.line) ?? []), row]);
    }
    const top = this.holder.scrollTop;
    this.draw();
    if (this.chosen && state.diagnostics.includes(this.chosen)) this.go(this.chosen, { jump: true }); // chosen in the page
    else this.holder.scrollTop = top;
  }

  draw() {
    this.first = Math.max(0, Math.min(this.first, this.lines.length - WINDOW));
    const last = Math.min(this.lines.length, this.first + WINDOW);
    const parts = [];
    if (this.first > 0) parts.push(this.turn(`Lines before ${this.first + 1}`, -WINDOW));
    for (let at = this.first; at < last; at++) parts.push(this.line(at + 1));
    if (last < this.lines.length) parts.push(this.turn(`Lines after ${last}`, WINDOW));
    if (!this.lines.some(Boolean)) parts.splice(0, parts.length, make("p", "empty", "There is no text that can be shown."));
    this.holder.replaceChildren(...parts);
  }

  turn(words, by) {
    const button = make("button", "place more", words);
    button.type = "button";
    button.addEventListener("click", () => { this.first += by; this.draw(); this.holder.scrollTop = 0; this.holder.focus(); });
    return button;
  }

  line(number) {
    const rows = [...(this.rows.get(number) ?? [])].sort((one, other) => one.column - other.column);
    const worst = ["error", "warning", "info"].find((kind) => rows.some((row) => row.severity === kind));
    const line = make("div", worst ? `line ${worst}` : "line");
    const code = make("code", "");
    code.dir = "auto";
    const letters = [...this.lines[number - 1]]; // columns count characters, not the halves that JavaScript counts
    let at = 0;
    for (const row of rows) {
      const start = row.column - 1;
      if (start < at) continue;
      const end = start + Math.max(1, row.length);
      code.append(letters.slice(at, start).join(""));
      const mark = make("mark", row.severity, letters.slice(start, end).join("") || " ");
      mark.title = row.message;
      mark.addEventListener("click", () => { this.go(row, { jump: false }); this.onChoose(row); });
      code.append(mark);
      at = end;
    }
    code.append(letters.slice(at).join(""));
    line.append(make("span", "number", String(number)), code);
    return line;
  }

  go(row, { jump }) {
    this.chosen = row;
    for (const one of this.holder.querySelectorAll(".chosen")) one.classList.remove("chosen");
    if (!row.line || row.line > this.lines.length) return;
    if (row.line <= this.first || row.line > this.first + WINDOW) {
      this.first = row.line - Math.floor(WINDOW / 2);
      this.draw();
    }
    const line = this.holder.querySelectorAll(".line")[row.line - this.first - 1];
    if (!line) return;
    const marks = [...line.querySelectorAll("mark")];
    const mark = marks.find((one) => one.title === row.message) ?? marks[0] ?? line;
    line.classList.remove("error", "warning", "info");
    line.classList.add("chosen", row.severity);
    mark.classList.add("chosen");
    if (!jump) return;
    const box = mark.getBoundingClientRect();
    this.holder.scrollTop += box.top - this.holder.getBoundingClientRect().top - this.holder.clientHeight / 3;
  }
}
