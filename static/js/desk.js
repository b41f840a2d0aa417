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

// A click on marked words goes to their field, also when that lies folded away; the quote under a
// field goes to the words.
document.addEventListener("click", (event) => {
  const link = event.target.closest("mark a, .quote a");
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) {
    box.open = true;
  }
  if (target.matches("mark")) {
    (target.querySelector("a") ?? target).focus();
    target.scrollIntoView({ block: "center" });
  } else {
    (target.matches("fieldset") ? target.querySelector("input") : target).focus();
  }
});

// Another value that was found goes into its field; it is stored with the rest.
const put = (form, name, value) => {
  const values = [].concat(value);
  const fields = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
  for (const field of fields) {
    if (field.type === "checkbox") field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
  }
  return fields[0];
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-fill]");
  if (!button) return;
  event.preventDefault();
  const form = button.form;
  const key = button.closest("[data-key]").dataset.key;
  const value = JSON.parse(button.dataset.fill);
  const last = form.elements[key.replace(/first_day$/, "last_day")];
  const before = form.elements[key]?.value;
  const field = put(form, key, value);
  if (last !== form.elements[key] && last?.value === before) last.value = value; // of one day
  field.focus();
  const line = button.parentElement;
  const said = line.querySelector("[role=status]") ?? document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "soft small";
  said.textContent = " Ingevuld, nog niet bewaard.";
  line.append(said);
});

// A ready answer goes into its field, after what was typed there.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-text]");
  const field = button && document.getElementById(button.dataset.into);
  if (!field) return;
  event.preventDefault();
  field.value = [field.value.trim(), button.dataset.text].filter(Boolean).join("\n\n");
  field.focus();
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
    event.target.querySelector("textarea, input:not([type=hidden]), select")?.focus();
  }
}, true);
document.addEventListener("keydown", (event) => {
  const panel = event.key === "Escape" && event.target.closest("details.act[open]");
  if (!panel) return;
  panel.open = false;
  panel.querySelector("summary").focus();
});
