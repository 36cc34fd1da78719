/** What the shop ships with. The country decides which of them a buyer may choose. */
export type ShippingOption = { readonly handle: string; readonly title: string; readonly code: string; readonly price: string; readonly note: string; readonly fits: (country: string) => boolean };

const HOME = "US";

export const SHIPPING_OPTIONS: readonly ShippingOption[] = [
  { handle: "standard", title: "Standard", code: "STANDARD", price: "6.00", note: "By ground", fits: (country) => country === HOME },
  { handle: "express", title: "Express", code: "EXPRESS", price: "18.00", note: "By air", fits: (country) => country === HOME },
  { handle: "international", title: "International", code: "INTERNATIONAL", price: "24.00", note: "Duties paid by the recipient", fits: (country) => country !== HOME },
];

export type Country = { readonly code: string; readonly name: string };

export const COUNTRIES: readonly Country[] = [
  { code: "US", name: "United States" }, { code: "CA", name: "Canada" }, { code: "GB", name: "United Kingdom" }, { code: "DE", name: "Germany" },
];
