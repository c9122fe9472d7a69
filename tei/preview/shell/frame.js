// The page, in a frame: loaded behind the old one and put in its place where it was scrolled to, with the findings marked.

const MARKS = {
  error: "#c0271f", warning: "#b06a00", info: "#3f7fb8",
};
const SHEET = `
${Object.entries(MARKS).map(([kind, color]) => `
::highlight(tei-${kind}){text-decoration:underline wavy ${color} 1.5px;text-underline-offset:.2em}
[data-tei-finding=${kind}]{outline:1px dashed ${color};outline-offset:.2rem}
[data-tei-chosen=${kind}]{outline:2px solid ${color};outline-offset:.35rem;border-radius:.1rem}`).join("")}
::highlight(tei-chosen){background-color:#ffd873;color:#1d1b18}
@media print{[data-tei-finding],[data-tei-chosen]{outline:none}}`;
const LETTER = /[\p{L}\p{N}]/u;

export class Frame {
  constructor(holder, { choose, near }) {
    Object.assign(this, { holder, onChoose: choose, onNear: near, frame: null, edition: 0, places: new Map(), chosen: null });
    this.ready = Promise.resolve(); // when the last page that was asked for is there
  }

  load(state) {
    this.ready = this.replace(state);
    return this.ready;
  }

  async replace(state) {
    if (state.edition !== this.edition) {
      const next = document.createElement("iframe");
      next.title = "Page";
      next.className = "coming";
      // a page of a stylesheet from elsewhere runs no script; the toolkit's own is held by its policy
      if (!state.scripts) next.sandbox = "allow-same-origin allow-downloads";
      next.src = `page?edition=${state.edition}`;
      const loaded = new Promise((done) => next.addEventListener("load", done, { once: true }));
      this.holder.append(next);
      await loaded;
      const old = this.frame?.contentWindow;
      if (old) next.contentWindow.scrollTo({ left: old.scrollX, top: old.scrollY, behavior: "instant" });
      this.frame?.remove();
      next.className = "";
      this.frame = next;
      this.edition = state.edition;
      this.settle();
    }
    this.put(state.diagnostics);
  }

  get document() {
    return this.frame?.contentDocument ?? null;
  }

  settle() {
    const { document: page, frame } = this;
    const sheet = new frame.contentWindow.CSSStyleSheet();
    sheet.replaceSync(SHEET);
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
    page.addEventListener("click", (event) => this.click(event));
    let waits = false;
    page.addEventListener("scroll", () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => { waits = false; this.look(); });
    }, { passive: true });
  }

  /** Marks the places of all findings. */
  put(rows) {
    const page = this.document;
    for (const element of page.querySelectorAll("[data-tei-finding], [data-tei-chosen]")) {
      element.removeAttribute("data-tei-finding");
      element.removeAttribute("data-tei-chosen");
    }
    this.places = new Map();
    const blocks = new Map();
    const ranges = { error: [], warning: [], info: [] };
    for (const row of rows) {
      const element = row.targets.map((id) => page.getElementById(id)).find(Boolean);
      if (!element) continue;
      if (!blocks.has(element)) blocks.set(element, stream(element));
      const range = find(blocks.get(element), row, page);
      this.places.set(row, { element, range });
      if (range) ranges[row.severity].push(range);
      else element.setAttribute("data-tei-finding", row.severity);
    }
    const { highlights } = this.frame.contentWindow.CSS;
    if (highlights) {
      for (const [kind, found] of Object.entries(ranges)) highlights.set(`tei-${kind}`, new this.frame.contentWindow.Highlight(...found));
      highlights.delete("tei-chosen");
    }
    this.look();
  }

  /** Marks one finding above the others; whether it has a place here. */
  mark(row) {
    const place = this.places.get(row);
    const page = this.document;
    if (!page) return false;
    for (const element of page.querySelectorAll("[data-tei-chosen]")) element.removeAttribute("data-tei-chosen");
    this.frame.contentWindow.CSS.highlights?.delete("tei-chosen");
    if (!place) return false;
    const { CSS, Highlight } = this.frame.contentWindow;
    if (place.range && CSS.highlights) CSS.highlights.set("tei-chosen", new Highlight(place.range));
    else place.element.setAttribute("data-tei-chosen", row.severity);
    return true;
  }

  go(row) {
    if (!this.mark(row)) return false;
    const { element, range } = this.places.get(row);
    for (let box = element.closest("details:not([open])"); box; box = box.parentElement.closest("details:not([open])")) box.open = true;
    const window_ = this.frame.contentWindow;
    const box = (range ?? element).getBoundingClientRect();
    if (!box.width && !box.height) return false; // hidden by a switch of the page
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    window_.scrollTo({ top: window_.scrollY + box.top - window_.innerHeight / 3, behavior: isCalm ? "instant" : "smooth" });
    return true;
  }

  /** Says which findings are in view. */
  look() {
    const height = this.frame.contentWindow.innerHeight;
    const rows = new Set();
    for (const [row, { element, range }] of this.places) {
      const box = (range ?? element).getBoundingClientRect();
      if (box.bottom > 0 && box.top < height) rows.add(row);
    }
    this.onNear(rows);
  }

  click(event) {
    const link = event.target.closest?.("a[href]");
    if (link) {
      const to = new URL(link.href);
      if (to.protocol === "data:" || to.protocol === "blob:" || (to.origin === location.origin && to.pathname.endsWith("/page"))) return;
      event.preventDefault(); // nothing but this page is served here
      if (to.protocol.startsWith("http") && to.origin !== location.origin) open(to.href, "_blank", "noopener");
      return;
    }
    for (const [row, { range }] of this.places) {
      const boxes = range ? [...range.getClientRects()] : [];
      if (boxes.some((b) => event.clientX >= b.left && event.clientX <= b.right && event.clientY >= b.top && event.clientY <= b.bottom)) {
        this.mark(row);
        this.onChoose(row);
        return;
      }
    }
  }
}

/** The letters and figures of an element, each with the place it stands at: a page adds and leaves out other characters. */
function stream(element) {
  const letters = [];
  const places = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let offset = 0;
    for (const letter of node.data) {
      if (LETTER.test(letter)) {
        letters.push(letter);
        places.push([node, offset, offset + letter.length]);
      }
      offset += letter.length;
    }
  }
  return { text: letters, places };
}

const lettersOf = (text) => [...text].filter((letter) => LETTER.test(letter));

/** The words of a finding in the stream of its block, by as much of what stands around them as is the same there. */
function find({ text, places }, row, page) {
  const before = lettersOf(row.before);
  const words = lettersOf(row.words);
  const after = lettersOf(row.after);
  if (!words.length && !before.length && !after.length) return null;
  for (const [left, right] of [[30, 30], [12, 12], [12, 0], [0, 12], [5, 5], [0, 0]]) {
    const head = left ? before.slice(-left) : [];
    const sought = [...head, ...words, ...after.slice(0, right)];
    if (sought.length < 2 && !words.length) continue;
    const at = index(text, sought);
    if (at < 0) continue;
    const first = at + head.length;
    const range = page.createRange();
    if (words.length) {
      range.setStart(places[first][0], places[first][1]);
      range.setEnd(places[first + words.length - 1][0], places[first + words.length - 1][2]);
      return range;
    }
    // a bracket or another sign: from the letter before it to the one after it
    const from = places[first - 1];
    const to = places[first];
    if (from) range.setStart(from[0], from[1]);
    else range.setStart(to[0], 0);
    if (to) range.setEnd(to[0], to[2]);
    else range.setEnd(from[0], from[0].data.length);
    return narrow(range, row.words) ?? range;
  }
  return null;
}

/** The sign itself, where a text node of the range has it. */
function narrow(range, words) {
  const page = range.startContainer.ownerDocument;
  const walker = page.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const root = walker.root.nodeType === Node.TEXT_NODE ? walker.root : walker.nextNode();
  for (let node = root; words && node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const at = node.data.indexOf(words, start);
    if (at < 0 || (node === range.endContainer && at + words.length > range.endOffset)) continue;
    const found = page.createRange();
    found.setStart(node, at);
    found.setEnd(node, at + words.length);
    return found;
  }
  return null;
}

function index(text, sought) {
  for (let at = 0; at + sought.length <= text.length; at++) {
    let n = 0;
    while (n < sought.length && text[at + n] === sought[n]) n++;
    if (n === sought.length) return at;
  }
  return -1;
}
