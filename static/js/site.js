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
  let timer, late, asking;

  function tell(text, isVisible) {
    told.className = isVisible ? "invalid-feedback" : "visually-hidden";
    told.textContent = text ?? "";
  }

  async function ask() {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(chosen).toString();
    const address = form.action.split("?")[0] + (query && "?" + query);
    asking?.abort();
    asking = new AbortController();
    let answer, text;
    try {
      answer = await fetch(address, { signal: asking.signal });
      text = await answer.text();
    } catch {
      return; // a newer question, or no network: the button still works
    }
    const page = new DOMParser().parseFromString(text, "text/html");
    if (!answer.ok) { // half a postcode, most likely: say so only when the rest does not come
      late = setTimeout(tell, 1500, page.querySelector(".alert")?.textContent.trim(), true);
      return;
    }
    tell(page.querySelector("[data-count]")?.textContent, false);
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
    clearTimeout(late);
    timer = setTimeout(ask, 250);
  });
}

addCopyButtons(document);
if (document.getElementById("resultaten")) {
  for (const form of document.querySelectorAll("form[data-live]")) searchAsTyped(form);
}
