// The findings as cards. Their words come from the document: they are set as text, never as markup.

const NAMES = { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["remark", "remarks"] };

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

export class Cards {
  constructor({ list, filters, none }, choose) {
    Object.assign(this, { list, filters, none, onChoose: choose, items: [], left: new Set() });
  }

  fill({ diagnostics, counts, explanations, error }) {
    const top = this.list.scrollTop;
    const focused = this.items.findIndex(({ item }) => item.contains(document.activeElement));
    this.items = diagnostics.map((row) => ({ row, item: this.card(row, explanations[row.code]) }));
    this.list.replaceChildren(...this.items.map(({ item }) => item));
    this.list.scrollTop = top;
    if (focused >= 0) (this.items[Math.min(focused, this.items.length - 1)]?.item.querySelector("button") ?? this.list).focus();
    this.filters.replaceChildren(...Object.entries(counts).filter(([, n]) => n).map(([kind, n]) => this.filter(kind, n)));
    this.none.hidden = diagnostics.length > 0;
    this.none.textContent = error ? "What is wrong stands above the page." : "Nothing to report.";
    this.sift();
  }

  card(row, explanation) {
    const item = make("li", row.severity);
    const button = make("button", "jump");
    button.type = "button";
    const kind = make("span", "kind");
    kind.append(make("b", "", NAMES[row.severity][0]));
    if (row.line) kind.append(make("span", "", `line ${row.line}, column ${row.column}`));
    button.append(kind, make("span", "message", row.message));
    if (row.words.trim()) {
      const quote = make("span", "quote");
      quote.dir = "auto";
      quote.append(cut(row.before, -24), make("mark", "", row.words), cut(row.after, 24));
      button.append(quote);
    }
    button.disabled = !row.line && !row.targets.length;
    button.addEventListener("click", () => this.onChoose(row));
    item.append(button);
    const help = [row.expected.length ? `expected: ${row.expected.slice(0, 6).join(", ")}` : "", row.hint].filter(Boolean).join("; ");
    if (help) item.append(make("p", "hint", help));
    if (row.code) {
      const more = make("details");
      more.append(make("summary", "", row.code), make("p", "", row.title));
      for (const part of (explanation || "").split("\n\n")) {
        const isCommand = part.startsWith("    ");
        if (part) more.append(make(isCommand ? "pre" : "p", "", isCommand ? part.trim() : part.replace(/\n/g, " ")));
      }
      item.append(more);
    }
    return item;
  }

  filter(kind, count) {
    const button = make("button", kind, `${count.toLocaleString("en")} ${NAMES[kind][count === 1 ? 0 : 1]}`);
    button.type = "button";
    button.setAttribute("aria-pressed", String(!this.left.has(kind)));
    button.addEventListener("click", () => {
      if (!this.left.delete(kind)) this.left.add(kind);
      button.setAttribute("aria-pressed", String(!this.left.has(kind)));
      this.sift();
    });
    return button;
  }

  sift() {
    for (const { row, item } of this.items) item.hidden = this.left.has(row.severity);
  }

  choose(row) {
    for (const one of this.items) {
      const isIt = one.row === row;
      one.item.classList.toggle("chosen", isIt);
      one.item.querySelector("button").setAttribute("aria-current", String(isIt));
      if (isIt) this.reveal(one.item);
    }
  }

  /** The findings whose places are in view; their cards come along, unless somebody is busy with the list. */
  near(rows) {
    let first = null;
    for (const { row, item } of this.items) {
      const isNear = rows.has(row);
      item.classList.toggle("near", isNear);
      if (isNear && !item.hidden) first ??= item;
    }
    if (first && !this.list.matches(":hover, :focus-within")) this.reveal(first);
  }

  reveal(item) {
    const list = this.list.getBoundingClientRect();
    const own = item.getBoundingClientRect();
    if (own.top < list.top || own.bottom > list.bottom) this.list.scrollTop += own.top - list.top - 4;
  }
}

/** At most so many characters from the end (less than 0) or the beginning, in whole words where there are any. */
function cut(text, length) {
  const line = text.replace(/\s+/g, " ");
  const letters = [...line];
  if (letters.length <= Math.abs(length)) return line;
  if (length < 0) return `…${letters.slice(length).join("").replace(/^\S{1,12} /, "")}`;
  return `${letters.slice(0, length).join("").replace(/ \S{1,12}$/, "")}…`;
}
