import '@shopify/ui-extensions';

//@ts-ignore
declare module './src/shipping-option.tsx' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.shipping-option-item.render-after').Api;
  const globalThis: { shopify: typeof shopify };
}

//@ts-ignore
declare module './src/delivery-rules.ts' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.shipping-option-item.render-after').Api;
  const globalThis: { shopify: typeof shopify };
}

//@ts-ignore
declare module './src/delivery-window.ts' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.shipping-option-item.render-after').Api;
  const globalThis: { shopify: typeof shopify };
}
