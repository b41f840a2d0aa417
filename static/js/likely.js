// While the form is filled in: what is in the agenda already and looks like it. Without this file
// the same is shown once, when the form is sent.
(() => {
  "use strict";
  const panel = document.querySelector("[data-likely]");
  if (!panel || !window.fetch) return;
  const form = panel.closest("form");
  const names = ["title", "organiser", "attendance", "first_day", "start_time", "place"];
  let timer = 0;
  let asked = "";

  const look = async () => {
    const told = new URLSearchParams(names.map((name) => [name, form.elements[name]?.value ?? ""]));
    const question = told.toString();
    if (question === asked) return;
    asked = question;
    try {
      const answer = await fetch(panel.dataset.likely, { method: "POST", body: told });
      if (answer.status !== 200 || question !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      // Said aloud again only when it is something else.
      const said = page.body.textContent;
      if (said.trim() !== panel.textContent.trim()) panel.replaceChildren(...page.body.childNodes);
    } catch {
      asked = ""; // no connection: the form itself will tell
    }
  };
  const soon = (event) => {
    if (!names.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(look, 500);
  };
  // What was unfolded was looked at: sending does not ask it again.
  panel.addEventListener("toggle", (event) => {
    if (!event.target.open) return;
    for (const input of panel.querySelectorAll("[name=looked]")) input.disabled = false;
  }, true);
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  if (form.elements.title.value) look();
})();
