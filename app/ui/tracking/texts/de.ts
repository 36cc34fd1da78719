import type { TrackingTexts } from "./tracking-texts.ts";

export const de: TrackingTexts = {
  lookup: {
    heading: "Bestellung verfolgen",
    intro: "Geben Sie die Bestellnummer und die E-Mail-Adresse Ihrer Bestellung ein.",
    orderLabel: "Bestellnummer",
    orderHint: "Sie steht in Ihrer Bestätigungs-E-Mail, zum Beispiel #1001.",
    emailLabel: "E-Mail-Adresse",
    emailHint: "Die Adresse, mit der Sie bestellt haben.",
    submit: "Bestellung verfolgen",
    another: "Eine andere Bestellung verfolgen",
  },
  problem: {
    notFound: "Zu dieser Nummer und E-Mail-Adresse haben wir keine Bestellung gefunden. Bitte prüfen Sie beides und versuchen Sie es noch einmal. Eine neue Bestellung erscheint manchmal erst nach einer Minute.",
    incomplete: "Bitte geben Sie Bestellnummer und E-Mail-Adresse ein.",
    expired: "Dieser Link gilt nicht mehr. Mit Bestellnummer und E-Mail-Adresse sehen Sie Ihre Bestellung.",
    unavailable: "Ihre Bestellung kann gerade nicht angezeigt werden. Bitte versuchen Sie es in einigen Minuten noch einmal.",
    slowDown: (minutes) => `Zu viele Versuche. Bitte warten Sie ${minutes === 1 ? "eine Minute" : `${minutes} Minuten`} und versuchen Sie es noch einmal.`,
  },
  order: (name, shop) => `Bestellung ${name} · ${shop}`,
  orderedOn: (day) => `Bestellt am ${day}`,
  was: (window) => `Bisher ${window}`,
  steps: {
    heading: "Fortschritt",
    ordered: "Bestellt", shipped: "Verschickt", outForDelivery: "In Zustellung", delivered: "Zugestellt",
    readyForPickup: "Abholbereit", pickedUp: "Abgeholt", returning: "Auf dem Rückweg", returned: "Zurückgeschickt",
    undeliverable: "Nicht zustellbar", cancelled: "Storniert",
    done: "Erledigt", now: "Jetzt", later: "Steht noch aus", labelOnly: "Wird dem Paketdienst übergeben",
  },
  trouble: {
    heading: "Was passiert ist",
    dateGone: "Gerade gibt es kein verlässliches Lieferdatum. Sobald es eines gibt, steht es hier.",
  },
  parcel: {
    only: "Ihr Paket",
    items: "In diesem Paket",
    carrier: "Paketdienst",
    trackingNumber: "Sendungsnummer",
    carrierPage: "Beim Paketdienst ansehen",
    newTab: "öffnet einen neuen Tab",
  },
  history: {
    heading: "Verlauf",
    none: "Der Paketdienst hat dieses Paket noch nicht erfasst.",
    carriersWords: "Im Wortlaut des Paketdienstes",
    older: (count) => (count === 1 ? "Eine frühere Meldung anzeigen" : `${count} frühere Meldungen anzeigen`),
    cut: "Der übrige Verlauf steht beim Paketdienst.",
  },
  notShipped: { heading: "Noch nicht verschickt", note: "Diese Artikel werden noch vorbereitet. Sobald sie unterwegs sind, erscheinen sie als eigenes Paket." },
  cancelled: "Diese Bestellung wurde storniert.",
  checked: (moment, zone) => `Geprüft: ${moment} (${zone})`,
  checkAgain: "Noch einmal prüfen",
};
