import type { CollectedTexts } from "./collected-text.ts";

/** Carriers far from those the rules were written for, and English written by translators. */
export const FAR_CARRIERS: readonly CollectedTexts[] = [
  {
    source: "Shipway status codes in a public client; distinct statuses listed in a shop's repository", carrier: "Indian couriers", texts: {
      delivered: ["Delivered"], in_transit: ["In Transit", "SHIPMENT ARRIVED", "Dispatched", "Shipped"], attempted_delivery: ["Undelivered", "Delivery Exception", "Delivery Attempted", "COD Payment Not Ready", "PROHIBITED AREA - ENTRY RESTRICTED FOR DELIVERY", "Pending - Undelivered"],
      returned: ["RTO (Return to Origin)", "RTO Delivered", "RTO Initiated", "RTO IN INTRANSIT", "Return Delivered", "Return In Transit", "Return Shipment Picked Up", "Return Out for Delivery", "Return Undelivered", "RTO Acknowledged", "RETURNED TO ORIGIN AT SHIPPER'S REQUEST"],
      cancelled: ["Cancelled", "Pick up Cancelled"], label_created: ["Shipment Booked", "Out For Pickup", "Online shipment booked", "Manifested", "Pickup Generated"], picked_up: ["Picked Up"],
      exception_other: ["On Hold", "Pick up Failed"], out_for_delivery: ["Out for Delivery"],
      delay_other: ["Network Issue", "Delivery Delayed", "NETWORK DELAY, WILL IMPACT DELIVERY", "Delivery Next Day"],
      address_issue: ["Address Incorrect", "CONSIGNEE'S ADDRESS UNLOCATABLE/LANDMARK NEEDED", "CONSIGNEE'S ADDRESS INCORRECT/INCORRECT", "WRONG PINCODE, WILL IMPACT DELIVERY", "NO SUCH CONSIGNEE AT THE GIVEN ADDRESS", "Out of Delivery Area", "NEED DEPARTMENT NAME / EXTENTION NUMBER"],
      refused: ["Customer Refused", "CONSIGNEE REFUSED TO ACCEPT", "BULK ORDER, REFUSED BY CONSIGNEE"],
      recipient_unavailable: ["Consignee Unavailable", "Delivery Attempted - Premises Closed", "CONSIGNEE OUT OF STATION", "CONSIGNEE NOT AVAILABLE"],
      delivery_change: ["Delivery Rescheduled", "Future Delivery Requested", "SHIPMENT REDIRECTED ON SAME AWB"], lost: ["Shipment Lost", "LOST"],
    },
  },
  {
    source: "tracking statuses of a public shop plugin for Lithuanian Post", carrier: "Lithuanian Post", texts: {
      picked_up: ["Accepted", "Parcel accepted from sender", "Consignment accepted from sender"],
      cancelled: ["Canceled", "Delivery tag canceled"], label_created: ["Delivery tag created"],
      in_transit: ["The parcel was delivered to the Lithuanian Post Office", "Item shipped from Lithuania", "Item accepted at distribution center", "The item shall be transported to another distribution center", "Consignment at the distribution center in the country of destination", "The shipment was sent from a distribution center in the recipient country", "Consignment at distribution center", "Consignment shipped from Lithuania", "Consignment in the country of destination", "The shipment was sent to the recipient's post office", "Exported", "Sent", "Forwarded", "Forwarded in post office", "Forwarding started"],
      delivered: ["The shipment has been delivered to the receiver", "The shipment has been delivered to the consignee", "The shipment has been withdrawn by the receiver"],
      attempted_delivery: ["Delivery failed", "Attempt to deliver failed", "Not delivered"],
      out_for_delivery: ["The parcel has been handed over to the courier for delivery"],
      returned: ["Shipment returned", "The parcel is being returned", "Return started"],
      lost: ["The item was delivered for destruction", "Destroyed", "The shipment is gone"],
      customs_progress: ["The item has been presented to the customs authorities of the country of destination", "Consignment at the customs office of destination", "The consignment has been presented to the customs authorities of the country of departure", "The consignment has been checked at the customs office of dispatch"],
      customs_hold: ["The consignment is subject to customs controls in the country of destination"],
      held_at_location: ["The shipment is on hold in the recipient's post office", "The shipment was delivered to the place of collection", "The shipment was delivered to the parcel self-service terminal"],
      exception_other: ["The shipment was detained at the distribution center of the recipient country", "The consignment was detained at the office of departure", "The item is detained at the dispatch center of the country of dispatch", "Detained", "Transferred to storage"],
    },
  },
  {
    source: "Aramex wording listed by a public parcel tracker", carrier: "Aramex", texts: {
      delivered: ["The shipment has been delivered"],
      out_for_delivery: ["An Aramex Delivery Champion has the shipment and is expected to reach the customer's doorstep shortly"],
      recipient_unavailable: ["We've attempted to deliver the shipment, but the customer was not available at the time. Not to worry, the delivery has been rescheduled"],
      address_issue: ["Updated delivery address required from customer"],
      customs_hold: ["The shipment is currently going through customs inspection", "Shipment Confiscated by Customs Authorities"],
      in_transit: ["The shipment is on its way to our Aramex facility", "The shipment has arrived at the Aramex office at the destination and is being prepared for customer pickup/delivery", "The shipment has left the Aramex transit office and is now on its way to the final destination country", "The shipment has reached Aramex transit office and is on its way to the final destination office", "The shipment is being processed and on its way to the next destination", "Shipment is on its way to the final destination's sorting facility and will be updated once ready for collection/delivery"],
      picked_up: ["Shipment collected from the shipper"],
      exception_other: ["An issue was encountered which prevented the processing of this shipment This is the last update, for further information, please contact your local Aramex office"],
      delay_other: ["The delivery has to be rescheduled for the following business day", "Shipment situation update: Due to Geopolitical situation flights are cancelled to UAE / please expect delay"],
      delivery_change: ["The delivery address has been updated"],
      info: ["One of our Aramex delivery champion has contacted the customer and they have responded", "The value of the shipment has been successfully confirmed"],
    },
  },
];
