import type { CaseCategory } from "../case.ts";
import type { Playbook } from "./playbook.ts";

/** Where a scan alone usually ends it. */
const WAIT = "Give the next scan the time the clock above shows; a case ends by itself when the parcel moves on.";
const PHOTOS = "Ask the shopper for photos of the parcel, its label and what is in it.";
const CLOSE_OUT = "Tell the shopper what happens next and until when.";
const FILE = "File the claim within the carrier's time.";

/** What to do about each category of case until a merchant writes their own. The product's own practice, dated 2026-11; words to shoppers answer "what now?", words to carriers ask for one thing. */
export const READY_PLAYBOOKS: Readonly<Record<CaseCategory, Playbook>> = {
  not_found: {
    steps: ["Compare the tracking number with the label and with the carrier's own page.", "Correct the number in Shopify where it was mistyped.", "Ask the warehouse whether the parcel was handed over.", CLOSE_OUT], acts: ["ask_carrier", "tag", "note"],
    toShopper: "The carrier does not know your package yet. We are checking the number with our warehouse and will write as soon as it moves.", toCarrier: "We cannot find this shipment in your tracking. Please confirm whether you have received it, and under which number.",
  },
  not_shipped: {
    steps: ["Find out why the order has not left: stock, address, payment, or overlooked.", "Send it today, or hold it with the reason.", "Offer the shopper a new date, or to cancel.", CLOSE_OUT], acts: ["hold", "release", "cancel_order", "refund", "discount", "note"],
    toShopper: "Your order has not left us yet, although it should have. We are sorry. We will send it as soon as we can; if you would rather cancel, just answer this message.", toCarrier: "Please confirm the next pickup at our warehouse for this order.",
  },
  no_movement: {
    steps: [WAIT, "Ask the carrier to trace the parcel.", "Compare with other parcels on the same way: is it one, or many?", "Decide until when you wait, and what you do then.", CLOSE_OUT], acts: ["ask_carrier", "reship", "refund", "discount", "file_claim"],
    toShopper: "Your package has not been scanned for a while. We have asked the carrier where it is and will write again with the answer. You need not do anything.", toCarrier: "This shipment has had no scan for longer than usual. Please trace it and tell us where it is and when it will be delivered.",
  },
  late_vs_promise: {
    steps: ["Look at the new date and whether it will be kept.", "Apologise once, with the new date.", "Consider a small goodwill where the date mattered."], acts: ["discount", "store_credit", "note"],
    toShopper: "Your package will be later than we promised. We are sorry. It is on its way, and we keep an eye on it until it is with you.", toCarrier: "This shipment is late against its delivery commitment. Please tell us the new delivery date.",
  },
  delivered_elsewhere: {
    steps: ["Compare the place of delivery with the address of the order.", "Ask the carrier for proof of delivery with its position.", "Ask the shopper whether it did reach them.", "Send again or refund where it cannot be brought.", FILE], acts: ["ask_carrier", "reship", "refund", "file_claim"],
    toShopper: "The carrier reports a delivery at a place that is not your address. Did your package reach you all the same? Please answer; otherwise we will put it right.", toCarrier: "Your delivery record shows a place that is not the consignee's address. Please send proof of delivery with its position, and bring the parcel to the right address.",
  },
  not_received: {
    steps: ["Ask the shopper to look around the house and to ask neighbours.", "Ask the carrier for proof of delivery: photo, signature, position.", "Look whether this shopper or address has denied deliveries before.", "Send again or refund.", FILE], acts: ["ask_carrier", "reship", "refund", "store_credit", "file_claim"],
    toShopper: "Thank you for telling us. Please ask in your household and at your neighbours', and look around your door. We have asked the carrier for proof, and will send your order again or refund you if it does not turn up.", toCarrier: "The consignee has not received this shipment although it is reported as delivered. Please send proof of delivery: photo, signature and position.",
  },
  delayed: {
    steps: [WAIT, "Look whether the new date still suits the shopper.", CLOSE_OUT], acts: ["ask_carrier", "discount", "note"],
    toShopper: "Your package is delayed on its way. It keeps moving; you see the new date on the tracking page.", toCarrier: "Please tell us the reason for the delay of this shipment and its new delivery date.",
  },
  misrouted: {
    steps: [WAIT, "Ask the carrier to correct the route where it goes the wrong way twice.", CLOSE_OUT], acts: ["ask_carrier", "reship", "note"],
    toShopper: "Your package was sent to the wrong place and is being sent on to you. You need not do anything.", toCarrier: "This shipment was misrouted. Please confirm its present place and the corrected delivery date.",
  },
  attempt_failed: {
    steps: ["Make sure that the shopper knows when the carrier comes again, or where to collect it.", "Check address and phone number on the label.", "Ask the carrier for another attempt where none is planned."], acts: ["ask_carrier", "correct_address", "note"],
    toShopper: "The carrier was at your door and could not hand over your package. Please be there for the next attempt, or choose another day with the carrier.", toCarrier: "Please arrange another delivery attempt for this shipment and tell us the date.",
  },
  address_problem: {
    steps: ["Ask the shopper for the complete address: house number, apartment, company.", "Correct the address with the carrier before the parcel is sent back.", "Correct the address of the order, for what may have to be sent again.", CLOSE_OUT], acts: ["correct_address", "ask_carrier", "hold", "reship"],
    toShopper: "The carrier cannot deliver to the address it has. Please answer with your complete address, with house and apartment number, so that we can correct it before the package is sent back.", toCarrier: "Please correct the delivery address of this shipment as follows and deliver it again.",
  },
  customs_hold: {
    steps: ["Wait a few working days: most parcels leave customs by themselves.", "Ask the carrier whether anything is missing.", CLOSE_OUT], acts: ["ask_carrier", "note"],
    toShopper: "Customs is checking your package. Most leave customs within a few days; you need not do anything.", toCarrier: "This shipment is held at customs. Please tell us whether documents or payments are missing.",
  },
  customs_docs: {
    steps: ["Find out from the carrier which documents are missing.", "Send invoice, description of goods and HS codes.", "Ask the shopper for their tax number where the country wants it.", CLOSE_OUT], acts: ["ask_carrier", "note"],
    toShopper: "Customs needs further documents for your package. We are sending them; if we need something from you, we will write.", toCarrier: "Please tell us which documents customs needs for this shipment. Invoice and description of goods are attached.",
  },
  payment_due: {
    steps: ["Tell the shopper what is due, to whom and until when.", "Consider paying it for them where your shop promised duties paid.", "Follow up before the carrier sends it back."], acts: ["refund", "store_credit", "ask_carrier", "note"],
    toShopper: "The carrier asks for a duty or charge before it delivers. Please pay it with the carrier soon, so that your package is released; answer if you had not expected it.", toCarrier: "Please confirm the amount due for this shipment and until when it can be paid.",
  },
  held: {
    steps: ["Ask the carrier why it holds the parcel and what it needs.", "Give it what it needs.", CLOSE_OUT], acts: ["ask_carrier", "correct_address", "note"],
    toShopper: "The carrier is holding your package. We are asking why and will write with the answer.", toCarrier: "This shipment is on hold. Please tell us the reason and what you need to deliver it.",
  },
  pickup_waiting: {
    steps: ["Remind the shopper where it waits and until when.", "Ask the carrier for more days where the time is short."], acts: ["ask_carrier", "note"],
    toShopper: "Your package waits for you at the pickup point. Please collect it soon and bring an ID.", toCarrier: "Please extend the holding time of this shipment at the pickup point.",
  },
  unclaimed: {
    steps: ["Ask the shopper whether they still want it.", "Ask the carrier to hold it or to deliver it once more.", "Agree on sending again or a refund once it is back."], acts: ["ask_carrier", "reship", "refund", "open_return"],
    toShopper: "Your package was not collected and will be sent back. Would you still like it? Please answer, and we will arrange it.", toCarrier: "Please hold this shipment a few days longer, or attempt delivery once more.",
  },
  refused: {
    steps: ["Ask the shopper whether it was refused on purpose.", "Send again where it was a mistake; otherwise refund once it is back.", CLOSE_OUT], acts: ["reship", "refund", "open_return", "ask_carrier"],
    toShopper: "The carrier was told that you did not want the package. If that is a mistake, please answer and we will send it again.", toCarrier: "Please tell us who refused this shipment and why, and whether it can still be delivered.",
  },
  damaged: {
    steps: [PHOTOS, "Send again or refund; do not wait for the carrier.", FILE, "Note the product and its packaging: damage comes in series."], acts: ["reship", "refund", "store_credit", "file_claim", "ask_carrier"],
    toShopper: "Your package was damaged on its way. We are sorry. We will send a replacement or refund you; photos of what arrived help us with the carrier.", toCarrier: "This shipment was damaged in transit. Please confirm the damage in your records and tell us how to file the claim.",
  },
  lost: {
    steps: ["Send again or refund; do not wait for the carrier.", "Ask the carrier to confirm the loss in writing.", FILE], acts: ["reship", "refund", "store_credit", "file_claim", "ask_carrier"],
    toShopper: "The carrier has lost your package. We are sorry. We will send a replacement or refund you: answer with what you prefer.", toCarrier: "Please confirm in writing that this shipment is lost, and tell us how to file the claim.",
  },
  destroyed: {
    steps: ["Send again or refund.", "Ask the carrier to confirm what happened in writing.", FILE], acts: ["reship", "refund", "store_credit", "file_claim", "ask_carrier"],
    toShopper: "Your package was destroyed on its way. We are sorry. We will send a replacement or refund you: answer with what you prefer.", toCarrier: "Please confirm in writing that this shipment was destroyed and why, and tell us how to file the claim.",
  },
  prohibited: {
    steps: ["Find out what the carrier objects to.", "Send it with another carrier or service, or refund.", "Note the product, so that it is not sent this way again."], acts: ["ask_carrier", "reship", "refund", "cancel_order"],
    toShopper: "The carrier does not accept this package. We are looking for another way and will write with a new date.", toCarrier: "Please tell us why this shipment was not accepted and when it will be back with us.",
  },
  returning_to_sender: {
    steps: ["Ask the shopper: a new delivery, or a refund?", "Correct the address where that was the reason.", "Watch for the return; take it back into stock.", "Send again or refund."], acts: ["reship", "refund", "correct_address", "open_return", "ask_carrier"],
    toShopper: "Your package is on its way back to us. Would you like a new delivery or a refund? Please answer, and we will do it at once.", toCarrier: "Please tell us why this shipment is being returned, and whether it can still be delivered.",
  },
  undeliverable: {
    steps: ["Ask the carrier what is wrong.", "Ask the shopper to confirm their address.", "Send again or refund.", CLOSE_OUT], acts: ["ask_carrier", "correct_address", "reship", "refund"],
    toShopper: "The carrier could not deliver your package. Please confirm your address, so that we can send it again.", toCarrier: "Please tell us why this shipment cannot be delivered, and what you need to try again.",
  },
  carrier_exception: {
    steps: [WAIT, "Ask the carrier what is behind it where no scan follows."], acts: ["ask_carrier", "note"],
    toShopper: "The carrier reports a problem without details. We are watching the next scan and will write if anything changes for you.", toCarrier: "Your tracking shows an exception without details. Please tell us what happened and the new delivery date.",
  },
  action_required: {
    steps: ["Read what the carrier asks for.", "Ask the shopper for it, or do it for them.", CLOSE_OUT], acts: ["ask_carrier", "correct_address", "note"],
    toShopper: "The carrier needs something from you before it can deliver. Please look at its message on the tracking page, and answer if we can help.", toCarrier: "Please tell us exactly what you need to deliver this shipment.",
  },
  incident: {
    steps: ["Ask the carrier what is wrong and until when.", "Tell the shoppers concerned together, once.", "Look whether new parcels should go another way for now.", "Merge single cases into this one."], acts: ["ask_carrier", "tag", "note", "discount"],
    toShopper: "There is a disturbance on the way of your package that concerns many. The carrier is working on it; we keep an eye on it and will write when it moves again.", toCarrier: "Many of our shipments on this lane have stopped at the same time. Please tell us what is wrong, where they are and when they will move.",
  },
};

/** Every category of case, as the ready-made playbooks name them. */
export const CASE_CATEGORIES = Object.keys(READY_PLAYBOOKS) as readonly CaseCategory[];

/** A shop's playbook of a category: its own, or the ready-made one. */
export const playbookFor = (category: CaseCategory, own: Readonly<Partial<Record<CaseCategory, Playbook>>>): Playbook => own[category] ?? READY_PLAYBOOKS[category];
