import { mountAll } from "../../extension-host/page/mount-in-page.ts";
import type { AttributeChangeResult, CheckoutAttribute } from "./attributes.ts";

/** The pages' own script: starts the extensions, and tells those under the shipping options what the buyer types and what was noted. */
const form = document.querySelector<HTMLFormElement>("form[data-checkout]");

/** `shopify.applyAttributeChange`: the checkout keeps the note, and every extension of the page sees it. */
const applyAttributeChange = async (change: unknown): Promise<AttributeChangeResult> => {
  const response = await fetch(`${location.pathname}/attributes`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(change) });
  if (!response.ok) return { type: "error", message: `The checkout answered ${response.status}.` };
  const { result, attributes } = (await response.json()) as { result: AttributeChangeResult; attributes: readonly CheckoutAttribute[] };
  // Not awaited: an extension that is still starting may be the one that asked.
  if (result.type === "success") for (const mounting of extensions.values()) void mounting.then((mounted) => mounted.set("attributes", attributes));
  return result;
};
const extensions = mountAll(form ? { applyAttributeChange } : {});

if (form) {
  const typed = (name: string): string => (form.elements.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? "";
  const address = (): Record<string, string> => Object.fromEntries(
    Object.entries({ countryCode: country.value, provinceCode: typed("province_code"), zip: typed("zip"), city: typed("city") }).filter(([, value]) => value !== ""));
  const money = new Intl.NumberFormat("en-US", { style: "currency", currency: form.dataset["currency"] ?? "USD" });
  const country = form.elements.namedItem("country") as HTMLSelectElement;
  const sample = document.getElementById("sample") as HTMLSelectElement;
  const options = [...form.querySelectorAll<HTMLElement>("[data-option]")];
  const radioOf = (option: HTMLElement) => option.querySelector<HTMLInputElement>("input[type=radio]");

  const sum = () => {
    const chosen = options.find((option) => radioOf(option)?.checked);
    const price = Number(chosen?.dataset["price"] ?? 0);
    const shipping = document.querySelector("[data-shipping]");
    const total = document.querySelector("[data-total]");
    if (shipping) shipping.textContent = money.format(price);
    if (total) total.textContent = money.format(Number(form.dataset["subtotal"]) + price);
    for (const option of options) void extensions.get(`option-${option.dataset["option"]}`)?.then((mounted) => mounted.set("isTargetSelected", option === chosen));
  };

  const tellAddress = () => {
    for (const option of options) void extensions.get(`option-${option.dataset["option"]}`)?.then((mounted) => mounted.set("shippingAddress", address()));
  };

  const travelTo = () => {
    const home = country.value === "US";
    for (const option of options) option.hidden = (option.dataset["home"] === "yes") !== home;
    tellAddress();
    const shown = options.filter((option) => !option.hidden);
    if (!shown.some((option) => radioOf(option)?.checked)) {
      const first = shown[0] && radioOf(shown[0]);
      if (first) first.checked = true;
    }
    sum();
  };

  country.addEventListener("change", travelTo);
  form.addEventListener("change", (event) => {
    const { name } = event.target as HTMLInputElement;
    if (name === "shipping") sum();
    if (["province_code", "zip", "city"].includes(name)) tellAddress();
  });
  sample.addEventListener("change", () => {
    const samples = JSON.parse(sample.dataset["samples"] ?? "[]") as { email: string; address: Record<string, string | null> }[];
    const picked = samples[Number(sample.value)];
    if (!picked) return;
    for (const [name, value] of Object.entries({ ...picked.address, email: picked.email, country: picked.address["country_code"] ?? "US" })) {
      const input = form.elements.namedItem(name) as HTMLInputElement | null;
      if (input) input.value = value ?? "";
    }
    travelTo();
  });
}
