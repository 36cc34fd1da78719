import type { CollectedTexts } from "./collected-text.ts";

/** Collected last, of carriers that nothing else here names: what the rules say of the never seen. */
export const COURIERS_AND_LISTS: readonly CollectedTexts[] = [
  {
    source: "XLC Tracking Event Status (s.apifox.cn)", carrier: "XLC", texts: {
      label_created: ["Parcel information submitted,we haven't received the parcel yet", "Your parcel has been scheduled for pickup", "Your parcel is out for pickup today"],
      exception_other: ["Pickup attempt wasn't successful"], picked_up: ["Parcel Picked up successfully"],
      in_transit: ["Your parcel has arrived at our National hub", "Your Parcel is pending transfer from the national hub.", "Parcel has left the National hub", "Your parcel has been scheduled for delivery"],
      out_for_delivery: ["Your parcel is out for delivery today"], attempted_delivery: ["Delivery attempt wasn’t successful"],
      returned: ["Your parcel has been scheduled for return", "Your parcel is in transit back to the sender.", "Return attempt wasn't successful", "Your parcel has been successfully returned as requested."],
      lost: ["Your parcel has been destroyed"], delivered: ["Delivered-thank you for choosing XLC!"],
    },
  },
  {
    source: "trackingmore.com status details and sub-status lists (en, de, es)", carrier: "postal codes by TrackingMore", texts: {
      attempted_delivery: ["05.18 - Unsuccessful delivery attempt. Retained at Office", "05.08 - Unsuccessful delivery attempt. Technical reasons", "05.15 - Unsuccessful delivery attempt. Unpaid cash on delivery", "05.13 - Unsuccessful delivery attempt. Item with no home delivery. Please contact office"],
      recipient_unavailable: ["05.11 - Unsuccessful delivery attempt. Recipient not available at the time of delivery or office closed", "05.06 - Unsuccessful delivery attempt. Recipient missed"],
      address_issue: ["11.04 - Delay. Awaiting recipients address"],
      label_created: ["Information Received/info received. The package is about to be picked up."],
      in_transit: ["Departed transit country.", "Shipment now at depot nearest to delivery address.", "Arrival at inward office of exchange.", "Ankunftscan Sendung kam in einem Hub oder Sortierzentrum an", "Angekommen im Zielland", "Llegada al país de destino", "Escaneo de llegada El envío llegó a un centro o centro de clasificación", "Item has shipped from originating and is en route to its destination"],
      customs_progress: ["Clearance processing complete.", "Zollabfertigung abgeschlossen", "Despacho de aduana completado"],
      delivered: ["The package has been signed.", "The receiver has picked up their package.", "Signature from household.", "Package has been left with your neighbour.", "Lieferung erfolgreich", "El envío ha sido entregado con éxito."],
      refused: ["It means the the package is refused by addressee."],
    },
  },
  {
    source: "Sendcloud docs, tracking statuses", carrier: "Sendcloud", texts: {
      address_issue: ["The provided address details are not correct.", "Address invalid"],
      label_created: ["The shipping label has been announced at the carrier.", "Announced: not collected", "The label is announced, but not yet collected by the driver.", "Being announced"],
      customs_progress: ["The parcel is passing through customs checks at the border.", "At customs"],
      in_transit: ["The parcel has arrived at the carrier sorting hub.", "At sorting centre", "Being sorted"],
      held_at_location: ["The parcel has been delivered to a service point and is awaiting collection by the end customer.", "Awaiting customer pickup"],
      cancelled: ["Cancellation has been requested for this parcel."],
      delivery_change: ["Delivery method changed"],
    },
  },
  {
    source: "public notes on Royal Mail event codes", carrier: "Royal Mail", texts: {
      delivered: ["Delivered and Signed", "Delivered to Safeplace by"], out_for_delivery: ["Due to be delivered today"], delivery_change: ["Item Prepared for Redelivery"],
      held_at_location: ["Available for Redelivery or Collection"], recipient_unavailable: ["Delivery Attempted - No Answer"], in_transit: ["Item Despatched to DO", "Accepted at Depot", "In Transit / Mail Centre"],
    },
  },
  {
    source: "karrio units of carriers outside the labelled file: Purolator, Allied Express, Zoom2u", carrier: "Purolator and couriers", texts: {
      damaged: ["Package Damaged"], lost: ["Missing Package"],
      delay_other: ["Routing Error", "Insufficient Time", "Vehicle Breakdown", "Mechanical Issue", "Natural Disaster", "LEFT IN DEPOT"],
      address_issue: ["Address Not Found", "Invalid Address", "Wrong Address"],
      refused: ["Delivery Refused", "Recipient Refused"],
      recipient_unavailable: ["Not Available", "Recipient Not Available", "Not Home", "No One Home", "CARD LEFT"],
      attempted_delivery: ["Access Restricted", "Cannot Access", "Restricted Access", "Cannot Deliver", "Tried to deliver"],
      customs_hold: ["Customs Delay", "Customs Hold", "Customs Documentation Required", "Missing Customs Documents", "Duties Unpaid", "Customs Fees Due"],
      customs_progress: ["Customs Processing"], delay_weather: ["Weather Delay", "Severe Weather"],
      exception_other: ["Held at Depot", "On Hold - With Courier", "On Hold"],
      delivered: ["Freight has been delivered"], in_transit: ["IN TRANSIT TO"], returned: ["RETURN TO SENDER"], out_for_delivery: ["It's on board with driver"], picked_up: ["Picked up"],
    },
  },
  {
    source: "yilinker-express-api docs; a postal event map on GitHub", carrier: "local couriers", texts: {
      in_transit: ["Received by Rider, For Transferring", "Received by Branch", "Segregated by Area", "Send item to delivery office", "Receive item at delivery office", "Item redirected to destination"],
      out_for_delivery: ["Received by Rider, For Delivery", "Handed over to postman"], delivered: ["Received by Recipient", "Item delivered"],
      address_issue: ["Recipient Not Found", "Not at this address"], damaged: ["Damaged Upon Delivery"], refused: ["Delivery Rejected By Recipient"], attempted_delivery: ["Recipient is Unable To Pay"],
      exception_other: ["Other problems"], returned: ["Return to Shipper"], picked_up: ["Receive item from customer"], recipient_unavailable: ["Door closed"], cancelled: ["Cancelled"],
    },
  },
];
