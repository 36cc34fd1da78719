import { expect, test } from "vitest";
import { nearestLocale } from "./locale.ts";

test.each([["de", "de"], ["de-AT", "de"], ["DE_ch", "de"], ["en-GB", "en"], ["fr", "en"], ["", "en"], [null, "en"], [undefined, "en"]])("%s reads %s", (tag, locale) => expect(nearestLocale(tag)).toBe(locale));
