import { gid } from "../../../world/ids.ts";
import { offsetMinutes, offsetText } from "../../../world/shop-time.ts";
import type { Location as LocationRecord, Product as ProductRecord, Shop as ShopRecord } from "../../../world/types.ts";
import { byId, connection, type Fields } from "../state.ts";
import { metafieldFields } from "./metafield.ts";

/** The pretend shop opened on this day; nothing depends on it. */
const OPENED = "2024-03-04T09:00:00Z";

export const Shop: Fields<ShopRecord> = {
  ...metafieldFields("Shop"),
  id: (shop) => gid("Shop", shop.id),
  name: (shop) => shop.name,
  email: (shop) => shop.email,
  contactEmail: (shop) => shop.email,
  description: () => "Warm things for cold floors.",
  myshopifyDomain: (shop) => shop.myshopify_domain,
  primaryDomain: (shop) => ({ id: gid("Domain", "1"), host: shop.domain, url: `https://${shop.domain}`, sslEnabled: true }),
  url: (shop) => `https://${shop.domain}`,
  currencyCode: (shop) => shop.currency,
  currencyFormats: (shop) => ({
    moneyFormat: "${{amount}}", moneyInEmailsFormat: "${{amount}}", moneyWithCurrencyFormat: `\${{amount}} ${shop.currency}`, moneyWithCurrencyInEmailsFormat: `\${{amount}} ${shop.currency}`,
  }),
  enabledPresentmentCurrencies: (shop) => [shop.currency],
  ianaTimezone: (shop) => shop.iana_timezone,
  timezoneAbbreviation: (shop, _args, { state }) =>
    new Intl.DateTimeFormat("en-US", { timeZone: shop.iana_timezone, timeZoneName: "short" }).formatToParts(state.kernel.now()).find((part) => part.type === "timeZoneName")?.value ?? "",
  timezoneOffset: (shop, _args, { state }) => offsetText(offsetMinutes(shop.iana_timezone, state.kernel.now())).replace(":", ""),
  timezoneOffsetMinutes: (shop, _args, { state }) => offsetMinutes(shop.iana_timezone, state.kernel.now()),
  createdAt: () => OPENED,
  updatedAt: () => OPENED,
  plan: () => ({ displayName: "Basic", publicDisplayName: "Basic", partnerDevelopment: false, shopifyPlus: false }),
  billingAddress: (_shop, _args, { state }) => state.kernel.locations[0],
  shopAddress: (_shop, _args, { state }) => state.kernel.locations[0],
  shopOwnerName: () => "Ada Marsh",
  orderNumberFormatPrefix: () => "#",
  orderNumberFormatSuffix: () => "",
  checkoutApiSupported: () => true,
  setupRequired: () => false,
  taxShipping: () => false,
  taxesIncluded: () => false,
  unitSystem: () => "IMPERIAL_SYSTEM",
  weightUnit: () => "POUNDS",
  shipsToCountries: () => ["US", "CA", "GB", "DE"],
  transactionalSmsDisabled: () => false,
  marketingSmsConsentEnabledAtCheckout: () => false,
};

const addressFields: Fields<LocationRecord> = {
  address1: ({ address }) => address.address1,
  address2: ({ address }) => address.address2,
  city: ({ address }) => address.city,
  country: ({ address }) => address.country,
  countryCode: ({ address }) => address.country_code,
  formatted: ({ address }) => [address.address1, address.address2, `${address.city} ${address.province_code ?? ""} ${address.zip}`, address.country].filter((line) => line !== null),
  latitude: () => null,
  longitude: () => null,
  phone: ({ address }) => address.phone,
  province: ({ address }) => address.province,
  provinceCode: ({ address }) => address.province_code,
  zip: ({ address }) => address.zip,
};

/** The shop's address is that of its first location. */
export const ShopAddress: Fields<LocationRecord> = {
  ...addressFields,
  id: (location) => gid("ShopAddress", location.id),
  company: (_location, _args, { state }) => state.kernel.shop.name,
  coordinatesValidated: () => false,
  countryCodeV2: ({ address }) => address.country_code,
  formattedArea: ({ address }) => `${address.city} ${address.province_code ?? ""}, ${address.country}`,
};

export const LocationAddress: Fields<LocationRecord> = addressFields;

export const Location: Fields<LocationRecord> = {
  ...metafieldFields("Location"),
  id: (location) => gid("Location", location.id),
  legacyResourceId: (location) => location.id,
  name: (location) => location.name,
  address: (location) => location,
  addressVerified: () => true,
  createdAt: () => OPENED,
  updatedAt: () => OPENED,
  isActive: () => true,
  activatable: () => true,
  deactivatable: () => true,
  deactivatedAt: () => null,
  deletable: () => false,
  fulfillmentService: () => null,
  fulfillsOnlineOrders: () => true,
  hasActiveInventory: () => true,
  isFulfillmentService: () => false,
  shipsInventory: () => true,
  hasUnfulfilledOrders: (location, _args, { state }) => state.kernel.store.orders.some((order) => order.fulfillment_orders.some((one) => one.locationId === location.id && one.status === "open")),
};

export const Product: Fields<ProductRecord> = {
  ...metafieldFields("Product"),
  id: (product) => gid("Product", product.id),
  legacyResourceId: (product) => product.id,
  title: (product) => product.title,
  handle: (product) => product.handle,
  description: (product) => product.description,
  descriptionHtml: (product) => `<p>${product.description}</p>`,
  createdAt: () => OPENED,
  updatedAt: () => OPENED,
  publishedAt: () => OPENED,
  status: () => "ACTIVE",
  tags: () => [],
  productType: () => "Home",
  vendor: (_product, _args, { state }) => state.kernel.shop.name,
  hasOnlyDefaultVariant: () => true,
  isGiftCard: () => false,
  onlineStoreUrl: (product, _args, { state }) => `https://${state.kernel.shop.domain}/products/${product.handle}`,
  variants: (product, args, context, info) => connection(byId([product], (one) => one.variantId), args, context, info),
};

/** Every product has one variant; its record is the product. */
export const ProductVariant: Fields<ProductRecord> = {
  id: (product) => gid("ProductVariant", product.variantId),
  legacyResourceId: (product) => product.variantId,
  title: () => "Default Title",
  displayName: (product) => `${product.title} - Default Title`,
  sku: (product) => product.sku,
  price: (product) => product.price,
  barcode: () => null,
  compareAtPrice: () => null,
  createdAt: () => OPENED,
  updatedAt: () => OPENED,
  availableForSale: (product, _args, { state }) => (state.kernel.store.stock.get(product.variantId) ?? 0) > 0,
  inventoryPolicy: () => "DENY",
  inventoryQuantity: (product, _args, { state }) => state.kernel.store.stock.get(product.variantId) ?? 0,
  sellableOnlineQuantity: (product, _args, { state }) => state.kernel.store.stock.get(product.variantId) ?? 0,
  inventoryItem: (product) => product,
  position: () => 1,
  taxable: () => true,
  product: (product) => product,
};

/** Every variant is counted; its record is the product. */
export const InventoryItem: Fields<ProductRecord> = {
  id: (product) => gid("InventoryItem", product.variantId),
  legacyResourceId: (product) => product.variantId,
  sku: (product) => product.sku,
  tracked: () => true,
  requiresShipping: () => true,
};
