import type { TrackingTexts } from "./tracking-texts.ts";

export const en: TrackingTexts = {
  lookup: {
    heading: "Track your order",
    intro: "Enter the order number and the e-mail address you ordered with.",
    orderLabel: "Order number",
    orderHint: "It is in your confirmation e-mail, for example #1001.",
    emailLabel: "E-mail address",
    emailHint: "The address you ordered with.",
    submit: "Track order",
    another: "Track another order",
  },
  problem: {
    notFound: "We could not find an order with this number and e-mail address. Please check both and try again. A new order can take a minute to appear.",
    incomplete: "Please enter both the order number and the e-mail address.",
    expired: "This link is no longer valid. Enter your order number and e-mail address to see your order.",
    unavailable: "Your order cannot be shown right now. Please try again in a few minutes.",
    slowDown: (minutes) => `Too many tries. Please wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again.`,
  },
  order: (name, shop) => `Order ${name} · ${shop}`,
  orderedOn: (day) => `Ordered on ${day}`,
  was: (window) => `Was ${window}`,
  steps: {
    heading: "Progress",
    ordered: "Ordered", shipped: "Shipped", outForDelivery: "Out for delivery", delivered: "Delivered",
    readyForPickup: "Ready for pickup", pickedUp: "Picked up", returning: "On its way back", returned: "Returned",
    undeliverable: "Could not be delivered", cancelled: "Cancelled",
    done: "Done", now: "Now", later: "Still to come", labelOnly: "Getting ready for the carrier",
  },
  trouble: {
    heading: "What happened",
    dateGone: "There is no reliable delivery date right now. A new one appears here as soon as it is known.",
  },
  parcel: {
    only: "Your package",
    items: "In this package",
    carrier: "Carrier",
    trackingNumber: "Tracking number",
    carrierPage: "See it on the carrier's site",
    newTab: "opens in a new tab",
  },
  history: {
    heading: "History",
    none: "The carrier has not scanned this package yet.",
    carriersWords: "The carrier's words",
    older: (count) => `Show ${count} earlier ${count === 1 ? "update" : "updates"}`,
    cut: "The carrier's site has the rest of the history.",
  },
  notShipped: { heading: "Not shipped yet", note: "These items are still being prepared. They appear as a package of their own once they are on their way." },
  cancelled: "This order was cancelled.",
  checked: (moment, zone) => `Checked ${moment} (${zone})`,
  checkAgain: "Check again",
};
