import type { Kernel } from "../../world/kernel.ts";
import type { JsonObject } from "./parts.ts";

/** Body of `shop/update` and `app/uninstalled`. */
export function shopBody(kernel: Kernel): JsonObject {
  const { shop } = kernel;
  const home = kernel.locations[0];
  return {
    id: BigInt(shop.id), name: shop.name, email: shop.email, domain: shop.domain, province: home?.address.province ?? null,
    country: shop.country_code, address1: home?.address.address1 ?? null, zip: home?.address.zip ?? null, city: home?.address.city ?? null,
    source: null, phone: home?.address.phone ?? null, latitude: null, longitude: null, primary_locale: "en", address2: home?.address.address2 ?? null,
    created_at: null, updated_at: null, country_code: shop.country_code, country_name: home?.address.country ?? null, currency: shop.currency,
    customer_email: shop.email, timezone: `(GMT-05:00) ${shop.iana_timezone}`, iana_timezone: shop.iana_timezone, shop_owner: "Ada Marsh",
    money_format: "${{amount}}", money_with_currency_format: `\${{amount}} ${shop.currency}`, weight_unit: "lb",
    province_code: home?.address.province_code ?? null, taxes_included: false, auto_configure_tax_inclusivity: null, tax_shipping: null,
    county_taxes: true, plan_display_name: "Basic", plan_name: "basic", has_discounts: false, has_gift_cards: false,
    myshopify_domain: shop.myshopify_domain, google_apps_domain: null, google_apps_login_enabled: null, money_in_emails_format: "${{amount}}",
    money_with_currency_in_emails_format: `\${{amount}} ${shop.currency}`, eligible_for_payments: true, requires_extra_payments_agreement: false,
    password_enabled: false, has_storefront: true, finances: true, primary_location_id: home === undefined ? null : BigInt(home.id),
    checkout_api_supported: true, multi_location_enabled: true, setup_required: false, pre_launch_enabled: false,
    enabled_presentment_currencies: [shop.currency], marketing_sms_consent_enabled_at_checkout: false, transactional_sms_disabled: false,
  };
}
