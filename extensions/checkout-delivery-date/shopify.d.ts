import '@shopify/ui-extensions';

//@ts-ignore
declare module './src/shipping-option.tsx' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.shipping-option-item.render-after').Api;
  const globalThis: { shopify: typeof shopify };
}

//@ts-ignore
declare module './src/answer-from.ts' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.shipping-option-item.render-after').Api;
  const globalThis: { shopify: typeof shopify };
}

//@ts-ignore
declare module './src/date-table.ts' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.shipping-option-item.render-after').Api;
  const globalThis: { shopify: typeof shopify };
}

//@ts-ignore
declare module './src/ships-in.ts' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.shipping-option-item.render-after').Api;
  const globalThis: { shopify: typeof shopify };
}

//@ts-ignore
declare module './src/shown-attribute.ts' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.shipping-option-item.render-after').Api;
  const globalThis: { shopify: typeof shopify };
}

//@ts-ignore
declare module './src/use-now.ts' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.shipping-option-item.render-after').Api;
  const globalThis: { shopify: typeof shopify };
}
