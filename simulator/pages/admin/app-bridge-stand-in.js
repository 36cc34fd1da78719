// Stand-in for Shopify's App Bridge, served in place of https://cdn.shopify.com/shopifycloud/app-bridge.js.
// It speaks to the stand-in admin shell by postMessage and imitates what the app uses of the real script
// (@shopify/app-bridge-types, November 2026). Whatever it does not imitate throws, so that nothing is thought to work that does not.
// One long file, because the browser loads it as one script, as it does the real one.
//
// `__STAND_IN__` is put in front by the tunnel: { shell: origin of the shell, clock: { base, anchor, speed } }.
(() => {
  const settings = globalThis.__STAND_IN__;
  const script = document.currentScript;
  const page = new URL(location.href);
  const remembered = JSON.parse(sessionStorage.getItem("stand-in.config") ?? "{}");
  const config = {
    apiKey: script?.dataset.apiKey ?? document.querySelector('meta[name="shopify-api-key"]')?.content ?? remembered.apiKey ?? "",
    shop: page.searchParams.get("shop") ?? remembered.shop ?? "",
    host: page.searchParams.get("host") ?? remembered.host ?? "",
    locale: page.searchParams.get("locale") ?? remembered.locale ?? "en",
  };
  sessionStorage.setItem("stand-in.config", JSON.stringify(config));

  // Shopify's script leads an embedded app that was opened on its own back into the admin; so does this one.
  if (window.parent === window && page.searchParams.get("embedded") !== "0") {
    location.replace(`${settings.shell}/store/hearth-and-wool/apps/hither${page.pathname}`);
    return;
  }

  // ── Talking to the shell ────────────────────────────────────────────────────────────────────────────────────────
  let questions = 0;
  const waiting = new Map();
  const tell = (type, content = {}) => window.parent.postMessage({ from: "app-bridge-stand-in", type, ...content }, settings.shell);
  const ask = (type, content = {}) =>
    new Promise((resolve, reject) => {
      const question = ++questions;
      waiting.set(question, { resolve, reject });
      tell(type, { question, ...content });
    });

  // ── The browser's clock follows the pretend world's, as the server's does ────────────────────────────────────────
  let clock = settings.clock;
  const RealDate = Date;
  const realNow = RealDate.now;
  const now = () => Math.floor(clock.base + (realNow() - clock.anchor) * clock.speed);
  function SimulatedDate(...args) {
    if (new.target === undefined) return new RealDate(now()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target);
  }
  Object.defineProperties(SimulatedDate, {
    name: { value: "Date" }, length: { value: 7 }, prototype: { value: RealDate.prototype },
    now: { value: now, writable: true }, parse: { value: RealDate.parse, writable: true }, UTC: { value: RealDate.UTC, writable: true },
  });
  RealDate.prototype.constructor = SimulatedDate;
  globalThis.Date = SimulatedDate;

  // ── Session tokens ──────────────────────────────────────────────────────────────────────────────────────────────
  const idToken = () => ask("idToken");
  const realFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const target = new URL(input instanceof Request ? input.url : String(input), location.href);
    if (target.origin !== location.origin) return realFetch(input, init);
    const request = new Request(input, init);
    if (request.headers.has("authorization")) return realFetch(request);
    const again = request.clone();
    const answer = await realFetch(await signed(request));
    if (answer.status === 401 && answer.headers.has("x-shopify-retry-invalid-session-request")) {
      await new Promise((resolve) => setTimeout(resolve, 300)); // after a jump of the clock the app may hear of the new time later than this page
      return realFetch(await signed(again));
    }
    const reauthorize = answer.headers.get("x-shopify-api-request-failure-reauthorize-url");
    if (reauthorize) open(reauthorize, "_top");
    return answer;
  };
  async function signed(request) {
    request.headers.set("authorization", `Bearer ${await idToken()}`);
    request.headers.set("x-requested-with", "XMLHttpRequest");
    return request;
  }
  // The library's bounce page names where to return with a fresh token.
  const reload = page.searchParams.get("shopify-reload");
  if (reload !== null) {
    void idToken().then((token) => {
      const target = new URL(reload);
      target.searchParams.set("id_token", token);
      location.replace(target);
    });
  }

  // ── Navigation ──────────────────────────────────────────────────────────────────────────────────────────────────
  const announce = () => tell("location", { path: location.pathname, search: location.search, title: document.title });
  for (const method of ["pushState", "replaceState"]) {
    const real = history[method].bind(history);
    history[method] = (...args) => {
      real(...args);
      announce();
    };
  }
  addEventListener("popstate", announce);

  /** Client-side where the app listens for Shopify's event, otherwise a page load with the parameters the app needs. */
  async function navigate(href) {
    if (!(await leaveConfirmation())) return;
    const link = document.createElement("a");
    link.setAttribute("href", href);
    link.hidden = true;
    document.body.append(link);
    link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true }));
    link.remove();
    if (!listensToNavigate) location.assign(href);
  }
  let listensToNavigate = false;
  const realListen = window.addEventListener.bind(window);
  window.addEventListener = (type, ...rest) => {
    if (type === "shopify:navigate") listensToNavigate = true;
    return realListen(type, ...rest);
  };

  /** Resource links (shopify:admin/orders/1), the admin's own addresses and addresses of the app, from wherever they are opened. */
  function openElsewhere(address, target) {
    const text = String(address);
    const resource = /^shopify:\/*(?:admin\/?)?(.*)$/.exec(text) ?? /^https:\/\/admin\.shopify\.com\/store\/[^/]+\/?(.*)$/.exec(text);
    if (resource) return tell("open", { admin: resource[1] ?? "" }), true;
    const own = /^app:\/*(.*)$/.exec(text);
    if (own) return void navigate(`/${own[1]}`), true;
    if (target === "_top" || target === "_parent") return tell("open", { url: new URL(text, location.href).href }), true;
    return false;
  }
  const realOpen = window.open.bind(window);
  window.open = (address, target, ...rest) => (openElsewhere(address, target) ? null : realOpen(address, target, ...rest));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link && openElsewhere(link.getAttribute("href"), link.target)) event.preventDefault();
  }, true);

  // ── Buttons that the app declares and the shell shows ────────────────────────────────────────────────────────────
  let pressables = 0;
  const pressable = new Map();
  const describe = (element) => {
    element.__standIn ??= ++pressables;
    pressable.set(element.__standIn, element);
    return {
      press: element.__standIn, label: element.textContent.trim(), href: element.getAttribute("href"), rel: element.getAttribute("rel"),
      primary: element.getAttribute("variant") === "primary" || element.getAttribute("slot") === "primary-action", critical: element.getAttribute("tone") === "critical",
      disabled: element.hasAttribute("disabled") && element.getAttribute("disabled") !== "false", loading: element.hasAttribute("loading") && element.getAttribute("loading") !== "false",
    };
  };
  const outsideModals = (selector) => [...document.querySelectorAll(selector)].filter((element) => !element.closest("ui-modal, s-modal"));
  let told = "";
  function declare() {
    const menus = outsideModals("ui-nav-menu, s-app-nav");
    const bars = outsideModals("ui-title-bar");
    const bar = bars.at(-1);
    const declared = {
      items: menus.flatMap((menu) => [...menu.querySelectorAll("a[href], s-link[href]")].map(describe)),
      title: bar?.getAttribute("title") ?? null,
      actions: bar ? [...bar.querySelectorAll("button, a, s-button")].map(describe) : [],
    };
    const text = JSON.stringify(declared);
    if (text !== told) tell("declare", declared);
    told = text;
  }

  // ── Modals: shown inside the frame, because their content belongs to the app's document ──────────────────────────
  class Modal extends HTMLElement {
    #overlay = null;
    #content = document.createElement("div");
    get content() {
      return this.hasAttribute("src") ? null : this.#content;
    }
    get showing() {
      return this.#overlay !== null;
    }
    async show() {
      if (this.#overlay) return;
      const bar = this.querySelector("ui-title-bar");
      const children = Array.from(this.childNodes);
      for (const node of children) if (node instanceof Element && !node.matches("ui-title-bar, ui-save-bar") && node.childElementCount + node.textContent.trim().length > 0) this.#content.append(node);
      const overlay = document.createElement("div");
      overlay.className = "stand-in-overlay";
      overlay.innerHTML = '<div class="stand-in-modal" role="dialog" aria-modal="true" tabindex="-1"><header><h2></h2><button type="button" aria-label="Close">×</button></header><div class="stand-in-content"></div><footer></footer></div>';
      const dialog = overlay.firstElementChild;
      const title = bar?.getAttribute("title") ?? this.getAttribute("heading") ?? "";
      dialog.querySelector("h2").textContent = title;
      dialog.setAttribute("aria-label", title);
      dialog.querySelector(".stand-in-content").append(this.hasAttribute("src") ? frame(this.getAttribute("src")) : this.#content);
      for (const button of bar?.querySelectorAll("button") ?? []) {
        const shown = document.createElement("button");
        shown.type = "button";
        shown.textContent = button.textContent;
        shown.className = button.getAttribute("variant") === "primary" ? "primary" : "";
        shown.disabled = button.disabled;
        shown.onclick = () => button.click();
        dialog.querySelector("footer").append(shown);
      }
      dialog.querySelector("header button").onclick = () => this.hide();
      overlay.onkeydown = (event) => event.key === "Escape" && this.hide();
      overlay.onmousedown = (event) => event.target === overlay && this.hide();
      this.#overlay = overlay;
      document.body.append(overlay);
      dialog.focus();
      this.dispatchEvent(new CustomEvent("show"));
    }
    async hide() {
      if (!this.#overlay) return;
      this.#overlay.remove();
      this.#overlay = null;
      this.dispatchEvent(new CustomEvent("hide"));
    }
    toggle() {
      return this.showing ? this.hide() : this.show();
    }
    showOverlay() { return this.show(); }
    hideOverlay() { return this.hide(); }
    toggleOverlay() { return this.toggle(); }
    disconnectedCallback() { void this.hide(); }
  }
  const frame = (address) => Object.assign(document.createElement("iframe"), { src: address, title: "Modal" });
  customElements.define("ui-modal", Modal);
  customElements.define("s-modal", class extends Modal {});

  // ── Save bar ────────────────────────────────────────────────────────────────────────────────────────────────────
  let shownBar = null;
  class SaveBar extends HTMLElement {
    get showing() {
      return shownBar === this;
    }
    async show() {
      if (shownBar === this) return;
      shownBar = this;
      announceBar();
      this.dispatchEvent(new CustomEvent("show"));
    }
    async hide() {
      if (shownBar !== this) return;
      shownBar = null;
      announceBar();
      this.dispatchEvent(new CustomEvent("hide"));
    }
    toggle() { return this.showing ? this.hide() : this.show(); }
    disconnectedCallback() { void this.hide(); }
    press(action) {
      const buttons = [...this.querySelectorAll("button")];
      const save = buttons.find((button) => button.getAttribute("variant") === "primary") ?? buttons[0];
      (action === "save" ? save : buttons.find((button) => button !== save))?.click();
    }
  }
  customElements.define("ui-save-bar", SaveBar);
  /** A form with data-save-bar has the same bar without an element of its own. */
  const formBar = (form) => ({
    form,
    press: (action) => (action === "save" ? form.requestSubmit() : form.reset()),
    getAttribute: (name) => (name === "discardConfirmation" && form.hasAttribute("data-discard-confirmation") ? "" : null),
    querySelectorAll: () => [],
  });
  function announceBar() {
    const buttons = shownBar ? [...shownBar.querySelectorAll("button")] : [];
    const save = buttons.find((button) => button.getAttribute("variant") === "primary") ?? buttons[0];
    tell("saveBar", {
      shown: shownBar !== null, saving: save?.hasAttribute("loading") ?? false, saveDisabled: save?.disabled ?? false,
      confirmDiscard: (shownBar?.getAttribute("discardConfirmation") ?? null) !== null,
    });
  }
  const dirty = (event) => {
    const form = event.target.form ?? event.target.closest?.("form");
    if (!form?.hasAttribute("data-save-bar") || shownBar?.form === form) return;
    shownBar = formBar(form);
    announceBar();
  };
  const clean = (event) => {
    if (shownBar === null || shownBar.form !== event.target) return;
    shownBar = null;
    announceBar();
  };
  document.addEventListener("input", dirty);
  document.addEventListener("change", dirty);
  document.addEventListener("submit", clean);
  document.addEventListener("reset", clean);
  const leaveConfirmation = async () => shownBar === null || (await ask("leaveConfirmation"));

  // ── Messages from the shell ─────────────────────────────────────────────────────────────────────────────────────
  const toasts = new Map();
  addEventListener("message", (event) => {
    if (event.source !== window.parent || event.origin !== settings.shell || event.data?.from !== "shell-stand-in") return;
    const message = event.data;
    switch (message.type) {
      case "answer": {
        const question = waiting.get(message.question);
        waiting.delete(message.question);
        if (message.error === undefined) question?.resolve(message.value);
        else question?.reject(new Error(message.error));
        return;
      }
      case "clock":
        clock = message.clock;
        return;
      case "navigate":
        void navigate(message.href);
        return;
      case "press":
        pressable.get(message.press)?.click();
        return;
      case "saveBar":
        shownBar?.press(message.action);
        return;
      case "toast":
        toasts.get(message.toast)?.[message.action]?.();
        return;
    }
  });

  // ── window.shopify ──────────────────────────────────────────────────────────────────────────────────────────────
  let toastCount = 0;
  const element = (id) => document.getElementById(id) ?? refuse(`an element with id "${id}"`);
  const refuse = (what) => {
    throw new Error(`The stand-in for App Bridge does not have ${what}.`);
  };
  const missing = (name) => () => refuse(`shopify.${name}`);
  const api = {
    config, origin: settings.shell, ready: Promise.resolve(), idToken,
    environment: { mobile: false, embedded: true, pos: false },
    loading: (on) => tell("loading", { on: on === undefined ? true : Boolean(on) }),
    user: async () => ({ id: 90112345678, accountAccess: "full" }),
    toast: {
      show(message, options = {}) {
        const toast = `toast-${++toastCount}`;
        toasts.set(toast, { dismiss: options.onDismiss, act: options.onAction });
        tell("toast", { toast, message: String(message), isError: Boolean(options.isError), duration: options.duration ?? 5000, action: options.action ?? null });
        return toast;
      },
      hide: (toast) => tell("hideToast", { toast }),
    },
    modal: { show: async (id) => element(id).show(), hide: async (id) => element(id).hide(), toggle: async (id) => element(id).toggle() },
    saveBar: { show: async (id) => element(id).show(), hide: async (id) => element(id).hide(), toggle: async (id) => element(id).toggle(), leaveConfirmation: async () => void (await leaveConfirmation()) },
    webVitals: { onReport: () => {} },
    setSignals: () => {},
    protocol: { stand_in: true },
  };
  for (const name of ["resourcePicker", "scanner", "pos", "intents", "support", "reviews", "scopes", "picker", "app", "shopifyQL", "tools"])
    Object.defineProperty(api, name, { get: missing(name), enumerable: false });
  window.shopify = api;

  // ── Start ───────────────────────────────────────────────────────────────────────────────────────────────────────
  // Adopted, not inserted: React compares the document with what the server sent and would stumble over an element of ours.
  const style = new CSSStyleSheet();
  style.replaceSync(`ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal, s-modal { display: none; }
    .stand-in-overlay { position: fixed; inset: 0; z-index: 520; display: grid; place-items: center; background: rgb(0 0 0 / .45); padding: 1rem; }
    .stand-in-modal { background: #fff; color: #222; border-radius: 12px; width: min(620px, 100%); max-height: 88vh; display: flex; flex-direction: column; outline: 0; box-shadow: 0 20px 60px rgb(0 0 0 / .3); font-family: system-ui, sans-serif; }
    .stand-in-modal header, .stand-in-modal footer { display: flex; gap: 8px; padding: 12px 16px; align-items: center; justify-content: space-between; background: #f4f2ec; border-radius: 12px; } .stand-in-modal footer { justify-content: flex-end; } .stand-in-modal footer:empty { display: none; }
    .stand-in-modal h2 { margin: 0; font-size: 15px; } .stand-in-content { overflow: auto; } .stand-in-content iframe { width: 100%; height: 60vh; border: 0; }
    .stand-in-modal > :is(header, footer) button { font: inherit; font-size: 13px; padding: 5px 12px; border-radius: 8px; border: 1px solid #bbb; background: #fff; cursor: pointer; } .stand-in-modal footer button.primary { background: #2f5d50; color: #fff; border-color: #2f5d50; } .stand-in-modal header button { border: 0; background: none; font-size: 20px; line-height: 1; }`);
  document.adoptedStyleSheets.push(style);
  new MutationObserver(() => {
    declare();
    if (shownBar !== null) announceBar();
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["title", "href", "disabled", "loading", "variant", "rel"], characterData: true });
  tell("hello", { config });
  announce();
  declare();
  addEventListener("load", declare);
})();
