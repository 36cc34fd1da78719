import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasEnded } from "../milestone.ts";
import { CATEGORY_MEANING, type EventCategory } from "./event-category.ts";
import { readEventText } from "./read-event-text.ts";

const categoryOf = (text: string): EventCategory | null => readEventText(text)?.category ?? null;

describe("what stands beside a word decides what it means", () => {
  test.each<[string, EventCategory]>([
    ["Delivered", "delivered"],
    ["Could not be delivered", "attempted_delivery"],
    ["Delivered to a parcel shop", "held_at_location"],
    ["Delivered to the sender", "returned"],
    ["Delivered damaged", "damaged"],
    ["Your parcel will be delivered to the next depot", "in_transit"],
    ["Picked up from sender", "picked_up"],
    ["Picked up by customer from UPS Access Point", "delivered"],
    ["Ready for pickup at the post office", "held_at_location"],
    ["Awaiting pickup by the courier", "label_created"],
    ["Pickup attempted, nothing to collect", "exception_other"],
    ["Tendered to local carrier for delivery", "in_transit"],
    ["Out for delivery", "out_for_delivery"],
    ["Shipment information received", "label_created"],
    ["Shipment received by carrier", "picked_up"],
  ])("%s is %s", (text, category) => { expect(categoryOf(text)).toBe(category); });
});

describe("what weighs more is believed over its cause, its symptom and its place", () => {
  test.each<[string, EventCategory]>([
    ["Refused by recipient, will be returned to sender", "returned"],
    ["Delivery attempt failed: recipient refused the parcel", "refused"],
    ["Delivery exception, severe weather", "delay_weather"],
    ["Delivery attempted, nobody at home", "recipient_unavailable"],
    ["Unable to deliver, apartment number missing", "address_issue"],
    ["Held in customs at the airport facility", "customs_hold"],
    ["Final notice: will be returned if not collected", "held_at_location"],
    ["Customer requested a later delivery date", "delivery_change"],
  ])("%s is %s", (text, category) => { expect(categoryOf(text)).toBe(category); });
});

test("a text names the finer reason and trouble where it has one", () => {
  expect(readEventText("Delivered to a neighbour")).toEqual({ category: "delivered", milestone: "delivered", exception: null, reason: "neighbour" });
  expect(readEventText("Commercial invoice missing")).toMatchObject({ exception: "customs_docs", milestone: "in_transit" });
  expect(readEventText("Duties and taxes are due on this package")).toMatchObject({ exception: "payment_due" });
  expect(readEventText("Cleared customs")).toMatchObject({ exception: null, reason: "customs_cleared" });
  expect(readEventText("The package was sorted to the wrong facility")).toMatchObject({ category: "delay_other", exception: "misrouted", reason: "missorted" });
  expect(readEventText("Return received by sender")).toMatchObject({ category: "returned", milestone: "returned" });
  expect(readEventText("Return to sender")).toMatchObject({ category: "returned", milestone: "returning" });
});

describe("other languages say the same things", () => {
  test.each<[string, EventCategory]>([
    ["Die Sendung wurde erfolgreich zugestellt", "delivered"], ["Der Empfänger wurde nicht angetroffen", "recipient_unavailable"],
    ["Votre colis est en cours de livraison", "out_for_delivery"], ["Colis retourné à l'expéditeur", "returned"],
    ["El envío está en reparto", "out_for_delivery"], ["Retenido en aduana", "customs_hold"],
    ["Objeto saiu para entrega ao destinatário", "out_for_delivery"], ["Encomenda entregue", "delivered"],
    ["Spedizione in transito", "in_transit"], ["Pakket is bezorgd", "delivered"],
  ])("%s is %s", (text, category) => { expect(categoryOf(text)).toBe(category); });
});

test.each(["", "   ", "12345", "N/A", "hello world", "Thank you for shipping with us", "未知", "…"])("%j says nothing, and is not guessed to be in transit", (text) => {
  expect(readEventText(text)).toBeNull();
});

test.each(["LIVRÉ AU GARDIEN", "livr&eacute;  au\tgardien", "Livre au gardien", "livre\u0301 au gardien", " livr&#233; au gardien. "])("case, accents, entities and blanks do not matter: %j", (text) => {
  expect(readEventText(text)).toEqual(readEventText("livré au gardien"));
  expect(categoryOf(text)).toBe("delivered");
});

test("any text at all is read without a throw, twice alike, and only into a known category", () => {
  const pieces = fc.constantFrom("delivered", "not", "customs", "returned to sender", "if", "&#xFFFFFF;", "&eacute;", ".", "held", "nicht", "zugestellt", "address", "…", "'");
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 900 }), fc.array(pieces, { maxLength: 30 }).map((some) => some.join(" "))), (text) => {
    const first = readEventText(text);
    expect(readEventText(text)).toEqual(first);
    expect(first === null || first.category in CATEGORY_MEANING).toBe(true);
  }), { numRuns: 2_000 });
});

test("a delivery that is denied, doubted or still to come is never read as delivered", () => {
  const denials = ["not", "could not be", "cannot be", "was never", "has not been", "unable to be", "failed to be", "will be", "should be", "once"];
  const endings = ["", " today", " to the recipient", " at your address", ". The parcel is in transit to a pickup point", " to the front door", " by the courier"];
  for (const denial of denials) for (const ending of endings) expect([`Your parcel ${denial} delivered${ending}`, categoryOf(`Your parcel ${denial} delivered${ending}`)]).not.toContain("delivered");
  const elsewhere = [
    "Ihr Paket wird am Montag zugestellt", "Die Sendung wird voraussichtlich zwischen 10 und 12 Uhr zugestellt", "Die Sendung wurde noch nicht zugestellt",
    "Votre colis sera livré lundi", "Le colis n'a pas encore été livré", "Il pacco sarà consegnato domani", "Il pacco non è stato ancora consegnato",
    "Su paquete será entregado mañana", "El paquete aún no ha sido entregado", "Seu pacote será entregue na segunda", "Objeto ainda não entregue",
    "Uw pakket wordt tussen 10 en 12 bezorgd", "Zending nog niet bezorgd", "Pakket kan niet worden afgeleverd",
  ];
  for (const text of elsewhere) expect([text, categoryOf(text)]).not.toContain("delivered");
});

test("only what is over ends a journey", () => {
  const ending = Object.entries(CATEGORY_MEANING).filter(([, meaning]) => hasEnded(meaning.milestone)).map(([category]) => category);
  expect(ending.sort()).toEqual(["cancelled", "delivered", "lost"]);
});
