import type { Catalogue } from "../catalogue/types.ts";

/**
 * Stand-ins for Shopify's `s-*` components, which exist only on Shopify's CDN: calm, in the checkout's own fonts and colours,
 * and not Shopify's look. What has no entry here is a plain block. Gaps and paddings follow the names of Shopify's scale.
 */
const GAP = `:host([gap^=small]),:host([gap^=small-]){gap:.35rem}:host([gap=base]){gap:.8rem}:host([gap^=large]){gap:1.3rem}`;
const BOX = `:host([padding=base]){padding:.9rem 1rem}:host([padding^=small]){padding:.5rem}:host([padding^=large]){padding:1.4rem}:host([border^=base]){border:1px solid var(--line,#ddd)}:host([border-radius=base]){border-radius:.6rem}:host([border-radius^=large]){border-radius:.9rem}:host([background=subdued]){background:var(--tint,#f3f3f3)}`;
const TONES = `:host([tone=success]){color:var(--good,#2f6b47)}:host([tone=warning]){color:light-dark(#7d4b00,#efc47a)}:host([tone=critical]){color:light-dark(#a3312a,#f2a097)}:host([color=subdued]){color:var(--soft,#666)}`;
const LOOK: Readonly<Record<string, string>> = {
  "s-text": `:host{display:inline}:host([type=strong]){font-weight:650}:host([type=small]){font-size:.9em}${TONES}`,
  "s-paragraph": `:host{display:block}${TONES}`,
  "s-heading": `:host{display:block;font:500 1.15rem/1.3 var(--serif,inherit)}`,
  "s-section": `:host{display:block}.heading{font:500 1.25rem/1.3 var(--serif,inherit);margin:0 0 .7rem}`,
  "s-banner": `:host{display:block;border:1px solid var(--line,#ddd);border-radius:.6rem;padding:.8rem 1rem;background:var(--tint,#f3f3f3)}.heading{font:650 1rem/1.4 inherit;margin:0 0 .3rem}`,
  "s-stack": `:host{display:flex;flex-direction:column}:host([direction=inline]){flex-direction:row;flex-wrap:wrap;align-items:center}${GAP}${BOX}`,
  "s-grid": `:host{display:grid}${GAP}${BOX}`,
  "s-box": `:host{display:block}${BOX}`,
  "s-badge": `:host{display:inline-block;padding:.05rem .6rem;border-radius:1rem;background:var(--tint,#eee);font-size:.85em}:host([tone=critical]){background:light-dark(#f8e1dd,#4a2622)}`,
  "s-link": `a{color:var(--accent,#1a5cff);text-decoration:underline}`,
  "s-button": `a,button{font:inherit;font-weight:600;padding:.5rem 1.1rem;border-radius:.5rem;border:1px solid var(--accent,#333);background:transparent;color:var(--accent,#333);cursor:pointer;text-decoration:none;display:inline-block}:host([variant=primary]) *{background:var(--accent,#333);color:var(--on-accent,#fff)}`,
  "s-divider": `:host{display:block;border-top:1px solid var(--line,#ddd)}`,
  "s-icon": `:host{display:inline-block;width:.9em;height:.9em;border:1.5px solid currentColor;border-radius:.2em}`,
  "s-progress": `:host{display:block}.track{display:block;height:.5rem;border-radius:1rem;background:var(--line,#ddd);overflow:hidden}.bar{display:block;height:100%;border-radius:1rem;background:var(--accent,#333);transition:width .4s}:host([tone=critical]) .bar{background:light-dark(#a3312a,#f2a097)}`,
  "s-skeleton-paragraph": `:host{display:block}.bone{display:block;height:.8rem;margin:.5rem 0;border-radius:.4rem;background:var(--line,#ddd);animation:breathe 1.4s ease-in-out infinite alternate}.bone+.bone{width:70%}@keyframes breathe{to{opacity:.45}}@media (prefers-reduced-motion:reduce){.bone{animation:none}}`,
  "s-spinner": `:host{display:inline-block;width:1.2rem;height:1.2rem;border:2px solid var(--line,#ddd);border-top-color:currentColor;border-radius:50%}`,
  "s-unordered-list": `:host{display:block;padding-left:1.2rem}`, "s-ordered-list": `:host{display:block;padding-left:1.2rem}`, "s-list-item": `:host{display:list-item}`,
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type Draw = (element: HTMLElement, root: ShadowRoot) => void;

const insideOf = (root: ShadowRoot): HTMLElement => {
  const inside = root.querySelector<HTMLElement>("[data-inside]");
  if (!inside) throw new Error("a stand-in element has lost its inside");
  return inside;
};

/** This page stands in for the shop's own domain, which the page names: a link there stays here. */
const atHome = (href: string): string => {
  const url = URL.parse(href);
  return url && url.host === document.documentElement.dataset["shopDomain"] ? `${url.pathname}${url.search}${url.hash}` : href;
};

const drawLink: Draw = (element, root) => {
  const link = document.createElement("a");
  const href = element.getAttribute("href");
  if (href !== null && /^(https?:|mailto:|\/)/.test(href)) link.href = atHome(href);
  if (element.getAttribute("target") === "_blank") {
    link.target = "_blank";
    link.rel = "noopener";
  }
  link.append(document.createElement("slot"));
  insideOf(root).replaceChildren(link);
};

const drawProgress: Draw = (element, root) => {
  const value = Number(element.getAttribute("value") ?? 0);
  const max = Number(element.getAttribute("max") ?? 1) || 1;
  const track = document.createElement("span");
  track.className = "track";
  track.setAttribute("role", "progressbar");
  track.setAttribute("aria-valuemin", "0");
  track.setAttribute("aria-valuenow", String(value));
  track.setAttribute("aria-valuemax", String(max));
  track.setAttribute("aria-label", element.getAttribute("accessibility-label") ?? "");
  const bar = document.createElement("span");
  bar.className = "bar";
  bar.style.width = `${Math.round((100 * value) / max)}%`;
  track.append(bar);
  insideOf(root).replaceChildren(track);
};

const drawHeading: Draw = (element, root) => {
  const heading = element.getAttribute("heading");
  const parts: HTMLElement[] = [];
  if (heading) {
    const title = document.createElement(element.localName === "s-section" ? "h2" : "p");
    title.className = "heading";
    title.textContent = heading;
    parts.push(title);
  }
  parts.push(document.createElement("slot"));
  insideOf(root).replaceChildren(...parts);
};

const drawSkeleton: Draw = (element, root) => {
  element.setAttribute("aria-busy", "true");
  const bones = [0, 1].map(() => Object.assign(document.createElement("span"), { className: "bone" }));
  insideOf(root).replaceChildren(...bones);
};

const drawSlot: Draw = (_element, root) => insideOf(root).replaceChildren(document.createElement("slot"));

const DRAW: Readonly<Record<string, Draw>> = {
  "s-link": drawLink, "s-progress": drawProgress, "s-section": drawHeading, "s-banner": drawHeading, "s-skeleton-paragraph": drawSkeleton,
};
const ROLES: Readonly<Record<string, string>> = { "s-section": "region", "s-banner": "status", "s-paragraph": "paragraph", "s-divider": "separator", "s-list-item": "listitem", "s-unordered-list": "list", "s-ordered-list": "list" };

const define = (tag: string, props: Catalogue[string]["props"]): void => {
  const draw = DRAW[tag] ?? drawSlot;
  class StandIn extends HTMLElement {
    static readonly observedAttributes = Object.keys(props).map(kebab);

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).innerHTML = `<style>:host([hidden]){display:none!important}${LOOK[tag] ?? ":host{display:block}"}</style><span data-inside style="display:contents"><slot></slot></span>`;
    }

    connectedCallback(): void {
      const role = ROLES[tag];
      if (role) this.setAttribute("role", role);
      const heading = this.getAttribute("heading");
      if (role === "region" && heading) this.setAttribute("aria-label", heading);
      this.drawn();
    }

    attributeChangedCallback(): void {
      this.drawn();
    }

    private drawn(): void {
      if (this.shadowRoot) draw(this, this.shadowRoot);
    }
  }
  for (const name of Object.keys(props)) {
    if (name in HTMLElement.prototype && name !== "hidden") continue;
    Object.defineProperty(StandIn.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return this.getAttribute(kebab(name));
      },
      set(this: HTMLElement, value: unknown) {
        if (value === false || value === null || value === undefined) this.removeAttribute(kebab(name));
        else this.setAttribute(kebab(name), value === true ? "" : String(value));
      },
    });
  }
  customElements.define(tag, StandIn);
};

/** Registers a stand-in for every component of the catalogue that the page does not know yet. */
export const defineStandIns = (catalogue: Catalogue): void => {
  for (const [tag, { props }] of Object.entries(catalogue)) if (!customElements.get(tag)) define(tag, props);
};
