// Small comforts on pages that work without them.
"use strict";

// A field with an address gets a button that copies it.
for (const field of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
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
