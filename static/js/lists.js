// The queue's list works without this file; with it one press ticks or clears the whole page.
"use strict";

const bar = document.querySelector("[data-bulk]");
const boxes = () => [...document.querySelectorAll("input[name=kies]")];

if (bar) {
  const all = document.createElement("button");
  all.type = "button";
  all.className = "btn btn-link";
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  bar.prepend(all);
  bar.append(count);
  const tell = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    const rest = boxes().length - ticked;
    all.textContent = rest ? "Vink alles op deze bladzij aan" : "Vink niets aan";
    count.textContent = ticked ? `${ticked} aangevinkt` : "";
  };
  all.addEventListener("click", () => {
    const on = boxes().some((box) => !box.checked);
    for (const box of boxes()) box.checked = on;
    tell();
  });
  document.addEventListener("change", (event) => {
    if (event.target.name === "kies") tell();
  });
  window.addEventListener("pageshow", tell); // back from the next page the ticks are still there
}
