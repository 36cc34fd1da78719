/**
 * Every GraphQL document Hither sends, as text. `npm run codegen` turns these into the typed operations of
 * operations.generated.ts; a test validates each against Admin API 2026-10 (no deprecated field, at most 1,000 points).
 *
 * Some fields are protected customer data that Shopify grants field by field (level 2). Each document that reads them
 * has a twin without them, for shops that have not granted them.
 */

import { ACT_DOCUMENTS } from "./act-documents.ts";

const ADDRESS = "countryCodeV2 provinceCode city";
const EVENT = "id status message happenedAt createdAt estimatedDeliveryAt province country";

const PROTECTED_ORDER = "email customer { id firstName }";
const PROTECTED_ADDRESS = "zip firstName";
const PROTECTED_EVENT = "city zip";

type Access = "granted" | "withheld";

const order = (access: Access): string => `
  id name createdAt updatedAt cancelledAt currencyCode customerLocale checkoutToken
  currentTotalPriceSet { shopMoney { amount currencyCode } }
  ${access === "granted" ? PROTECTED_ORDER : "customer { id }"}
  shippingAddress { ${ADDRESS} ${access === "granted" ? PROTECTED_ADDRESS : ""} }
  shippingLine { title } customAttributes { key value }`;

const LINE = "id title sku quantity unfulfilledQuantity requiresShipping";
const FULFILLMENT = "id status createdAt updatedAt location { id } trackingInfo(first: 50) { company number url }";
/** Which location packs what: one fulfillment order per location, and more after a move. */
const PACKED_AT = "fulfillmentOrders(first: 5) { nodes { status assignedLocation { location { id } } } }";
/** Nested lists take Shopify's largest page: an order has at most 500 lines, and a second page is never asked for. */
const event = (access: Access): string => `${EVENT} ${access === "granted" ? PROTECTED_EVENT : ""}`;

const wholeOrder = (access: Access): string => `${order(access)} ${PACKED_AT}
  lineItems(first: 250) { nodes { ${LINE} } pageInfo { hasNextPage } }
  fulfillments(first: 100) {
    ${FULFILLMENT}
    fulfillmentLineItems(first: 250) { nodes { quantity lineItem { id } } pageInfo { hasNextPage } }
    events(first: 250) { nodes { ${event(access)} } pageInfo { hasNextPage } }
  }`;

const tidy = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const SHOP_INFO = tidy(`query ShopInfo {
  shop { id name contactEmail currencyCode ianaTimezone url shopAddress { countryCodeV2 } }
  currentAppInstallation { id accessScopes { handle } }
}`);

const orderById = (name: string, access: Access): string => tidy(`query ${name}($id: ID!) { order(id: $id) { ${wholeOrder(access)} } }`);

const changedOrders = (name: string, access: Access): string => tidy(`query ${name}($query: String!, $after: String) {
  orders(first: 25, after: $after, query: $query, sortKey: UPDATED_AT) { nodes { ${wholeOrder(access)} } pageInfo { hasNextPage endCursor } }
}`);

/** Touches every protected field once: whether Shopify lets this shop's data out is known before an export of hours begins. */
const PROTECTED_ACCESS = tidy(`query ProtectedAccess {
  orders(first: 1) { nodes { id ${PROTECTED_ORDER} shippingAddress { ${PROTECTED_ADDRESS} } fulfillments(first: 1) { id events(first: 1) { nodes { id ${PROTECTED_EVENT} } } } } }
}`);

const START_EXPORT = tidy(`mutation StartExport($query: String!) {
  bulkOperationRunQuery(query: $query, groupObjects: false) { bulkOperation { id status } userErrors { field message code } }
}`);

const EXPORT_STATE = tidy(`query ExportState($id: ID!) { bulkOperation(id: $id) { id status errorCode objectCount rootObjectCount url } }`);

const TRIGGER_FLOW = tidy(`mutation TriggerFlow($handle: String!, $payload: JSON!) {
  flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { field message } }
}`);

const DEFINE_TABLE = tidy(`mutation DefineTable($definition: MetafieldDefinitionInput!) {
  metafieldDefinitionCreate(definition: $definition) { createdDefinition { id } userErrors { field message code } }
}`);

const PUBLISH_TABLE = tidy(`mutation PublishTable($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) { metafields { id } userErrors { field message code } }
}`);

/** Inactive ones too: old parcels left from them. `includeLegacy`: those of fulfillment services, which pack as well. */
const LOCATIONS = tidy(`query Locations($after: String) {
  locations(first: 250, after: $after, includeInactive: true, includeLegacy: true) {
    nodes { id name isActive address { countryCode provinceCode zip } } pageInfo { hasNextPage endCursor }
  }
}`);

/** Whose metafields hold the table of dates, and whether what came before it is still there. */
const TABLE_OWNERS = tidy(`query TableOwners($onShop: String!, $onInstallation: String!, $former: String!) {
  shop { id metafield(namespace: $onShop, key: $former) { id } }
  currentAppInstallation { id metafield(namespace: $onInstallation, key: $former) { id } }
}`);

const REMOVE_METAFIELDS = tidy(`mutation RemoveMetafields($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) { deletedMetafields { key } userErrors { field message } }
}`);

const PUBLISH_ESTIMATE = tidy(`mutation PublishEstimate($event: FulfillmentEventInput!) {
  fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id } userErrors { field message } }
}`);

/** The documents sent as requests, in the order of the generated file. */
export const DOCUMENTS: readonly string[] = [
  SHOP_INFO,
  orderById("OrderById", "granted"), orderById("OrderByIdWithheld", "withheld"),
  changedOrders("ChangedOrders", "granted"), changedOrders("ChangedOrdersWithheld", "withheld"),
  PROTECTED_ACCESS, START_EXPORT, EXPORT_STATE, TRIGGER_FLOW, DEFINE_TABLE, PUBLISH_TABLE,
  LOCATIONS, TABLE_OWNERS, REMOVE_METAFIELDS, PUBLISH_ESTIMATE, ...ACT_DOCUMENTS,
];

/**
 * The two bulk queries. A bulk query holds no connection inside a list field and nests at most two levels of connections
 * (Shopify's bulk operation guide, read 2026-11), so what happened to the parcels comes by way of the fulfillment orders.
 */
export const bulkOrders = (access: Access): string =>
  tidy(`{ orders { edges { node { ${order(access)} fulfillments { ${FULFILLMENT} } lineItems { edges { node { ${LINE} } } } } } } }`);

/** What happened to the parcels and what was in them. `includeClosed`: a fulfillment order closes once everything in it is shipped. */
export const bulkFulfillments = (access: Access): string =>
  tidy(`{ fulfillmentOrders(includeClosed: true) { edges { node { id fulfillments { edges { node { id
    fulfillmentLineItems { edges { node { id quantity lineItem { id } } } }
    events { edges { node { ${event(access)} } } }
  } } } } } } }`);
