// The desk works without this file; with it the words of the original answer to the fields.
"use strict";

const marks = (key) => document.querySelectorAll(`[data-keys~="${CSS.escape(key)}"]`);

// The field that has the focus marks the words that its value came from.
document.addEventListener("focusin", (event) => {
  const field = event.target.closest("[data-key]");
  if (!field) return;
  for (const mark of document.querySelectorAll("mark.lit")) mark.classList.remove("lit");
  const found = [...marks(field.dataset.key)];
  for (const mark of found) mark.classList.add("lit");
  const paper = found[0]?.closest(".item-left");
  // Only within its own column: the page itself must not move while somebody types.
  if (paper && paper.scrollHeight > paper.clientHeight) {
    paper.scrollTop = found[0].offsetTop - paper.clientHeight / 3;
  }
});

// A click on marked words goes to their field.
document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-keys]");
  if (!mark) return;
  const key = mark.dataset.keys.split(" ")[0];
  const field = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  field?.querySelector("input, select, textarea")?.focus();
});

// A press of a button that decides is sent once.
document.addEventListener("submit", (event) => {
  if (event.submitter?.formTarget === "_blank") return;
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 4000); // the connection may have failed
});
// Back from the next page the forms must work again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A panel that was opened takes the focus to its first field; Escape closes it again.
document.addEventListener("toggle", (event) => {
  if (event.target.matches("details.act[open]")) {
    event.target.querySelector("textarea")?.focus();
  }
}, true);
document.addEventListener("keydown", (event) => {
  const panel = event.key === "Escape" && event.target.closest("details.act[open]");
  if (!panel) return;
  panel.open = false;
  panel.querySelector("summary").focus();
});
