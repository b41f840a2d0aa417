// The form works without this. With it, files are sent as soon as they are chosen, and adding or
// removing one does not leave the page.
(() => {
  "use strict";
  document.querySelector("[data-focus]")?.focus();

  const part = () => document.querySelector("[data-materials]");
  const say = (text) => { part().querySelector("[data-status]").textContent = text; };
  if (!part() || !window.fetch) return;
  const form = part().closest("form");
  let busy = Promise.resolve();

  const files = (input) => [...(input.files || [])];
  const inputs = () => [...part().querySelectorAll("input")];
  const arrange = () => { part().querySelector("[data-without-script]").hidden = true; };

  const send = async (action, done) => {
    const data = new FormData(form);
    const sent = inputs().flatMap(files);
    data.set("action", action);
    const size = [...data.values()].reduce((sum, value) => sum + (value.size || 0), 0);
    if (size > Number(part().dataset.limit)) {
      say("Samen zijn deze bestanden te groot: er past 60 MB in één keer. Kies er minder.");
      return;
    }
    say("Even geduld, we zijn bezig…");
    let answer = null;
    try {
      answer = await fetch(form.getAttribute("action") || location.pathname, { method: "POST", body: data });
    } catch {
      say("Het lukte niet: er is geen verbinding. Probeer het nog eens.");
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-materials]");
    if (!fresh) {
      say(page.querySelector("main .lead")?.textContent || "Het lukte niet. Probeer het nog eens.");
      return;
    }
    // What was typed, ticked or chosen meanwhile is newer than what comes back.
    for (const old of inputs()) {
      const ticked = old.type === "radio" ? `[value="${old.value}"]` : "";
      const same = fresh.querySelector(`[name="${old.name}"]${ticked}`);
      if (!same) continue;
      if (old.type === "radio") same.checked = old.checked;
      else if (/^(text|url)$/.test(old.type)) same.value = old.value;
      else if (files(old).some((file) => !sent.includes(file))) same.files = old.files;
    }
    part().replaceWith(fresh);
    arrange();
    done();
  };
  const queue = (action, done) => { busy = busy.then(() => send(action, done)); return busy; };

  form.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file" || !input.files.length) return;
    const id = input.id;
    queue("upload", () => {
      const wrong = part().querySelector("#id_photos_error");
      say(wrong ? wrong.textContent.trim() : "Toegevoegd. Vul hieronder in wat het is.");
      document.getElementById(id).focus();
    });
  });

  form.addEventListener("submit", (event) => {
    const action = event.submitter?.value || "send";
    if (!/^(upload|more-links|remove-\d+)$/.test(action)) return;
    event.preventDefault();
    queue(action, () => {
      if (action === "more-links") {
        [...part().querySelectorAll("input[type=url]")].pop().focus();
      } else {
        say(action === "upload" ? "Toegevoegd." : "Verwijderd.");
        part().querySelector("#id_photos").focus();
      }
    });
  });

  arrange();
})();
