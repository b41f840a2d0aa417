// Small comforts on pages that work without them.
"use strict";

// A field with an address gets a button that copies it.
function addCopyButtons(part) {
  if (!navigator.clipboard) return;
  for (const field of part.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-secondary";
    button.textContent = "Kopieer";
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    told.className = "visually-hidden";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = told.textContent = "Gekopieerd";
      } catch {
        field.select();
      }
    });
    field.after(button, told);
  }
}

// A search form answers while one types: the parts that it changes are taken from the page that
// sending it would have given. What has the focus stays as it is.
function searchAsTyped(form) {
  const parts = ["resultaten", "keuzes", "abonnement"];
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  told.className = "visually-hidden";
  form.append(told);
  let timer, asking;

  async function ask() {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(chosen).toString();
    const address = form.action.split("?")[0] + (query && "?" + query);
    asking?.abort();
    asking = new AbortController();
    let answer;
    try {
      answer = await fetch(address, { signal: asking.signal });
    } catch {
      return; // a newer question, or no network: the button still works
    }
    if (!answer.ok) return; // half a postcode: wait for the rest
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    told.textContent = page.querySelector("[data-count]")?.textContent ?? "";
    for (const id of parts) {
      const now = document.getElementById(id), then = page.getElementById(id);
      if (!now || !then || now.contains(document.activeElement)) continue;
      now.replaceWith(then);
      addCopyButtons(then);
    }
    document.title = page.title;
    history.replaceState(null, "", address);
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
}

addCopyButtons(document);
for (const form of document.querySelectorAll("form[data-live]")) searchAsTyped(form);
