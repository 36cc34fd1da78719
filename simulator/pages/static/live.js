// Keeps a page of the simulator fresh: the clock ticks, and every [data-live] part is fetched again when the world changed.
// A part in which somebody is typing is left alone until they are done.
(() => {
  const tick = () => {
    for (const time of document.querySelectorAll("[data-clock]")) {
      const { base, anchor, speed } = time.dataset;
      const now = new Date(Number(base) + (Date.now() - Number(anchor)) * Number(speed));
      time.textContent = new Intl.DateTimeFormat("en-US", { timeZone: "America/New_York", weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }).format(now);
    }
  };
  setInterval(tick, 250);

  let renewing = false;
  let again = false;
  async function renew() {
    if (renewing) return void (again = true);
    renewing = true;
    try {
      const response = await fetch(location.href, { headers: { accept: "text/html" } });
      if (response.ok) replaceParts(new DOMParser().parseFromString(await response.text(), "text/html"));
    } catch {
      // The simulator is restarting or gone; the event stream comes back by itself.
    } finally {
      renewing = false;
      if (again) {
        again = false;
        setTimeout(renew, 300);
      }
    }
  }

  function replaceParts(fresh) {
    for (const part of document.querySelectorAll("[data-live][id]")) {
      const next = fresh.getElementById(part.id);
      if (!next || next.outerHTML === part.dataset.shown) continue;
      if (part.dataset.shown === undefined && next.outerHTML === part.outerHTML) continue;
      const typing = part.contains(document.activeElement) && document.activeElement.matches("input:not([type=submit]), select, textarea");
      if (typing || part.querySelector("[data-touched]")) continue;
      const open = [...part.querySelectorAll("details[id][open]")].map((details) => details.id);
      const shown = next.outerHTML;
      const focused = part.contains(document.activeElement) ? indexOfFocus(part) : -1;
      part.replaceWith(next);
      next.dataset.shown = shown;
      for (const id of open) document.getElementById(id)?.setAttribute("open", "");
      if (focused >= 0) next.querySelectorAll("a, button")[focused]?.focus({ preventScroll: true });
    }
    tick();
  }

  function indexOfFocus(part) {
    return [...part.querySelectorAll("a, button")].indexOf(document.activeElement);
  }

  document.addEventListener("input", (event) => event.target.setAttribute?.("data-touched", ""));
  // Buttons act without a page load, so that the place on a long page is kept.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || form.dataset.plain !== undefined) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const response = await fetch(form.action, { method: "POST", body, headers: { accept: "text/html" } });
    for (const touched of form.querySelectorAll("[data-touched]")) touched.removeAttribute("data-touched");
    if (response.redirected && new URL(response.url).pathname !== location.pathname && form.id !== "clock-control" && form.dataset.stay === undefined) location.href = response.url;
    else if (!response.ok) alert(await response.text());
    else renew();
  });
  let timer;
  new EventSource("/__live").onmessage = () => {
    clearTimeout(timer);
    timer = setTimeout(renew, 150);
  };
})();
