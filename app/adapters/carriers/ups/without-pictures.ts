/** Where Track puts pictures and documents with people's names and doors on them. */
const PICTURES: ReadonlySet<string> = new Set(["image", "photo", "content"]);
const IN: ReadonlySet<string> = new Set(["signature", "deliveryPhoto", "pod"]);

/** An answer without signatures, photos and proof documents: that there is one is all we keep of it. */
export const withoutPictures = (value: unknown, parent = ""): unknown => {
  if (Array.isArray(value)) return value.map((one) => withoutPictures(one, parent));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) =>
    [name, IN.has(parent) && PICTURES.has(name) && typeof inner === "string" && inner !== "" ? "kept by UPS" : withoutPictures(inner, name)]));
};
