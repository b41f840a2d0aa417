// One letter for each thing that can be done: `?` tells which. The letters stand in the page itself
// (aria-keyshortcuts); WCAG 2.1.4 wants a way to switch them off, which is in the same dialog.
"use strict";

(() => {
  const STORED = "redactie-sneltoetsen";
  const dialog = document.getElementById("toetsen");
  const box = dialog.querySelector("input");
  const isOn = () => localStorage.getItem(STORED) !== "uit";
  box.checked = isOn();
  box.addEventListener("change", () => localStorage.setItem(STORED, box.checked ? "aan" : "uit"));

  const open = () => {
    if (!dialog.open) dialog.showModal();
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-open=toetsen]")) open();
  });
  const reveal = () => {
    for (const button of document.querySelectorAll("[data-open=toetsen]")) button.hidden = false;
  };
  document.addEventListener("desk:shown", reveal);
  reveal();

  const visible = (element) => element.checkVisibility() && !element.disabled;
  const first = (box, key) =>
    [...box.querySelectorAll(`[aria-keyshortcuts="${CSS.escape(key)}"]`)].find(visible);

  // In the proposal that has the focus, otherwise the first on the page.
  const find = (key) => {
    const own = document.activeElement?.closest?.(".proposal");
    return (own && first(own, key)) ?? first(document, key);
  };

  const act = (element) => {
    if (element.matches("summary")) {
      element.parentElement.open = true;
      element.scrollIntoView({ block: "nearest" });
    } else if (element.matches("input, textarea, select")) {
      element.focus();
    } else {
      element.click();
    }
  };

  const ROWS = ".queue-row h3 a, .queue-row .h3 a, article.proposal h2";
  const step = (by) => {
    const rows = [...document.querySelectorAll(ROWS)];
    const now = document.activeElement?.closest?.(".queue-row, article.proposal");
    const at = rows.findIndex((row) => now?.contains(row));
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
    if (!next) return;
    if (!next.matches("a")) next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  // Out of a field, so that the letters are keys again; a panel closes by it (desk.js).
  const leave = (field) => {
    if (field.closest("details.act[open]")) return;
    const head = field.closest(".proposal, .original")?.querySelector("h2");
    const to = head ?? document.querySelector("h1");
    to.tabIndex = -1;
    to.focus({ preventScroll: true });
  };

  const openRow = () => {
    const row = document.activeElement?.closest?.(".queue-row") ?? document;
    row.querySelector(".queue-row h3 a, .queue-row .h3 a, h3 a, .h3 a")?.click();
  };
  const MOVES = { j: () => step(1), k: () => step(-1), o: openRow };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const field = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
    if (field && event.key === "Escape") leave(field);
    if (field || event.target.closest?.("dialog") || !isOn()) return;
    if (event.key === "?") {
      event.preventDefault();
      open();
      return;
    }
    const move = MOVES[event.key];
    const inList = document.querySelector(".queue-row");
    const element = (!move || !inList) && find(event.key);
    if (!move && !element) return;
    event.preventDefault();
    if (element) act(element);
    else move();
  });
})();
