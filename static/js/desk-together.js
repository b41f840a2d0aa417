// Who else is here, kept fresh; and how long a decision can still be taken back.
"use strict";

(() => {
  const BEAT = 20_000; // the server forgets who was silent for a minute
  let heart = 0;
  let clock = 0;

  const tell = (box, more) => {
    const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
    const body = new URLSearchParams({ csrfmiddlewaretoken: token, seen: box.dataset.seen, ...more });
    const options = { method: "post", body, credentials: "same-origin", keepalive: true };
    return fetch(box.dataset.heartbeat, options);
  };

  const beat = async (box) => {
    if (document.hidden) return;
    try {
      const response = await tell(box, {});
      if (!response.ok || response.redirected || !box.isConnected) return;
      const html = (await response.text()).trim();
      // Only what is new is announced: the box is a live region.
      if (box.dataset.told !== html) {
        box.dataset.told = html;
        box.innerHTML = html;
      }
    } catch {
      // No connection: the next beat tries again.
    }
  };

  const count = () => {
    const clocks = document.querySelectorAll("[data-countdown]");
    for (const one of clocks) {
      const left = Math.ceil((Date.parse(one.dataset.countdown) - Date.now()) / 1000);
      if (left > 90) continue;
      one.textContent = left > 0 ? `over ${left} ${left === 1 ? "seconde" : "seconden"}` : "nu";
      const before = one.previousSibling;
      if (before?.nodeType === Node.TEXT_NODE) before.data = before.data.replace(/ om $/, " ");
    }
    if (!clocks.length) clearInterval(clock);
  };

  const start = () => {
    clearInterval(heart);
    clearInterval(clock);
    const box = document.querySelector("[data-heartbeat]");
    if (box) {
      box.dataset.told = box.innerHTML.trim();
      beat(box);
      heart = setInterval(() => beat(box), BEAT);
    }
    clock = setInterval(count, 1000);
    count();
  };

  const stop = () => {
    clearInterval(heart);
    const box = document.querySelector("[data-heartbeat]");
    if (box) tell(box, { weg: "1" }).catch(() => {});
  };

  document.addEventListener("desk:leaving", stop);
  document.addEventListener("desk:shown", start);
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", start);
})();
