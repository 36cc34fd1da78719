import type { CollectedTexts } from "./collected-text.ts";

/** ShipEngine's own sentences for its detail codes; one of them per situation. */
export const AGGREGATORS: readonly CollectedTexts[] = [
  {
    source: "ShipEngine API types, tracking_status_detail_code", carrier: "ShipEngine", texts: {
      exception_other: [
        "Shipment pickup failed. The delivery company will try again soon.",
        "Your shipment is on hold due to a carrier issue. We'll update you soon.",
        "Incorrect shipment dimensions. Delivery may be delayed or returned. We'll update you.",
      ],
      label_created: [
        "Your shipment is ready to go and is waiting for pickup.", "Your shipment pickup has been scheduled.", "Your shipment is now in the carrier's system.",
        "Your tracking number is ready. Your shipment is waiting to be registered in the carrier system and scheduled for pickup.",
      ],
      picked_up: [
        "Your shipment has been handed over to the carrier or dropped off at collection point. It will soon start its journey.",
        "Your shipment has been picked up by the carrier.", "Your shipment has been received by the carrier.",
      ],
      attempted_delivery: [
        "Delivery attempt failed. Please check the carrier's instructions for next steps.", "Second delivery attempt failed. Please check the carrier's instructions for next steps.",
        "Delivery failed due to unpaid cash on delivery. Please check carrier instructions.", "There was a recipient identification issue. Please check carrier instructions.",
        "Delivery failed due to incorrect payment. Please check carrier instructions.",
        "Delivery couldn't be completed due to issues with accessing address. Please follow carrier instructions.",
      ],
      out_for_delivery: ["Your shipment is out for delivery."],
      delivered: [
        "Your shipment has been delivered.", "Part of your shipment has been delivered. Check for updates on the rest.", "Your shipment has been left in your designated safe place.",
        "Your shipment was delivered to your neighbor.", "Your shipment was delivered to your PO Box.", "Your package has been picked up from the collection point.", "Delivery confirmed.",
      ],
      damaged: ["Your shipment was delivered but arrived damaged.", "Your shipment packaging was damaged. It's being repacked. This might delay delivery."],
      cancelled: ["Your shipment has been cancelled.", "Your shipment was cancelled before pickup. Contact the sender if unexpected."],
      returned: [
        "Recipient not at address. Your shipment is being returned.", "Your parcel contained a prohibited item and is being returned. Contact the sender.",
        "Shipment not collected from the pickup point. Your parcel is being returned to the sender.", "Delivery attempts failed. Your parcel is being returned to the sender.",
        "Shipment is too large/heavy for delivery. Being returned. Contact sender.", "Your shipment is being returned to the sender. Contact them for details.",
        "Delivery refused. Shipment being returned. Contact the sender.",
      ],
      lost: ["Shipment was disposed of. Contact the sender for details.", "Your parcel is lost. Contact the sender for next steps."],
      address_issue: ["There's an issue with your delivery address. This may cause a delay or return. Contact sender or carrier."],
      delay_other: [
        "There's a delivery delay. We'll update you when there's more info.", "Unexpected delivery delay. We'll update you soon.",
        "Your shipment was missorted. There might be a delivery delay. We'll update you.", "Your shipment was sent to the wrong place. There might be a delay.",
      ],
      customs_progress: ["Your shipment has passed customs clearance.", "Your shipment is going through customs."],
      customs_hold: ["Your shipment is held by carrier due to customs issues. We'll update you.", "Your shipment is held in customs. We'll update you.", "Your shipment is held in export customs. We'll update you."],
      delivery_change: ["Delivery arranged by recipient."],
      in_transit: [
        "Your shipment is at the main delivery depot.", "Your shipment is on its way between depots.", "Your shipment is at the local delivery depot, ready for delivery.",
        "Your shipment is with the local delivery partner.", "Your shipment has been received by the local delivery partner.",
      ],
      info: ["The carrier has shared additional shipment information.", "You've received an email with a shipment update.", "You've received a text message with a shipment update.", "The carrier has added more information about your delivery."],
      held_at_location: ["Your shipment is ready for pickup at the specified location.", "Your shipment has been redirected to the local post office for pickup. Check carrier instructions.", "Your shipment is being held for pickup. Check carrier instructions.", "Your shipment has been delivered to your locker."],
    },
  },
  {
    source: "docs of isklad/egon-api-documentation, package tracking codes", carrier: "Egon", texts: {
      label_created: ["Carrier accepted the data for the shipment"], picked_up: ["Carrier accepted the shipment"], in_transit: ["Shipment is located in the carrier's depot."],
      out_for_delivery: ["Shipment is being delivered"], delivered: ["Shipment successfully delivered", "Shipment successfully delivered - with objection"],
      held_at_location: ["Shipment at pick-up point (Parcel shop / pick-up place)"], damaged: ["Undelivered shipment - damaged"], refused: ["Undelivered Delivery - Rejected"],
      attempted_delivery: ["Undelivered Delivery - Another Reason"], returned: ["The shipment returns to the sender"], delivery_change: ["Unsolicited Delivery - Another agreed date"],
    },
  },
];
