import { mountAll } from "../../extension-host/page/mount-in-page.ts";

/** The pages' own script: starts the extensions, and tells those under the shipping options when the buyer changes the country. */
const extensions = mountAll();

const form = document.querySelector<HTMLFormElement>("form[data-checkout]");
if (form) {
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

  const travelTo = () => {
    const home = country.value === "US";
    for (const option of options) {
      option.hidden = (option.dataset["home"] === "yes") !== home;
      void extensions.get(`option-${option.dataset["option"]}`)?.then((mounted) => mounted.set("shippingAddress", { countryCode: country.value }));
    }
    const shown = options.filter((option) => !option.hidden);
    if (!shown.some((option) => radioOf(option)?.checked)) {
      const first = shown[0] && radioOf(shown[0]);
      if (first) first.checked = true;
    }
    sum();
  };

  country.addEventListener("change", travelTo);
  form.addEventListener("change", (event) => {
    if ((event.target as HTMLInputElement).name === "shipping") sum();
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
