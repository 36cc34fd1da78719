import { createHash, timingSafeEqual } from "node:crypto";
import type { Push } from "#app/application/ports.ts";

const digest = (text: string | Uint8Array): Buffer => createHash("sha256").update(text).digest();

/** Whether two secrets are the same, in a time that says nothing about where they differ or how long they are. An empty secret equals nothing. */
export const sameSecret = (one: string, other: string): boolean => one !== "" && other !== "" && timingSafeEqual(digest(one), digest(other));

/** A header of a push by its lower-case name; null when it is absent or was sent twice: then neither is believed. */
export const headerOf = (headers: Push["headers"], name: string): string | null => {
  const value = headers[name];
  return typeof value === "string" ? value.trim() : null;
};
