// The queue's list works without this file; with it one press ticks or clears the whole page, and
// who comes back to the list finds the ticks that were there.
"use strict";

(() => {
  const boxes = () => [...document.querySelectorAll("input[name=kies]")];
  const ticked = new Map(); // by address of the list
  const here = () => location.pathname + location.search;

  const tell = () => {
    const bar = document.querySelector("[data-bulk]");
    if (!bar) return;
    const chosen = boxes().filter((box) => box.checked).length;
    const rest = boxes().length - chosen;
    bar.querySelector("[data-all]").textContent = rest ? "Vink alles op deze bladzij aan" : "Vink niets aan";
    bar.querySelector("[role=status]").textContent = chosen ? `${chosen} aangevinkt` : "";
    ticked.set(here(), boxes().filter((box) => box.checked).map((box) => box.value));
  };

  const start = (event) => {
    const bar = document.querySelector("[data-bulk]");
    if (!bar || bar.querySelector("[data-all]")) return;
    const all = document.createElement("button");
    all.type = "button";
    all.className = "btn btn-link";
    all.dataset.all = "";
    const count = document.createElement("span");
    count.setAttribute("role", "status");
    bar.prepend(all);
    bar.append(count);
    all.addEventListener("click", () => {
      const on = boxes().some((box) => !box.checked);
      for (const box of boxes()) box.checked = on;
      tell();
    });
    const before = event?.detail?.back ? (ticked.get(here()) ?? []) : [];
    for (const box of boxes()) if (before.includes(box.value)) box.checked = true;
    tell();
  };

  document.addEventListener("change", (event) => {
    if (event.target.name === "kies") tell();
  });
  document.addEventListener("desk:shown", start);
  window.addEventListener("pageshow", tell); // back from a page that was loaded as a whole
  start();
})();
