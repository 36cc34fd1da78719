// The stand-in admin around the app's frame: answers what the App Bridge stand-in asks and shows what the app declares.
(() => {
  const settings = JSON.parse(document.getElementById("shell-settings").textContent);
  const frame = document.getElementById("app-frame");
  const find = (id) => document.getElementById(id);
  const send = (message) => frame.contentWindow.postMessage({ from: "shell-stand-in", ...message }, settings.app);
  const root = `/store/${settings.store}`;
  const appRoot = `${root}/apps/${settings.handle}`;

  addEventListener("message", async (event) => {
    if (event.source !== frame.contentWindow || event.origin !== settings.app || event.data?.from !== "app-bridge-stand-in") return;
    const message = event.data;
    const answer = (value) => send({ type: "answer", question: message.question, value });
    switch (message.type) {
      case "hello":
        listening = true;
        loading(false);
        return;
      case "idToken": {
        const response = await fetch(`${root}/session-token`, { method: "POST" });
        if (response.ok) answer(await response.text());
        else send({ type: "answer", question: message.question, error: await response.text() });
        return;
      }
      case "location":
        return showLocation(message);
      case "declare":
        return showDeclared(message);
      case "loading":
        return loading(message.on);
      case "toast":
        return showToast(message);
      case "hideToast":
        return void find(message.toast)?.remove();
      case "saveBar":
        return showSaveBar(message);
      case "leaveConfirmation":
        return void answer(await confirmed("Leave page with unsaved changes?", "Leaving this page will delete all unsaved changes.", "Leave page"));
      case "open":
        location.href = message.url ?? `${root}/${message.admin}`;
        return;
    }
  });

  let listening = false;
  let path = "";
  function showLocation(message) {
    const search = new URLSearchParams(message.search);
    for (const name of ["embedded", "shop", "host", "id_token", "locale", "session", "hmac", "timestamp"]) search.delete(name);
    path = message.path;
    const query = search.size > 0 ? `?${search}` : "";
    // The bounce page of the library is no place to return to.
    if (!path.startsWith("/auth/")) history.replaceState(null, "", `${appRoot}${path}${query}`);
    markCurrent();
  }

  function markCurrent() {
    const links = [...document.querySelectorAll("#app-nav a")];
    for (const link of links) link.toggleAttribute("aria-current", link.dataset.path === path);
    find("app-home").toggleAttribute("aria-current", !links.some((link) => link.hasAttribute("aria-current")));
  }

  function showDeclared({ items, title, actions }) {
    const home = items.find((item) => item.rel === "home");
    if (home) find("app-home").onclick = (event) => (event.preventDefault(), send({ type: "navigate", href: home.href }));
    find("app-nav").replaceChildren(...items.filter((item) => item.rel !== "home").map((item) => {
      const link = document.createElement("a");
      link.href = `${appRoot}${item.href}`;
      link.dataset.path = new URL(item.href, settings.app).pathname;
      link.textContent = item.label;
      link.onclick = (event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        send({ type: "navigate", href: item.href });
      };
      const entry = document.createElement("li");
      entry.append(link);
      return entry;
    }));
    markCurrent();
    find("app-title").textContent = title ?? "";
    find("app-actions").replaceChildren(...actions.map((action) => {
      const button = document.createElement("button");
      button.textContent = action.label;
      button.className = action.primary ? "primary" : action.critical ? "danger" : "";
      button.disabled = action.disabled || action.loading;
      button.onclick = () => send({ type: "press", press: action.press });
      return button;
    }));
  }

  function loading(on) {
    find("loading").hidden = !on;
  }

  function showToast({ toast, message, isError, duration, action }) {
    const box = document.createElement("div");
    box.id = toast;
    box.className = isError ? "toast bad" : "toast";
    box.setAttribute("role", isError ? "alert" : "status");
    box.append(message);
    const button = (label, act) => {
      const made = document.createElement("button");
      made.textContent = label;
      made.onclick = () => (send({ type: "toast", toast, action: act }), box.remove());
      box.append(made);
    };
    if (action) button(action, "act");
    button("×", "dismiss");
    find("toasts").append(box);
    setTimeout(() => {
      if (!box.isConnected) return;
      box.remove();
      send({ type: "toast", toast, action: "dismiss" });
    }, duration);
  }

  let confirmDiscard = false;
  function showSaveBar(message) {
    confirmDiscard = message.confirmDiscard;
    find("save-bar").hidden = !message.shown;
    find("save").disabled = message.saving || message.saveDisabled;
  }
  find("save").onclick = () => send({ type: "saveBar", action: "save" });
  find("discard").onclick = async () => {
    if (!confirmDiscard || (await confirmed("Discard all unsaved changes?", "If you discard changes, you'll delete any edits you made since you last saved.", "Discard changes"))) send({ type: "saveBar", action: "discard" });
  };

  function confirmed(title, text, yes) {
    const dialog = find("confirm");
    dialog.querySelector("h2").textContent = title;
    dialog.querySelector("p").textContent = text;
    dialog.querySelector(".danger").textContent = yes;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
  }

  new EventSource("/__clock/stream").onmessage = (event) => listening && send({ type: "clock", clock: JSON.parse(event.data) });
})();
