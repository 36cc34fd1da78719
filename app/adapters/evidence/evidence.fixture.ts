import type { EvidencePack, EvidenceScan } from "#app/contracts/evidence.ts";

const scan = (number: number): EvidenceScan => ({
  at: new Date(Date.UTC(2026, 10, 2, 10) + number * 3_600_000).toISOString(), heardAt: new Date(Date.UTC(2026, 10, 2, 10, 7) + number * 3_600_000).toISOString(),
  source: "easypost", code: "in_transit", words: `Arrived at facility ${number}`, means: "in transit", place: "Newark, NJ, US", judged: "believed",
});

/** An order with a parcel of so many scans, a name in three alphabets, and a cell a spreadsheet would calculate. */
export const packOf = (scans: number, more: Partial<EvidencePack> = {}): EvidencePack => ({
  madeAt: "2026-11-21T15:00:00.000Z", zone: "America/New_York", paper: "LETTER", shopName: "Hearth & Wool", shop: "hearth-and-wool.myshopify.com",
  order: { name: "#1001", id: "9007199254740993001", placedAt: "2026-11-01T14:00:00.000Z", cancelledAt: null, total: "$42.00", method: "Standard", destination: "10001, New York, NY, US", shopper: "a•••@example.com", items: ["1 × Wool throw “Łódź” (THROW)", "2 × Плед Київ", "1 × 毛布"] },
  parcels: [{
    carrier: "UPS", numbers: ["1Z999AA10123456784"], items: ["1 × Wool throw"], shippedAt: "2026-11-02T10:00:00.000Z", acceptedAt: "2026-11-02T12:00:00.000Z", deliveredAt: "2026-11-05T17:00:00.000Z", state: "delivered",
    proof: "Photo: yes. Signature: not told.", judgement: ["It came on the day that was promised."], scans: Array.from({ length: scans }, (_, number) => scan(number)),
  }],
  dates: [{ at: "2026-11-01T14:00:00.000Z", where: "checkout", about: "the order", date: "2026-11-04 to 2026-11-06", because: "Parcels to New York take 2 to 3 days." }],
  messages: [{ at: "2026-11-03T09:00:00.000Z", what: "E-mail: no movement", to: "a•••@example.com", state: "sent", detail: null }],
  acts: [{ at: "2026-11-06T09:00:00.000Z", by: "Ada", what: "A refund of $42.00", state: "done", result: "Refunded." }],
  story: [{ at: "2026-11-05T20:00:00.000Z", about: "Not received", by: "shopper", text: '=HYPERLINK("https://example.com"), said the shopper' }],
  claims: [{ about: "Never arrived, parcel 1", state: "filed", filedAt: "2026-11-07T09:00:00.000Z", reference: "C-77", amount: "$42.00", note: null }], ...more,
});
