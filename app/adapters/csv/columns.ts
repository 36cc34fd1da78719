/** What a file of past shipments can tell of a parcel. */
export const FIELDS = ["order", "ordered", "shipped", "delivered", "tracking", "carrier", "service", "country", "region", "zip", "items", "location"] as const;
export type Field = (typeof FIELDS)[number];

/**
 * What columns are called, without spaces and punctuation; of several that are there the first counts. Words of Shopify's and ShipStation's order exports,
 * Shippo's tracking report, EasyPost, AfterShip and Olist (their help pages, read 2026-11), and what people write in spreadsheets, in English and German.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  order: ["ordernumber", "orderid", "orderno", "order", "ordername", "orderreference", "bestellnummer", "auftragsnummer", "reference"],
  ordered: ["orderedat", "orderdate", "dateordered", "dateorderdate", "orderplaceddate", "ordercreatedat", "orderpurchasetimestamp", "purchasedate", "purchasedat", "bestelldatum", "bestelltam", "createdat", "created"],
  shipped: [
    "shippedat", "shipdate", "shippeddate", "dateshipped", "dateshippeddate", "dateshipdate", "shippingdate", "shipmentdate", "pickedupat", "handedoverat", "dispatchedat", "dispatchdate", "fulfilledat", "fulfillmentdate",
    "orderdeliveredcarrierdate", "versanddatum", "versendetam", "shipped",
  ],
  delivered: ["deliveredat", "actualdeliverydate", "delivereddate", "datedelivered", "datedelivereddate", "firstdeliveredat", "deliverydate", "orderdeliveredcustomerdate", "arrivedat", "zustelldatum", "zugestelltam", "lieferdatum", "delivered"],
  tracking: ["trackingnumber", "trackingcode", "trackingno", "tracking", "shipmenttrackingnumber", "shipmentid", "sendungsnummer"],
  carrier: ["carrier", "carriername", "carriercarriername", "shippingcarrier", "courier", "couriername", "trackingcompany", "shippingprovider", "provider", "carriercode", "versanddienst", "versanddienstleister"],
  service: ["service", "shippingmethod", "servicelevel", "shippingservice", "carrierservice", "carrierserviceselected", "carrierservicerequested", "servicename", "servicecode", "versandart"],
  country: ["country", "countrycode", "shippingcountry", "shippingcountrycode", "shiptocountry", "shipcountry", "tocountry", "recipientcountry", "destinationcountry", "deliverycountry", "addresstocountry", "land", "lieferland"],
  region: ["state", "province", "region", "statecode", "provincecode", "shippingprovince", "shippingprovincecode", "shippingstate", "shiptostate", "shipstate", "tostate", "recipientstate", "destinationstate", "addresstostate", "customerstate", "bundesland"],
  zip: ["zip", "zipcode", "postalcode", "postcode", "shippingzip", "shiptopostalcode", "shippostalcode", "shiptozip", "shippostcode", "tozip", "recipientzip", "recipientpostalcode", "destinationzip", "destinationpostalcode", "addresstozip", "plz", "postleitzahl"],
  items: ["items", "itemcount", "numberofitems", "countnumberofitems", "quantity", "qty", "lineitemquantity", "anzahl", "menge", "artikel"],
  location: ["location", "locationid", "fulfillmentlocation", "warehouse", "shipfrom", "shipfromlocation", "lager", "standort"],
};

const plain = (name: string): string => name.normalize("NFKD").toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** Where each field stands in a header, and the header's own words for it. Fields that are not there are left out. */
export type Columns = ReadonlyMap<Field, { readonly at: number; readonly name: string }>;

/** The columns of a header line. A column serves one field only. */
export const columnsOf = (header: readonly string[]): Columns => {
  const names = header.map(plain);
  return new Map(FIELDS.flatMap((field) => {
    const at = NAMES[field].map((name) => names.indexOf(name)).find((place) => place !== -1);
    return at === undefined ? [] : [[field, { at, name: header[at]?.trim() ?? "" }] as const];
  }));
};

/** Why a file with these columns teaches nothing, or null: a delivery needs something it came after. */
export const missingColumns = (columns: Columns): string | null => {
  if (columns.size === 0) return "The first line names no column we know. It should hold names such as order, ordered_at, shipped_at, delivered_at, carrier, country and zip.";
  if (!columns.has("delivered")) return "There is no column with the day of delivery. Call it delivered_at.";
  return columns.has("shipped") || columns.has("ordered") ? null : "There is no column with the day an order was placed or sent. Call it ordered_at or shipped_at.";
};
