// Pages of the desk without full loads: fetch, put in place, and say so. Without this file, or when
// anything here does not fit, links and forms do what they always did.
"use strict";

(() => {
  const main = document.getElementById("inhoud");
  const voice = document.createElement("p");
  voice.className = "visually-hidden";
  voice.setAttribute("role", "status");
  document.body.append(voice);
  history.scrollRestoration = "manual";
  let shown = location.pathname + location.search;
  const LEAVE = "Je hebt iets getypt en nog niet bewaard. Toch weggaan?";
  const unsaved = () => main.querySelector(".facts-form[data-dirty]");
  let sending = false; // a form that is sent by a full load takes along what was typed
  let turn = 0; // an answer that comes after a later question is not shown

  const say = (words) => { voice.textContent = words; };

  // Above the page, which stays as it is.
  const warn = (words) => {
    const told = document.createElement("p");
    told.className = "alert alert-danger";
    told.setAttribute("role", "alert");
    told.textContent = words;
    told.tabIndex = -1;
    main.querySelector(".page").prepend(told);
    told.focus();
  };

  const inDesk = (url) =>
    url.origin === location.origin && url.pathname.startsWith("/redactie/");

  // What somebody who does not see the page should hear first: what went wrong, what was done, or
  // which page this is.
  const focusOnNews = () => {
    const hashed = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const news = hashed || main.querySelector("[role=alert], .alert[role=status], h1") || main;
    if (!news.matches("a, button, input, select, textarea")) news.tabIndex = -1;
    news.focus({ preventScroll: !hashed });
    return hashed;
  };

  const put = (page, address, { push, y }) => {
    document.dispatchEvent(new CustomEvent("desk:leaving"));
    document.querySelector("header.top").replaceWith(page.querySelector("header.top"));
    main.replaceChildren(...page.getElementById("inhoud").childNodes);
    document.title = page.title;
    const url = new URL(address, location.href);
    if (push && url.href !== location.href) {
      history.replaceState({ y: scrollY }, "");
      history.pushState({}, "", url);
    } else {
      history.replaceState(history.state, "", url);
    }
    shown = location.pathname + location.search;
    document.dispatchEvent(new CustomEvent("desk:shown", { detail: { back: !push } }));
    if (!focusOnNews()) scrollTo(0, y ?? 0);
    say(page.title);
  };

  // True when the page is in place.
  const load = async (address, options = {}, { push = true, y = 0, hash = "" } = {}) => {
    const mine = ++turn;
    const post = options.method === "post";
    main.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, { credentials: "same-origin", ...options });
      const html = response.headers.get("content-type")?.startsWith("text/html");
      const page = html && new DOMParser().parseFromString(await response.text(), "text/html");
      if (mine !== turn) return;
      if (page && page.body.classList.contains("desk") && page.getElementById("inhoud")) {
        const settled = post && !response.redirected ? location.href : response.url + hash;
        put(page, settled, { push, y });
      } else if (post) {
        warn(`Het lukt niet (fout ${response.status}). Wat je typte staat er nog.`);
      } else {
        location.assign(address);
      }
    } catch {
      if (mine !== turn) return;
      if (post) warn("Het lukt niet: er is geen verbinding. Wat je typte staat er nog.");
      else location.assign(address);
    } finally {
      main.removeAttribute("aria-busy");
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || link.target) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    if (!inDesk(url) || link.hasAttribute("download")) return;
    if (url.hash && url.pathname + url.search === shown) return; // within the page
    event.preventDefault();
    if (unsaved() && !confirm(LEAVE)) return;
    load(url.href, {}, { hash: url.hash });
  });

  window.addEventListener("beforeunload", (event) => {
    if (unsaved() && !sending) event.preventDefault();
  });

  // Publishing all takes what is stored: what was typed and not saved would be left behind unseen.
  document.addEventListener("input", (event) => {
    const form = event.target.closest(".facts-form");
    if (form) form.dataset.dirty = "yes";
  });
  const stopsAtUnsaved = (form, button) => {
    const typed = button?.value === "publiceer-alles" && unsaved();
    if (!typed) return false;
    const told = form.querySelector("[role=alert]") ?? document.createElement("p");
    told.setAttribute("role", "alert");
    told.textContent = "Je hebt in een voorstel iets getypt. Bewaar dat eerst.";
    form.append(told);
    delete form.dataset.sent;
    return true;
  };

  // The page as visitors will see it, in a frame that runs nothing and sends nothing.
  const preview = async (form, button) => {
    const options = { method: "post", body: new FormData(form, button), credentials: "same-origin" };
    const response = await fetch(button.getAttribute("formaction"), options);
    const html = await response.text();
    const dialog = document.getElementById("voorbeeld");
    if (!response.ok || !dialog) {
      const page = new DOMParser().parseFromString(html, "text/html");
      if (page.body.classList.contains("desk")) put(page, location.href, {});
      return;
    }
    dialog.querySelector("iframe").srcdoc = html;
    dialog.showModal();
    dialog.addEventListener("close", () => button.focus(), { once: true });
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (event.defaultPrevented || !main.contains(form)) return;
    if (form.hasAttribute("data-full-load")) return; // who logs in begins with a clean page
    if (button?.hasAttribute("data-preview")) {
      event.preventDefault();
      preview(form, button);
      return;
    }
    const address = button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
    const url = new URL(address, location.href);
    if (button?.formTarget || !inDesk(url)) {
      sending = !button?.formTarget;
      return;
    }
    event.preventDefault();
    if (stopsAtUnsaved(form, button)) return;
    const body = new FormData(form, button);
    if (form.method === "get") {
      url.search = new URLSearchParams(body);
      load(url.href);
    } else {
      load(url.href, { method: "post", body });
    }
  });

  window.addEventListener("popstate", (event) => {
    if (location.pathname + location.search === shown) return;
    load(location.href, {}, { push: false, y: event.state?.y });
  });
})();
