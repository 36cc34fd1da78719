import type { CollectedTexts } from "./collected-text.ts";

/** Whole sentences as the posts of Germany and France show them to shoppers. */
export const GERMAN_AND_FRENCH: readonly CollectedTexts[] = [
  {
    source: "PolarExpress gem (DHL tracker) and DHL fixtures of Home Assistant integrations", carrier: "DHL Paket", texts: {
      address_issue: ["Aufgrund eines Adressfehlers konnte die Sendung nicht zugestellt werden"],
      attempted_delivery: ["Aus unvorhersehbaren Gründen konnte die Sendung nicht zugestellt werden", "Die Sendung konnte heute nicht zugestellt werden", "Zustellung in Packstation nicht möglich"],
      recipient_unavailable: ["Der Empfänger wurde nicht angetroffen. Die Sendung konnte nicht zugestellt werden und wird gelagert. Der Empfänger wurde benachrichtigt", "Empfangsadresse bei Zustellversuch geschlossen", "Erfolgloser Zustellversuch, Empfänger nicht zu Hause"],
      delivered: ["Der Empfänger hat die Sendung aus der PACKSTATION abgeholt", "Der Empfänger hat die Sendung in der Filiale abgeholt", "Die Sendung wurde dem Empfänger per vereinfachter Firmenzustellung ab Zustellbasis zugestellt", "Die Sendung wurde erfolgreich zugestellt", "Die Sendung wurde zugestellt.", "Zustellung erfolgreich"],
      in_transit: ["Die Sendung wurde im Ziel-Paketzentrum bearbeitet", "Die Sendung wurde innerhalb des Ziel-Paketzentrums weitergeleitet", "Die Sendung befindet sich auf dem Weg zur PACKSTATION", "Die Auslandssendung wurde im Export-Paketzentrum bearbeitet", "Die Sendung aus dem Ausland ist im Import-Paketzentrum eingetroffen", "Die Sendung hat das Import-Paketzentrum im Zielland verlassen", "Die Sendung ist im Zielland eingetroffen", "Die Sendung wird ins Zielland transportiert und dort an die Zustellorganisation übergeben", "Geplant für Zustellung", "Sendung hat den Abholstandort verlassen", "Sendung ist im Zustellstandort eingegangen", "Die Sendung wurde im Start-Paketzentrum bearbeitet", "Die Sendung ist in der Region des Empfängers angekommen und wird im nächsten Schritt zur Zustellbasis transportiert.", "Die Sendung wurde im Briefzentrum bearbeitet.", "Die Sendung wird zur Abholung in die Filiale gebracht"],
      out_for_delivery: ["Die Sendung wurde in das Zustellfahrzeug geladen", "in Auslieferung durch Kurier", "Die Sendung wurde in das Zustellfahrzeug geladen. Die Zustellung erfolgt voraussichtlich heute."],
      picked_up: ["Die Sendung wurde vom Absender in der Filiale eingeliefert"],
      customs_progress: ["Die Sendung wird zur Verzollung im Zielland vorbereitet", "Verzollung abgeschlossen"],
      customs_hold: ["Nicht durch DHL beeinflussbare Verzögerung in der Verzollung"],
      damaged: ["Die Sendung wurde beschädigt und wird zur Nachverpackung in das Paketzentrum zurückgesandt"],
      delay_other: ["Die Sendung wurde fehlgeleitet und konnte nicht zugestellt werden. Die Sendung wird umadressiert und an den Empfänger weitergeleitet", "Die Sendung wurde zurückgestellt. Die Zustellung erfolgt voraussichtlich am nächsten Werktag"],
      returned: ["Die Sendung wurde nicht abgeholt und wird zurückgesandt", "Rücksendung eingeleitet"],
      label_created: ["Die Auftragsdaten zu dieser Sendung wurden vom Absender elektronisch an DHL übermittelt", "Sendung elektronisch angekündigt"],
      held_at_location: ["Die Sendung liegt in der Filiale zur Abholung bereit", "Die Sendung liegt in der PACKSTATION zur Abholung bereit"],
      delivery_change: ["Für diese Sendung wurde ein Ablageort als Empfangsoption vorgemerkt."],
    },
  },
  {
    source: "petrus-v/AnyBlok-Delivery, Colissimo event codes", carrier: "Colissimo", texts: {
      label_created: ["Votre colis est prêt à être expédié. Il n'est pas encore pris en charge par La Poste"],
      picked_up: ["Votre colis est pris en charge par La Poste. Il est en cours d'acheminement"],
      delay_other: ["Votre colis est arrivé par erreur sur un site. Il est en cours de réacheminement vers son site de distribution"],
      in_transit: ["Votre colis est arrivé sur son site de distribution", "Votre colis est en attente de distribution et sera livré prochainement", "Votre colis est arrivé en France", "Votre colis est arrivé dans le pays de destination", "Votre colis est sorti du bureau d'échange. Il est en cours d'acheminement dans le pays de destination", "Votre colis s'apprête à sortir du pays d'origine", "Votre colis sera présenté le prochain jour ouvré."],
      delivered: ["Votre colis est livré", "Votre colis a été livré au gardien", "Votre colis a été livré au gardien ou voisin"],
      returned: ["Le colis est livré à l'expéditeur suite à un retour", "Le colis est retourné à l'expéditeur suite à un refus du destinataire", "Le destinataire du colis n'habite pas à l'adresse indiquée. Le colis est retourné à l'expéditeur", "Le colis est retourné à l'expéditeur. Le destinataire a refusé de payer le contre-remboursement", "Le colis est retourné à l'expéditeur"],
      recipient_unavailable: ["Le destinataire était absent lors de la livraison. Votre colis sera présenté une nouvelle fois le prochain jour ouvré", "Votre colis n'a pu être livré car le destinataire était absent. Il sera remis en livraison le prochain jour ouvré.", "La livraison de votre colis a été reportée pour absence du destinataire ou cas de force majeure"],
      attempted_delivery: ["Votre colis n'a pas pu être distribué par manque d'information. Merci de prendre contact avec notre Service Client"],
      held_at_location: ["Votre colis est disponible dans votre bureau de poste. Le destinataire dispose de 10 jours ouvrés pour retirer son colis", "Votre colis est disponible dans le point de retrait sélectionné."],
      address_issue: ["L'adresse de votre colis est incomplète. Nous recherchons la partie non renseignée pour le livrer"],
      delivery_change: ["Le colis est réexpédié à la demande du destinataire vers l'adresse de son choix"],
      customs_hold: ["Certificat d'origine manquant, votre colis est retenu en douane. Etude du dossier par la douane", "Votre colis est retenu en douane pour dédouanement", "Facture incorrecte, votre colis est retenu en douane. Etude du dossier par la douane", "En attente du numéro de TVA ou du numéro d'import, votre colis est retenu en douane.", "Le contenu de votre colis est prohibé dans le pays de destination, il est retenu en douane.", "Licence d'importation requise, votre colis est retenu en douane."],
    },
  },
];
