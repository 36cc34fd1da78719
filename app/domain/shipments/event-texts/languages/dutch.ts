import type { Glossary } from "./glossary.ts";

/** What PostNL, bpost, DHL and DPD write in the Low Countries; from general knowledge of their pages, 2026-11. */
export const DUTCH: Glossary = {
  "pakket": "parcel", "pakketje": "parcel", "zending": "shipment", "ontvanger": "recipient", "geadresseerde": "recipient", "afzender": "sender", "verzender": "sender", "bezorger": "courier", "buren": "neighbour", "buur": "neighbour", "klant": "customer",
  "bezorgd": "delivered", "afgeleverd": "delivered", "geleverd": "delivered", "bezorging": "delivery", "levering": "delivery", "onderweg naar de ontvanger": "out for delivery", "wordt vandaag bezorgd": "out for delivery", "wordt bezorgd": "out for delivery", "bezorger is onderweg": "out for delivery", "vandaag": "today", "in levering": "out for delivery",
  "niet": "not", "geen": "no", "niet thuis": "not home", "niet bezorgd": "not delivered", "kon niet": "could not be", "bezorgpoging": "delivery attempt", "mislukt": "failed", "afwezig": "absent", "gesloten": "business closed",
  "geweigerd": "refused", "retour": "return to sender", "retour afzender": "return to sender", "teruggestuurd": "returned to sender", "niet afgehaald": "unclaimed", "niet opgehaald": "unclaimed",
  "adres": "address", "onjuist": "incorrect", "onvolledig": "incomplete", "onbekend": "unknown", "verhuisd": "moved", "douane": "customs", "inklaring": "customs clearance", "ingeklaard": "customs cleared", "vrijgegeven": "released", "vastgehouden": "held",
  "vertraagd": "delayed", "vertraging": "delay", "weersomstandigheden": "weather", "staking": "strike", "feestdag": "holiday", "beschadigd": "damaged", "verloren": "lost", "vermist": "lost", "geannuleerd": "cancelled",
  "aangemeld": "announced", "aangekondigd": "announced", "voorgemeld": "announced", "gegevens": "data", "ontvangen": "received", "opgehaald": "picked up", "ontvangen van afzender": "received from sender", "afgegeven": "dropped off", "in ontvangst genomen": "accepted", "aangenomen": "accepted",
  "ligt klaar": "available for pickup", "klaar om": "ready for", "klaar voor afhaling": "available for pickup", "afhaalpunt": "pickup point", "postkantoor": "post office", "pakketpunt": "pickup point", "pakketautomaat": "parcel locker", "afhalen": "pickup",
  "gesorteerd": "sorted", "sorteercentrum": "sorting center", "aangekomen": "arrived", "vertrokken": "departed", "onderweg": "on the way", "verwerkt": "processed", "verzonden": "dispatched", "depot": "depot", "doorgestuurd": "forwarded", "overgedragen": "handed over",
};
