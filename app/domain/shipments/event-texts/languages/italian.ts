import type { Glossary } from "./glossary.ts";

/** What Poste Italiane, BRT and SDA write; from general knowledge of their pages, 2026-11. */
export const ITALIAN: Glossary = {
  "spedizione": "shipment", "pacco": "parcel", "collo": "parcel", "merce": "goods", "destinatario": "recipient", "mittente": "sender", "corriere": "courier", "cliente": "customer",
  "consegnato": "delivered", "consegnata": "delivered", "consegna effettuata": "delivered", "recapitato": "delivered", "consegna": "delivery", "in consegna": "out for delivery", "in fase di consegna": "out for delivery", "in consegna oggi": "out for delivery", "messa in consegna": "out for delivery",
  "non": "not", "non consegnat*": "not delivered", "mancata consegna": "delivery failed", "tentativo di consegna": "delivery attempt", "tentativo": "delivery attempt", "assente": "absent", "chiuso": "business closed", "avviso": "notice left",
  "rifiutat*": "refused", "rifiuto": "refused", "reso al mittente": "returned to sender", "reso": "return to sender", "ritorno al mittente": "return to sender", "restituit*": "returned to sender", "non ritirat*": "unclaimed", "compiuta giacenza": "unclaimed", "in giacenza": "held at post office", "giacenza": "held at post office",
  "indirizzo": "address", "errato": "incorrect", "errata": "incorrect", "incompleto": "incomplete", "sconosciuto": "unknown", "inesatto": "incorrect", "trasferito": "moved",
  "dogana": "customs", "doganale": "customs", "doganali": "customs", "sdogana*": "customs cleared", "sdoganamento": "customs clearance", "bloccat*": "blocked", "trattenut*": "held", "in attesa": "awaiting",
  "ritardo": "delayed", "maltempo": "weather", "sciopero": "strike", "festivita": "holiday", "danneggiat*": "damaged", "smarrit*": "lost", "annullat*": "cancelled", "rubat*": "stolen",
  "presa in carico": "accepted", "preso in carico": "accepted", "ritirata": "picked up", "ritirato": "picked up", "ritiro": "pickup", "ritirato dal destinatario": "picked up by recipient", "in preparazione": "in preparation", "dati": "data", "ricevut*": "received", "etichetta": "label", "creata": "created", "accettat*": "accepted", "disponibile per il ritiro": "available for pickup", "pronto per il ritiro": "available for pickup", "disponibile": "available for pickup", "ufficio postale": "post office", "punto di ritiro": "pickup point",
  "in transito": "in transit", "transito": "transit", "arrivat*": "arrived", "partit*": "departed", "in viaggio": "on the way", "in lavorazione": "processed", "smistamento": "sorting", "filiale": "facility", "spedit*": "dispatched", "centro": "facility", "in arrivo": "on the way", "affidat*": "handed over", "lavorato": "processed", "riprogrammat*": "rescheduled", "oggi": "today",
};
