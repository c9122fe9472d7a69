<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page does better with a script than without. Nothing is fetched, nothing is stored. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="script">
    <script><xsl:choose><xsl:when test="$shell"><xsl:value-of select="concat($shell, 'script')"/></xsl:when><xsl:otherwise><![CDATA[
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const said = document.createElement("p"); // for screen readers: what a button did
  said.className = "unseen";
  said.setAttribute("role", "status");
  document.body.append(said);

  // the citation, copied
  for (const button of all("button.copy")) {
    const words = button.textContent.trim();
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = button.closest(".cite").querySelector(".citation").textContent.replace(/\s+/g, " ").trim();
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const field = document.createElement("textarea"); // where the clipboard is for secure pages only
        field.value = text;
        document.body.append(field);
        field.select();
        document.execCommand("copy");
        field.remove();
      }
      button.textContent = said.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; said.textContent = ""; }, 2000);
    });
  }

  // a note beside its number; without this, the number leads to the note at the end
  if ("popover" in HTMLElement.prototype) {
    const box = document.createElement("aside");
    box.className = "pop";
    box.popover = "auto";
    box.tabIndex = -1;
    document.body.append(box);
    let opener = null;
    box.addEventListener("toggle", (event) => {
      if (event.newState === "closed" && opener) {
        opener.setAttribute("aria-expanded", "false");
        if (box.contains(document.activeElement) || document.activeElement === document.body) opener.focus({ preventScroll: true });
      }
    });
    for (const link of all(".noteref a")) {
      const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      const words = note && note.querySelector(":scope > div");
      if (!words) continue;
      link.setAttribute("aria-expanded", "false");
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const copy = words.cloneNode(true);
        for (const part of all(".back", copy)) part.remove();
        for (const part of all("[id]", copy)) part.removeAttribute("id");
        box.replaceChildren(copy);
        box.setAttribute("aria-label", link.textContent);
        opener = link;
        box.showPopover();
        link.setAttribute("aria-expanded", "true");
        const at = link.getBoundingClientRect(), size = box.getBoundingClientRect();
        box.style.left = Math.max(8, Math.min(at.left - 24, innerWidth - size.width - 8)) + "px";
        box.style.top = (at.bottom + size.height + 8 < innerHeight ? at.bottom + 8 : Math.max(8, at.top - size.height - 8)) + "px";
        box.focus({ preventScroll: true });
      });
    }
  }

  // the index: an entry opens when a name leads to it, and goes from mention to mention
  const index = document.querySelector("nav.index");
  if (!index) return;
  const [before, after] = [index.dataset.previous, index.dataset.next];
  for (const entry of all("details", index)) {
    const links = all(".mentions:last-child a", entry);
    if (links.length < 2) continue;
    let at = -1;
    const go = (step) => {
      at = (at + step + links.length) % links.length;
      const mention = document.getElementById(decodeURIComponent(links[at].hash.slice(1)));
      for (const old of all(".here")) old.classList.remove("here");
      if (!mention) return;
      mention.classList.add("here");
      mention.scrollIntoView({ block: "center" });
      said.textContent = links[at].getAttribute("aria-label");
    };
    const bar = document.createElement("span");
    bar.className = "steps";
    for (const [sign, label, step] of [["‹", before, -1], ["›", after, 1]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => go(step || 1));
      bar.append(button);
    }
    links[0].parentElement.prepend(bar);
  }
  const open = () => {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    const entry = target && index.contains(target) && target.querySelector("details");
    if (!entry) return;
    entry.open = true;
    entry.querySelector("summary").focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", open);
  open();
})();
]]></xsl:otherwise></xsl:choose></script>
  </xsl:template>
</xsl:stylesheet>
