// Written by `npm run codegen` from documents.ts and Admin API 2026-10. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AttributeInput = {
  readonly key: string;
  readonly value: string;
};

export type BundlesDraftOrderBundleLineItemComponentInput = {
  readonly quantity: number;
  readonly uuid?: string | null | undefined;
  readonly variantId?: string | number | null | undefined;
};

export type DepositInput = {
  readonly percentage: number;
};

export type DiscountAmountInput = {
  readonly amount?: string | null | undefined;
  readonly appliesOnEachItem?: boolean | null | undefined;
};

export type DiscountCodeBasicInput = {
  readonly appliesOncePerCustomer?: boolean | null | undefined;
  readonly code?: string | null | undefined;
  readonly combinesWith?: DiscountCombinesWithInput | null | undefined;
  readonly context?: DiscountContextInput | null | undefined;
  readonly customerGets?: DiscountCustomerGetsInput | null | undefined;
  /** @deprecated Use `context` instead. */
  readonly customerSelection?: DiscountCustomerSelectionInput | null | undefined;
  readonly endsAt?: string | null | undefined;
  readonly minimumRequirement?: DiscountMinimumRequirementInput | null | undefined;
  readonly recurringCycleLimit?: number | null | undefined;
  readonly startsAt?: string | null | undefined;
  readonly tags?: ReadonlyArray<string> | null | undefined;
  readonly title?: string | null | undefined;
  readonly usageLimit?: number | null | undefined;
};

export type DiscountCollectionsInput = {
  readonly add?: ReadonlyArray<string | number> | null | undefined;
  readonly remove?: ReadonlyArray<string | number> | null | undefined;
};

export type DiscountCombinesWithInput = {
  readonly orderDiscounts?: boolean | null | undefined;
  readonly productDiscounts?: boolean | null | undefined;
  readonly productDiscountsWithTagsOnSameCartLine?: ProductDiscountsWithTagsOnSameCartLineInput | null | undefined;
  readonly shippingDiscounts?: boolean | null | undefined;
};

export type DiscountContextInput =
  {   readonly all: string; readonly customerSegments?: never; readonly customers?: never; readonly markets?: never; }
  |  { readonly all?: never;   readonly customerSegments: DiscountCustomerSegmentsInput; readonly customers?: never; readonly markets?: never; }
  |  { readonly all?: never; readonly customerSegments?: never;   readonly customers: DiscountCustomersInput; readonly markets?: never; }
  |  { readonly all?: never; readonly customerSegments?: never; readonly customers?: never;   readonly markets: DiscountMarketsInput; };

export type DiscountCustomerGetsInput = {
  readonly appliesOnOneTimePurchase?: boolean | null | undefined;
  readonly appliesOnSubscription?: boolean | null | undefined;
  readonly items?: DiscountItemsInput | null | undefined;
  readonly value?: DiscountCustomerGetsValueInput | null | undefined;
};

export type DiscountCustomerGetsValueInput = {
  readonly discountAmount?: DiscountAmountInput | null | undefined;
  readonly discountOnQuantity?: DiscountOnQuantityInput | null | undefined;
  readonly percentage?: number | null | undefined;
};

export type DiscountCustomerSegmentsInput = {
  readonly add?: ReadonlyArray<string | number> | null | undefined;
  readonly remove?: ReadonlyArray<string | number> | null | undefined;
};

export type DiscountCustomerSelectionInput = {
  readonly all?: boolean | null | undefined;
  readonly customerSegments?: DiscountCustomerSegmentsInput | null | undefined;
  readonly customers?: DiscountCustomersInput | null | undefined;
};

export type DiscountCustomersInput = {
  readonly add?: ReadonlyArray<string | number> | null | undefined;
  readonly remove?: ReadonlyArray<string | number> | null | undefined;
};

export type DiscountEffectInput = {
  readonly amount?: string | null | undefined;
  readonly percentage?: number | null | undefined;
};

export type DiscountItemsInput = {
  readonly all?: boolean | null | undefined;
  readonly collections?: DiscountCollectionsInput | null | undefined;
  readonly products?: DiscountProductsInput | null | undefined;
};

export type DiscountMarketsInput = {
  readonly add?: ReadonlyArray<string | number> | null | undefined;
  readonly remove?: ReadonlyArray<string | number> | null | undefined;
};

export type DiscountMinimumQuantityInput = {
  readonly greaterThanOrEqualToQuantity?: string | null | undefined;
};

export type DiscountMinimumRequirementInput = {
  readonly quantity?: DiscountMinimumQuantityInput | null | undefined;
  readonly subtotal?: DiscountMinimumSubtotalInput | null | undefined;
};

export type DiscountMinimumSubtotalInput = {
  readonly greaterThanOrEqualToSubtotal?: string | null | undefined;
};

export type DiscountOnQuantityInput = {
  readonly effect?: DiscountEffectInput | null | undefined;
  readonly quantity?: string | null | undefined;
};

export type DiscountProductsInput = {
  readonly productVariantsToAdd?: ReadonlyArray<string | number> | null | undefined;
  readonly productVariantsToRemove?: ReadonlyArray<string | number> | null | undefined;
  readonly productsToAdd?: ReadonlyArray<string | number> | null | undefined;
  readonly productsToRemove?: ReadonlyArray<string | number> | null | undefined;
};

export type DraftOrderAppliedDiscountInput = {
  /** @deprecated Please use `amountWithCurrency` instead. */
  readonly amount?: string | null | undefined;
  readonly amountWithCurrency?: MoneyInput | null | undefined;
  readonly description?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly value: number;
  readonly valueType: string;
};

export type DraftOrderInput = {
  readonly acceptAutomaticDiscounts?: boolean | null | undefined;
  readonly allowDiscountCodesInCheckout?: boolean | null | undefined;
  readonly appliedDiscount?: DraftOrderAppliedDiscountInput | null | undefined;
  readonly billingAddress?: MailingAddressInput | null | undefined;
  readonly customAttributes?: ReadonlyArray<AttributeInput> | null | undefined;
  /** @deprecated Use `purchasingEntity` instead, which can be used for either a D2C or B2B customer. */
  readonly customerId?: string | number | null | undefined;
  readonly deposit?: DepositInput | null | undefined;
  readonly discountCodes?: ReadonlyArray<string> | null | undefined;
  readonly email?: string | null | undefined;
  readonly lineItems?: ReadonlyArray<DraftOrderLineItemInput> | null | undefined;
  /** @deprecated This field will be removed in a future version. Use `localizedFields` instead. */
  readonly localizationExtensions?: ReadonlyArray<LocalizationExtensionInput> | null | undefined;
  readonly localizedFields?: ReadonlyArray<LocalizedFieldInput> | null | undefined;
  /**
   * @deprecated This field is now incompatible with Markets.
   *
   */
  readonly marketRegionCountryCode?: string | null | undefined;
  readonly metafields?: ReadonlyArray<MetafieldInput> | null | undefined;
  readonly note?: string | null | undefined;
  readonly paymentTerms?: PaymentTermsInput | null | undefined;
  readonly phone?: string | null | undefined;
  readonly poNumber?: string | null | undefined;
  readonly presentmentCurrencyCode?: string | null | undefined;
  readonly purchasingEntity?: PurchasingEntityInput | null | undefined;
  readonly reserveInventoryUntil?: string | null | undefined;
  readonly sessionToken?: string | null | undefined;
  readonly shippingAddress?: MailingAddressInput | null | undefined;
  readonly shippingLine?: ShippingLineInput | null | undefined;
  readonly sourceName?: string | null | undefined;
  readonly tags?: ReadonlyArray<string> | null | undefined;
  readonly taxExempt?: boolean | null | undefined;
  readonly transformerFingerprint?: string | null | undefined;
  readonly useCustomerDefaultAddress?: boolean | null | undefined;
  readonly visibleToCustomer?: boolean | null | undefined;
};

export type DraftOrderLineItemComponentInput = {
  readonly quantity: number;
  readonly uuid?: string | null | undefined;
  readonly variantId?: string | number | null | undefined;
};

export type DraftOrderLineItemInput = {
  readonly appliedDiscount?: DraftOrderAppliedDiscountInput | null | undefined;
  /** @deprecated Use `components` instead. */
  readonly bundleComponents?: ReadonlyArray<BundlesDraftOrderBundleLineItemComponentInput> | null | undefined;
  readonly components?: ReadonlyArray<DraftOrderLineItemComponentInput> | null | undefined;
  readonly customAttributes?: ReadonlyArray<AttributeInput> | null | undefined;
  readonly generatePriceOverride?: boolean | null | undefined;
  /** @deprecated `weight` should be used instead, allowing different units to be used. */
  readonly grams?: number | null | undefined;
  /** @deprecated `originalUnitPriceWithCurrency` should be used instead, where currency can be specified. */
  readonly originalUnitPrice?: string | null | undefined;
  readonly originalUnitPriceWithCurrency?: MoneyInput | null | undefined;
  readonly priceOverride?: MoneyInput | null | undefined;
  readonly quantity: number;
  readonly requiresShipping?: boolean | null | undefined;
  readonly sku?: string | null | undefined;
  readonly taxable?: boolean | null | undefined;
  readonly title?: string | null | undefined;
  readonly uuid?: string | null | undefined;
  readonly variantId?: string | number | null | undefined;
  readonly weight?: WeightInput | null | undefined;
};

export type ExchangeLineItemAppliedDiscountInput = {
  readonly description?: string | null | undefined;
  readonly value: ExchangeLineItemAppliedDiscountValueInput;
};

export type ExchangeLineItemAppliedDiscountValueInput =
  {   readonly amount: MoneyInput; readonly percentage?: never; }
  |  { readonly amount?: never;   readonly percentage: number; };

export type ExchangeLineItemInput = {
  readonly appliedDiscount?: ExchangeLineItemAppliedDiscountInput | null | undefined;
  readonly giftCardCodes?: ReadonlyArray<string> | null | undefined;
  readonly quantity: number;
  readonly variantId?: string | number | null | undefined;
};

export type FulfillmentEventInput = {
  readonly address1?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly estimatedDeliveryAt?: string | null | undefined;
  readonly fulfillmentId: string | number;
  readonly happenedAt?: string | null | undefined;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
  readonly message?: string | null | undefined;
  readonly province?: string | null | undefined;
  readonly status: string;
  readonly zip?: string | null | undefined;
};

export type FulfillmentOrderHoldInput = {
  readonly externalId?: string | null | undefined;
  readonly fulfillmentOrderLineItems?: ReadonlyArray<FulfillmentOrderLineItemInput> | null | undefined;
  readonly handle?: string | null | undefined;
  readonly notifyMerchant?: boolean | null | undefined;
  readonly reason: string;
  readonly reasonNotes?: string | null | undefined;
};

export type FulfillmentOrderLineItemInput = {
  readonly id: string | number;
  readonly quantity: number;
};

export type LocalizationExtensionInput = {
  readonly key: string;
  readonly value: string;
};

export type LocalizedFieldInput = {
  readonly key: string;
  readonly value: string;
};

export type MailingAddressInput = {
  readonly address1?: string | null | undefined;
  readonly address2?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly company?: string | null | undefined;
  /** @deprecated Use `countryCode` instead. */
  readonly country?: string | null | undefined;
  readonly countryCode?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  /** @deprecated Not needed for 90% of mutations, and provided separately where it is needed. */
  readonly id?: string | number | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** @deprecated Use `provinceCode` instead. */
  readonly province?: string | null | undefined;
  readonly provinceCode?: string | null | undefined;
  readonly zip?: string | null | undefined;
};

export type MetafieldAccessInput = {
  readonly admin?: string | null | undefined;
  readonly customerAccount?: string | null | undefined;
  readonly storefront?: string | null | undefined;
};

export type MetafieldCapabilityAdminFilterableInput = {
  readonly enabled: boolean;
};

export type MetafieldCapabilityAnalyticsQueryableInput = {
  readonly enabled: boolean;
};

export type MetafieldCapabilityCartToOrderCopyableInput = {
  readonly enabled: boolean;
};

export type MetafieldCapabilityCreateInput = {
  readonly adminFilterable?: MetafieldCapabilityAdminFilterableInput | null | undefined;
  readonly analyticsQueryable?: MetafieldCapabilityAnalyticsQueryableInput | null | undefined;
  readonly cartToOrderCopyable?: MetafieldCapabilityCartToOrderCopyableInput | null | undefined;
  readonly smartCollectionCondition?: MetafieldCapabilitySmartCollectionConditionInput | null | undefined;
  readonly uniqueValues?: MetafieldCapabilityUniqueValuesInput | null | undefined;
};

export type MetafieldCapabilitySmartCollectionConditionInput = {
  readonly enabled: boolean;
};

export type MetafieldCapabilityUniqueValuesInput = {
  readonly enabled: boolean;
};

export type MetafieldDefinitionConstraintsInput = {
  readonly key: string;
  readonly values: ReadonlyArray<string>;
};

export type MetafieldDefinitionInput = {
  readonly access?: MetafieldAccessInput | null | undefined;
  readonly capabilities?: MetafieldCapabilityCreateInput | null | undefined;
  readonly constraints?: MetafieldDefinitionConstraintsInput | null | undefined;
  readonly description?: string | null | undefined;
  readonly key: string;
  readonly name: string;
  readonly namespace?: string | null | undefined;
  readonly ownerType: string;
  readonly pin?: boolean | null | undefined;
  readonly type: string;
  /** @deprecated Use `smartCollectionCondition` instead. */
  readonly useAsCollectionCondition?: boolean | null | undefined;
  readonly validations?: ReadonlyArray<MetafieldDefinitionValidationInput> | null | undefined;
};

export type MetafieldDefinitionValidationInput = {
  readonly name: string;
  readonly value: string;
};

export type MetafieldIdentifierInput = {
  readonly key: string;
  readonly namespace: string;
  readonly ownerId: string | number;
};

export type MetafieldInput = {
  readonly id?: string | number | null | undefined;
  readonly key?: string | null | undefined;
  readonly namespace?: string | null | undefined;
  readonly type?: string | null | undefined;
  readonly value?: string | null | undefined;
};

export type MetafieldsSetInput = {
  readonly compareDigest?: string | null | undefined;
  readonly key: string;
  readonly namespace?: string | null | undefined;
  readonly ownerId: string | number;
  readonly type?: string | null | undefined;
  readonly value: string;
};

export type MoneyInput = {
  readonly amount: string;
  readonly currencyCode: string;
};

export type OrderCancelRefundMethodInput =
  {   readonly originalPaymentMethodsRefund: boolean; readonly storeCreditRefund?: never; }
  |  { readonly originalPaymentMethodsRefund?: never;   readonly storeCreditRefund: OrderCancelStoreCreditRefundInput; };

export type OrderCancelStoreCreditRefundInput = {
  readonly expiresAt?: string | null | undefined;
};

export type OrderInput = {
  readonly customAttributes?: ReadonlyArray<AttributeInput> | null | undefined;
  readonly email?: string | null | undefined;
  readonly id: string | number;
  /** @deprecated This field will be removed in a future version. Use `localizedFields` instead. */
  readonly localizationExtensions?: ReadonlyArray<LocalizationExtensionInput> | null | undefined;
  readonly localizedFields?: ReadonlyArray<LocalizedFieldInput> | null | undefined;
  readonly metafields?: ReadonlyArray<MetafieldInput> | null | undefined;
  readonly note?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly poNumber?: string | null | undefined;
  readonly shippingAddress?: MailingAddressInput | null | undefined;
  readonly tags?: ReadonlyArray<string> | null | undefined;
};

export type OrderTransactionInput = {
  readonly amount: string;
  readonly gateway: string;
  readonly kind: string;
  readonly orderId: string | number;
  readonly parentId?: string | number | null | undefined;
};

export type PaymentScheduleInput = {
  readonly dueAt?: string | null | undefined;
  readonly issuedAt?: string | null | undefined;
};

export type PaymentTermsInput = {
  readonly paymentSchedules?: ReadonlyArray<PaymentScheduleInput> | null | undefined;
  readonly paymentTermsTemplateId?: string | number | null | undefined;
};

export type ProductDiscountsWithTagsOnSameCartLineInput = {
  readonly add?: ReadonlyArray<string> | null | undefined;
  readonly remove?: ReadonlyArray<string> | null | undefined;
};

export type PurchasingCompanyInput = {
  readonly companyContactId: string | number;
  readonly companyId: string | number;
  readonly companyLocationId: string | number;
};

export type PurchasingEntityInput = {
  readonly customerId?: string | number | null | undefined;
  readonly purchasingCompany?: PurchasingCompanyInput | null | undefined;
};

export type RefundDutyInput = {
  readonly dutyId: string | number;
  readonly refundType?: string | null | undefined;
};

export type RefundInput = {
  readonly allowOverRefunding?: boolean | null | undefined;
  readonly currency?: string | null | undefined;
  readonly discrepancyReason?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly notify?: boolean | null | undefined;
  readonly orderId: string | number;
  readonly processedAt?: string | null | undefined;
  readonly refundDuties?: ReadonlyArray<RefundDutyInput> | null | undefined;
  readonly refundLineItems?: ReadonlyArray<RefundLineItemInput> | null | undefined;
  readonly refundMethods?: ReadonlyArray<RefundMethodInput> | null | undefined;
  readonly shipping?: ShippingRefundInput | null | undefined;
  readonly transactions?: ReadonlyArray<OrderTransactionInput> | null | undefined;
};

export type RefundLineItemInput = {
  readonly lineItemId: string | number;
  readonly locationId?: string | number | null | undefined;
  readonly quantity: number;
  readonly restockType?: string | null | undefined;
};

export type RefundMethodInput =
  {   readonly storeCreditRefund: StoreCreditRefundInput; };

export type RestockingFeeInput = {
  readonly percentage: number;
};

export type ReturnInput = {
  readonly exchangeLineItems?: ReadonlyArray<ExchangeLineItemInput> | null | undefined;
  /** @deprecated This field is no longer supported and any value provided to it is currently ignored. */
  readonly notifyCustomer?: boolean | null | undefined;
  readonly orderId: string | number;
  readonly requestedAt?: string | null | undefined;
  readonly returnLineItems: ReadonlyArray<ReturnLineItemInput>;
  readonly returnShippingFee?: ReturnShippingFeeInput | null | undefined;
  /** @deprecated This field is temporary to support the transition to Returns Processing APIs. */
  readonly unprocessed?: boolean | null | undefined;
};

export type ReturnLineItemInput = {
  readonly fulfillmentLineItemId: string | number;
  readonly quantity: number;
  readonly restockingFee?: RestockingFeeInput | null | undefined;
  /** @deprecated Use `returnReasonDefinitionId` instead. This field will be removed in the future. */
  readonly returnReason?: string | null | undefined;
  readonly returnReasonDefinitionId?: string | number | null | undefined;
  readonly returnReasonNote?: string | null | undefined;
};

export type ReturnShippingFeeInput = {
  readonly amount: MoneyInput;
};

export type ShippingLineInput = {
  /** @deprecated `priceWithCurrency` should be used instead, where currencies can be specified. */
  readonly price?: string | null | undefined;
  readonly priceWithCurrency?: MoneyInput | null | undefined;
  readonly shippingRateHandle?: string | null | undefined;
  readonly title?: string | null | undefined;
};

export type ShippingRefundInput = {
  readonly amount?: string | null | undefined;
  readonly fullRefund?: boolean | null | undefined;
};

export type StoreCreditAccountCreditInput = {
  readonly creditAmount: MoneyInput;
  readonly expiresAt?: string | null | undefined;
  readonly notify?: boolean | null | undefined;
};

export type StoreCreditRefundInput = {
  readonly amount: MoneyInput;
  readonly expiresAt?: string | null | undefined;
};

export type WeightInput = {
  readonly unit: string;
  readonly value: number;
};

export type ShopInfoQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopInfoQuery = { readonly shop: { readonly id: string, readonly name: string, readonly contactEmail: string, readonly currencyCode: string, readonly ianaTimezone: string, readonly url: string, readonly shopAddress: { readonly countryCodeV2: string | null } }, readonly currentAppInstallation: { readonly id: string, readonly accessScopes: ReadonlyArray<{ readonly handle: string }> } };

export type OrderByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderByIdQuery = { readonly order: { readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly cancelledAt: string | null, readonly currencyCode: string, readonly customerLocale: string | null, readonly checkoutToken: string | null, readonly email: string | null, readonly currentTotalPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: string } }, readonly customer: { readonly id: string, readonly firstName: string | null } | null, readonly shippingAddress: { readonly countryCodeV2: string | null, readonly provinceCode: string | null, readonly city: string | null, readonly zip: string | null, readonly firstName: string | null } | null, readonly shippingLine: { readonly title: string } | null, readonly customAttributes: ReadonlyArray<{ readonly key: string, readonly value: string | null }>, readonly fulfillmentOrders: { readonly nodes: ReadonlyArray<{ readonly status: string, readonly assignedLocation: { readonly location: { readonly id: string } | null } }> }, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly sku: string | null, readonly quantity: number, readonly unfulfilledQuantity: number, readonly requiresShipping: boolean }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly createdAt: string, readonly updatedAt: string, readonly location: { readonly id: string } | null, readonly trackingInfo: ReadonlyArray<{ readonly company: string | null, readonly number: string | null, readonly url: string | null }>, readonly fulfillmentLineItems: { readonly nodes: ReadonlyArray<{ readonly quantity: number | null, readonly lineItem: { readonly id: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly message: string | null, readonly happenedAt: string, readonly createdAt: string, readonly estimatedDeliveryAt: string | null, readonly province: string | null, readonly country: string | null, readonly city: string | null, readonly zip: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean } } }> } | null };

export type OrderByIdWithheldQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderByIdWithheldQuery = { readonly order: { readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly cancelledAt: string | null, readonly currencyCode: string, readonly customerLocale: string | null, readonly checkoutToken: string | null, readonly currentTotalPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: string } }, readonly customer: { readonly id: string } | null, readonly shippingAddress: { readonly countryCodeV2: string | null, readonly provinceCode: string | null, readonly city: string | null } | null, readonly shippingLine: { readonly title: string } | null, readonly customAttributes: ReadonlyArray<{ readonly key: string, readonly value: string | null }>, readonly fulfillmentOrders: { readonly nodes: ReadonlyArray<{ readonly status: string, readonly assignedLocation: { readonly location: { readonly id: string } | null } }> }, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly sku: string | null, readonly quantity: number, readonly unfulfilledQuantity: number, readonly requiresShipping: boolean }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly createdAt: string, readonly updatedAt: string, readonly location: { readonly id: string } | null, readonly trackingInfo: ReadonlyArray<{ readonly company: string | null, readonly number: string | null, readonly url: string | null }>, readonly fulfillmentLineItems: { readonly nodes: ReadonlyArray<{ readonly quantity: number | null, readonly lineItem: { readonly id: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly message: string | null, readonly happenedAt: string, readonly createdAt: string, readonly estimatedDeliveryAt: string | null, readonly province: string | null, readonly country: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean } } }> } | null };

export type ChangedOrdersQueryVariables = Exact<{
  query: string;
  after?: string | null | undefined;
}>;


export type ChangedOrdersQuery = { readonly orders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly cancelledAt: string | null, readonly currencyCode: string, readonly customerLocale: string | null, readonly checkoutToken: string | null, readonly email: string | null, readonly currentTotalPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: string } }, readonly customer: { readonly id: string, readonly firstName: string | null } | null, readonly shippingAddress: { readonly countryCodeV2: string | null, readonly provinceCode: string | null, readonly city: string | null, readonly zip: string | null, readonly firstName: string | null } | null, readonly shippingLine: { readonly title: string } | null, readonly customAttributes: ReadonlyArray<{ readonly key: string, readonly value: string | null }>, readonly fulfillmentOrders: { readonly nodes: ReadonlyArray<{ readonly status: string, readonly assignedLocation: { readonly location: { readonly id: string } | null } }> }, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly sku: string | null, readonly quantity: number, readonly unfulfilledQuantity: number, readonly requiresShipping: boolean }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly createdAt: string, readonly updatedAt: string, readonly location: { readonly id: string } | null, readonly trackingInfo: ReadonlyArray<{ readonly company: string | null, readonly number: string | null, readonly url: string | null }>, readonly fulfillmentLineItems: { readonly nodes: ReadonlyArray<{ readonly quantity: number | null, readonly lineItem: { readonly id: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly message: string | null, readonly happenedAt: string, readonly createdAt: string, readonly estimatedDeliveryAt: string | null, readonly province: string | null, readonly country: string | null, readonly city: string | null, readonly zip: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean } } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ChangedOrdersWithheldQueryVariables = Exact<{
  query: string;
  after?: string | null | undefined;
}>;


export type ChangedOrdersWithheldQuery = { readonly orders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly cancelledAt: string | null, readonly currencyCode: string, readonly customerLocale: string | null, readonly checkoutToken: string | null, readonly currentTotalPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: string } }, readonly customer: { readonly id: string } | null, readonly shippingAddress: { readonly countryCodeV2: string | null, readonly provinceCode: string | null, readonly city: string | null } | null, readonly shippingLine: { readonly title: string } | null, readonly customAttributes: ReadonlyArray<{ readonly key: string, readonly value: string | null }>, readonly fulfillmentOrders: { readonly nodes: ReadonlyArray<{ readonly status: string, readonly assignedLocation: { readonly location: { readonly id: string } | null } }> }, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly sku: string | null, readonly quantity: number, readonly unfulfilledQuantity: number, readonly requiresShipping: boolean }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly createdAt: string, readonly updatedAt: string, readonly location: { readonly id: string } | null, readonly trackingInfo: ReadonlyArray<{ readonly company: string | null, readonly number: string | null, readonly url: string | null }>, readonly fulfillmentLineItems: { readonly nodes: ReadonlyArray<{ readonly quantity: number | null, readonly lineItem: { readonly id: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly message: string | null, readonly happenedAt: string, readonly createdAt: string, readonly estimatedDeliveryAt: string | null, readonly province: string | null, readonly country: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean } } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ProtectedAccessQueryVariables = Exact<{ [key: string]: never; }>;


export type ProtectedAccessQuery = { readonly orders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly email: string | null, readonly customer: { readonly id: string, readonly firstName: string | null } | null, readonly shippingAddress: { readonly zip: string | null, readonly firstName: string | null } | null, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly city: string | null, readonly zip: string | null }> } }> }> } };

export type StartExportMutationVariables = Exact<{
  query: string;
}>;


export type StartExportMutation = { readonly bulkOperationRunQuery: { readonly bulkOperation: { readonly id: string, readonly status: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: string | null }> } | null };

export type ExportStateQueryVariables = Exact<{
  id: string | number;
}>;


export type ExportStateQuery = { readonly bulkOperation: { readonly id: string, readonly status: string, readonly errorCode: string | null, readonly objectCount: string, readonly rootObjectCount: string, readonly url: string | null } | null };

export type TriggerFlowMutationVariables = Exact<{
  handle: string;
  payload: unknown;
}>;


export type TriggerFlowMutation = { readonly flowTriggerReceive: { readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DefineTableMutationVariables = Exact<{
  definition: MetafieldDefinitionInput;
}>;


export type DefineTableMutation = { readonly metafieldDefinitionCreate: { readonly createdDefinition: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: string | null }> } | null };

export type PublishTableMutationVariables = Exact<{
  metafields: ReadonlyArray<MetafieldsSetInput> | MetafieldsSetInput;
}>;


export type PublishTableMutation = { readonly metafieldsSet: { readonly metafields: ReadonlyArray<{ readonly id: string }> | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: string | null }> } | null };

export type LocationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LocationsQuery = { readonly locations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isActive: boolean, readonly address: { readonly countryCode: string | null, readonly provinceCode: string | null, readonly zip: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type TableOwnersQueryVariables = Exact<{
  onShop: string;
  onInstallation: string;
  former: string;
}>;


export type TableOwnersQuery = { readonly shop: { readonly id: string, readonly metafield: { readonly id: string } | null }, readonly currentAppInstallation: { readonly id: string, readonly metafield: { readonly id: string } | null } };

export type RemoveMetafieldsMutationVariables = Exact<{
  metafields: ReadonlyArray<MetafieldIdentifierInput> | MetafieldIdentifierInput;
}>;


export type RemoveMetafieldsMutation = { readonly metafieldsDelete: { readonly deletedMetafields: ReadonlyArray<{ readonly key: string } | null> | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PublishEstimateMutationVariables = Exact<{
  event: FulfillmentEventInput;
}>;


export type PublishEstimateMutation = { readonly fulfillmentEventCreate: { readonly fulfillmentEvent: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ActOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type ActOrderQuery = { readonly order: { readonly id: string, readonly name: string, readonly currencyCode: string, readonly cancelledAt: string | null, readonly tags: ReadonlyArray<string>, readonly note: string | null, readonly email: string | null, readonly customer: { readonly id: string, readonly firstName: string | null } | null, readonly shippingAddress: { readonly firstName: string | null, readonly lastName: string | null, readonly company: string | null, readonly address1: string | null, readonly address2: string | null, readonly zip: string | null, readonly phone: string | null, readonly city: string | null, readonly provinceCode: string | null, readonly countryCodeV2: string | null } | null, readonly shippingLine: { readonly title: string } | null, readonly totalOutstandingSet: { readonly shopMoney: { readonly amount: string } }, readonly totalReceivedSet: { readonly shopMoney: { readonly amount: string } }, readonly totalRefundedSet: { readonly shopMoney: { readonly amount: string } }, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: string }>, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly currentQuantity: number, readonly refundableQuantity: number, readonly unfulfilledQuantity: number, readonly requiresShipping: boolean, readonly discountedUnitPriceAfterAllDiscountsSet: { readonly shopMoney: { readonly amount: string } } }> }, readonly fulfillmentOrders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly fulfillmentHolds: ReadonlyArray<{ readonly id: string, readonly handle: string | null, readonly reason: string, readonly heldByRequestingApp: boolean }> }> } } | null };

export type ActOrderWithheldQueryVariables = Exact<{
  id: string | number;
}>;


export type ActOrderWithheldQuery = { readonly order: { readonly id: string, readonly name: string, readonly currencyCode: string, readonly cancelledAt: string | null, readonly tags: ReadonlyArray<string>, readonly note: string | null, readonly customer: { readonly id: string } | null, readonly shippingAddress: { readonly city: string | null, readonly provinceCode: string | null, readonly countryCodeV2: string | null } | null, readonly shippingLine: { readonly title: string } | null, readonly totalOutstandingSet: { readonly shopMoney: { readonly amount: string } }, readonly totalReceivedSet: { readonly shopMoney: { readonly amount: string } }, readonly totalRefundedSet: { readonly shopMoney: { readonly amount: string } }, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: string }>, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly currentQuantity: number, readonly refundableQuantity: number, readonly unfulfilledQuantity: number, readonly requiresShipping: boolean, readonly discountedUnitPriceAfterAllDiscountsSet: { readonly shopMoney: { readonly amount: string } } }> }, readonly fulfillmentOrders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly fulfillmentHolds: ReadonlyArray<{ readonly id: string, readonly handle: string | null, readonly reason: string, readonly heldByRequestingApp: boolean }> }> } } | null };

export type ActStockQueryVariables = Exact<{
  id: string | number;
}>;


export type ActStockQuery = { readonly order: { readonly id: string, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly variant: { readonly id: string, readonly inventoryPolicy: string, readonly inventoryQuantity: number | null, readonly sellableOnlineQuantity: number, readonly inventoryItem: { readonly id: string, readonly tracked: boolean } } | null }> } } | null };

export type ActReturnableQueryVariables = Exact<{
  id: string | number;
}>;


export type ActReturnableQuery = { readonly returnableFulfillments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly fulfillment: { readonly id: string }, readonly returnableFulfillmentLineItems: { readonly nodes: ReadonlyArray<{ readonly quantity: number, readonly fulfillmentLineItem: { readonly id: string, readonly lineItem: { readonly id: string } } }> } }> } };

export type SuggestRefundQueryVariables = Exact<{
  id: string | number;
  lines?: ReadonlyArray<RefundLineItemInput> | RefundLineItemInput | null | undefined;
  shipping?: boolean | null | undefined;
  full?: boolean | null | undefined;
}>;


export type SuggestRefundQuery = { readonly order: { readonly id: string, readonly suggestedRefund: { readonly amountSet: { readonly shopMoney: { readonly amount: string } }, readonly maximumRefundableSet: { readonly shopMoney: { readonly amount: string } }, readonly suggestedTransactions: ReadonlyArray<{ readonly gateway: string | null, readonly formattedGateway: string | null, readonly amountSet: { readonly shopMoney: { readonly amount: string }, readonly presentmentMoney: { readonly amount: string, readonly currencyCode: string } }, readonly parentTransaction: { readonly id: string } | null }> } | null } | null };

export type ActRefundsQueryVariables = Exact<{
  id: string | number;
}>;


export type ActRefundsQuery = { readonly order: { readonly id: string, readonly refunds: ReadonlyArray<{ readonly id: string, readonly note: string | null, readonly totalRefundedSet: { readonly shopMoney: { readonly amount: string } } }> } | null };

export type ActReturnsQueryVariables = Exact<{
  id: string | number;
}>;


export type ActReturnsQuery = { readonly order: { readonly id: string, readonly returns: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly returnLineItems: { readonly nodes: ReadonlyArray<
            | { readonly id: string, readonly returnReasonNote: string }
            | { readonly id: string, readonly returnReasonNote: string }
          > } }> } } | null };

export type ActDraftsQueryVariables = Exact<{
  query: string;
}>;


export type ActDraftsQuery = { readonly draftOrders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly tags: ReadonlyArray<string>, readonly order: { readonly id: string, readonly name: string } | null }> } };

export type ActDraftQueryVariables = Exact<{
  id: string | number;
}>;


export type ActDraftQuery = { readonly draftOrder: { readonly id: string, readonly name: string, readonly order: { readonly id: string, readonly name: string } | null } | null };

export type ActCreditsQueryVariables = Exact<{
  id: string | number;
}>;


export type ActCreditsQuery = { readonly customer: { readonly id: string, readonly storeCreditAccounts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly transactions: { readonly nodes: ReadonlyArray<
            | { readonly id: string, readonly createdAt: string, readonly event: string, readonly amount: { readonly amount: string, readonly currencyCode: string } }
            | Record<PropertyKey, never>
          > } }> } } | null };

export type ActCodeQueryVariables = Exact<{
  code: string;
}>;


export type ActCodeQuery = { readonly codeDiscountNodeByCode: { readonly id: string, readonly codeDiscount:
      | { readonly title: string, readonly asyncUsageCount: number }
      | Record<PropertyKey, never>
     } | null };

export type ReturnReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReturnReasonsQuery = { readonly returnReasonDefinitions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly deleted: boolean }> } };

export type UpdateOrderMutationVariables = Exact<{
  input: OrderInput;
}>;


export type UpdateOrderMutation = { readonly orderUpdate: { readonly order: { readonly id: string, readonly totalOutstandingSet: { readonly shopMoney: { readonly amount: string } } } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type HoldFulfillmentMutationVariables = Exact<{
  id: string | number;
  hold: FulfillmentOrderHoldInput;
}>;


export type HoldFulfillmentMutation = { readonly fulfillmentOrderHold: { readonly fulfillmentHold: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: string | null }> } | null };

export type ReleaseFulfillmentMutationVariables = Exact<{
  id: string | number;
  holds: ReadonlyArray<string | number> | string | number;
}>;


export type ReleaseFulfillmentMutation = { readonly fulfillmentOrderReleaseHold: { readonly fulfillmentOrder: { readonly id: string, readonly status: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CreateDraftMutationVariables = Exact<{
  input: DraftOrderInput;
}>;


export type CreateDraftMutation = { readonly draftOrderCreate: { readonly draftOrder: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CompleteDraftMutationVariables = Exact<{
  id: string | number;
}>;


export type CompleteDraftMutation = { readonly draftOrderComplete: { readonly draftOrder: { readonly id: string, readonly name: string, readonly order: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RefundMutationVariables = Exact<{
  input: RefundInput;
  key: string;
}>;


export type RefundMutation = { readonly refundCreate: { readonly refund: { readonly id: string, readonly totalRefundedSet: { readonly shopMoney: { readonly amount: string } } } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type GiveCreditMutationVariables = Exact<{
  id: string | number;
  input: StoreCreditAccountCreditInput;
}>;


export type GiveCreditMutation = { readonly storeCreditAccountCredit: { readonly storeCreditAccountTransaction: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: string | null }> } | null };

export type CreateCodeMutationVariables = Exact<{
  discount: DiscountCodeBasicInput;
}>;


export type CreateCodeMutation = { readonly discountCodeBasicCreate: { readonly codeDiscountNode: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: string | null }> } | null };

export type DeactivateCodeMutationVariables = Exact<{
  id: string | number;
}>;


export type DeactivateCodeMutation = { readonly discountCodeDeactivate: { readonly codeDiscountNode: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OpenReturnMutationVariables = Exact<{
  input: ReturnInput;
}>;


export type OpenReturnMutation = { readonly returnCreate: { readonly return: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: string | null }> } | null };

export type CancelOrderMutationVariables = Exact<{
  id: string | number;
  reason: string;
  method: OrderCancelRefundMethodInput;
  restock: boolean;
  notify: boolean;
  note?: string | null | undefined;
}>;


export type CancelOrderMutation = { readonly orderCancel: { readonly job: { readonly id: string, readonly done: boolean } | null, readonly orderCancelUserErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: string | null }> } | null };

export type AddTagsMutationVariables = Exact<{
  id: string | number;
  tags: ReadonlyArray<string> | string;
}>;


export type AddTagsMutation = { readonly tagsAdd: { readonly node:
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
     | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RemoveTagsMutationVariables = Exact<{
  id: string | number;
  tags: ReadonlyArray<string> | string;
}>;


export type RemoveTagsMutation = { readonly tagsRemove: { readonly node:
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
     | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, unknown> | undefined;

  constructor(value: string, __meta__?: Record<string, unknown> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ShopInfoDocument = new TypedDocumentString(`
    query ShopInfo {
  shop {
    id
    name
    contactEmail
    currencyCode
    ianaTimezone
    url
    shopAddress {
      countryCodeV2
    }
  }
  currentAppInstallation {
    id
    accessScopes {
      handle
    }
  }
}
    `) as unknown as TypedDocumentString<ShopInfoQuery, ShopInfoQueryVariables>;
export const OrderByIdDocument = new TypedDocumentString(`
    query OrderById($id: ID!) {
  order(id: $id) {
    id
    name
    createdAt
    updatedAt
    cancelledAt
    currencyCode
    customerLocale
    checkoutToken
    currentTotalPriceSet {
      shopMoney {
        amount
        currencyCode
      }
    }
    email
    customer {
      id
      firstName
    }
    shippingAddress {
      countryCodeV2
      provinceCode
      city
      zip
      firstName
    }
    shippingLine {
      title
    }
    customAttributes {
      key
      value
    }
    fulfillmentOrders(first: 5) {
      nodes {
        status
        assignedLocation {
          location {
            id
          }
        }
      }
    }
    lineItems(first: 250) {
      nodes {
        id
        title
        sku
        quantity
        unfulfilledQuantity
        requiresShipping
      }
      pageInfo {
        hasNextPage
      }
    }
    fulfillments(first: 100) {
      id
      status
      createdAt
      updatedAt
      location {
        id
      }
      trackingInfo(first: 50) {
        company
        number
        url
      }
      fulfillmentLineItems(first: 250) {
        nodes {
          quantity
          lineItem {
            id
          }
        }
        pageInfo {
          hasNextPage
        }
      }
      events(first: 250) {
        nodes {
          id
          status
          message
          happenedAt
          createdAt
          estimatedDeliveryAt
          province
          country
          city
          zip
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrderByIdQuery, OrderByIdQueryVariables>;
export const OrderByIdWithheldDocument = new TypedDocumentString(`
    query OrderByIdWithheld($id: ID!) {
  order(id: $id) {
    id
    name
    createdAt
    updatedAt
    cancelledAt
    currencyCode
    customerLocale
    checkoutToken
    currentTotalPriceSet {
      shopMoney {
        amount
        currencyCode
      }
    }
    customer {
      id
    }
    shippingAddress {
      countryCodeV2
      provinceCode
      city
    }
    shippingLine {
      title
    }
    customAttributes {
      key
      value
    }
    fulfillmentOrders(first: 5) {
      nodes {
        status
        assignedLocation {
          location {
            id
          }
        }
      }
    }
    lineItems(first: 250) {
      nodes {
        id
        title
        sku
        quantity
        unfulfilledQuantity
        requiresShipping
      }
      pageInfo {
        hasNextPage
      }
    }
    fulfillments(first: 100) {
      id
      status
      createdAt
      updatedAt
      location {
        id
      }
      trackingInfo(first: 50) {
        company
        number
        url
      }
      fulfillmentLineItems(first: 250) {
        nodes {
          quantity
          lineItem {
            id
          }
        }
        pageInfo {
          hasNextPage
        }
      }
      events(first: 250) {
        nodes {
          id
          status
          message
          happenedAt
          createdAt
          estimatedDeliveryAt
          province
          country
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrderByIdWithheldQuery, OrderByIdWithheldQueryVariables>;
export const ChangedOrdersDocument = new TypedDocumentString(`
    query ChangedOrders($query: String!, $after: String) {
  orders(first: 25, after: $after, query: $query, sortKey: UPDATED_AT) {
    nodes {
      id
      name
      createdAt
      updatedAt
      cancelledAt
      currencyCode
      customerLocale
      checkoutToken
      currentTotalPriceSet {
        shopMoney {
          amount
          currencyCode
        }
      }
      email
      customer {
        id
        firstName
      }
      shippingAddress {
        countryCodeV2
        provinceCode
        city
        zip
        firstName
      }
      shippingLine {
        title
      }
      customAttributes {
        key
        value
      }
      fulfillmentOrders(first: 5) {
        nodes {
          status
          assignedLocation {
            location {
              id
            }
          }
        }
      }
      lineItems(first: 250) {
        nodes {
          id
          title
          sku
          quantity
          unfulfilledQuantity
          requiresShipping
        }
        pageInfo {
          hasNextPage
        }
      }
      fulfillments(first: 100) {
        id
        status
        createdAt
        updatedAt
        location {
          id
        }
        trackingInfo(first: 50) {
          company
          number
          url
        }
        fulfillmentLineItems(first: 250) {
          nodes {
            quantity
            lineItem {
              id
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        events(first: 250) {
          nodes {
            id
            status
            message
            happenedAt
            createdAt
            estimatedDeliveryAt
            province
            country
            city
            zip
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ChangedOrdersQuery, ChangedOrdersQueryVariables>;
export const ChangedOrdersWithheldDocument = new TypedDocumentString(`
    query ChangedOrdersWithheld($query: String!, $after: String) {
  orders(first: 25, after: $after, query: $query, sortKey: UPDATED_AT) {
    nodes {
      id
      name
      createdAt
      updatedAt
      cancelledAt
      currencyCode
      customerLocale
      checkoutToken
      currentTotalPriceSet {
        shopMoney {
          amount
          currencyCode
        }
      }
      customer {
        id
      }
      shippingAddress {
        countryCodeV2
        provinceCode
        city
      }
      shippingLine {
        title
      }
      customAttributes {
        key
        value
      }
      fulfillmentOrders(first: 5) {
        nodes {
          status
          assignedLocation {
            location {
              id
            }
          }
        }
      }
      lineItems(first: 250) {
        nodes {
          id
          title
          sku
          quantity
          unfulfilledQuantity
          requiresShipping
        }
        pageInfo {
          hasNextPage
        }
      }
      fulfillments(first: 100) {
        id
        status
        createdAt
        updatedAt
        location {
          id
        }
        trackingInfo(first: 50) {
          company
          number
          url
        }
        fulfillmentLineItems(first: 250) {
          nodes {
            quantity
            lineItem {
              id
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        events(first: 250) {
          nodes {
            id
            status
            message
            happenedAt
            createdAt
            estimatedDeliveryAt
            province
            country
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ChangedOrdersWithheldQuery, ChangedOrdersWithheldQueryVariables>;
export const ProtectedAccessDocument = new TypedDocumentString(`
    query ProtectedAccess {
  orders(first: 1) {
    nodes {
      id
      email
      customer {
        id
        firstName
      }
      shippingAddress {
        zip
        firstName
      }
      fulfillments(first: 1) {
        id
        events(first: 1) {
          nodes {
            id
            city
            zip
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProtectedAccessQuery, ProtectedAccessQueryVariables>;
export const StartExportDocument = new TypedDocumentString(`
    mutation StartExport($query: String!) {
  bulkOperationRunQuery(query: $query, groupObjects: false) {
    bulkOperation {
      id
      status
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<StartExportMutation, StartExportMutationVariables>;
export const ExportStateDocument = new TypedDocumentString(`
    query ExportState($id: ID!) {
  bulkOperation(id: $id) {
    id
    status
    errorCode
    objectCount
    rootObjectCount
    url
  }
}
    `) as unknown as TypedDocumentString<ExportStateQuery, ExportStateQueryVariables>;
export const TriggerFlowDocument = new TypedDocumentString(`
    mutation TriggerFlow($handle: String!, $payload: JSON!) {
  flowTriggerReceive(handle: $handle, payload: $payload) {
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TriggerFlowMutation, TriggerFlowMutationVariables>;
export const DefineTableDocument = new TypedDocumentString(`
    mutation DefineTable($definition: MetafieldDefinitionInput!) {
  metafieldDefinitionCreate(definition: $definition) {
    createdDefinition {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DefineTableMutation, DefineTableMutationVariables>;
export const PublishTableDocument = new TypedDocumentString(`
    mutation PublishTable($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PublishTableMutation, PublishTableMutationVariables>;
export const LocationsDocument = new TypedDocumentString(`
    query Locations($after: String) {
  locations(first: 250, after: $after, includeInactive: true, includeLegacy: true) {
    nodes {
      id
      name
      isActive
      address {
        countryCode
        provinceCode
        zip
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<LocationsQuery, LocationsQueryVariables>;
export const TableOwnersDocument = new TypedDocumentString(`
    query TableOwners($onShop: String!, $onInstallation: String!, $former: String!) {
  shop {
    id
    metafield(namespace: $onShop, key: $former) {
      id
    }
  }
  currentAppInstallation {
    id
    metafield(namespace: $onInstallation, key: $former) {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TableOwnersQuery, TableOwnersQueryVariables>;
export const RemoveMetafieldsDocument = new TypedDocumentString(`
    mutation RemoveMetafields($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) {
    deletedMetafields {
      key
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveMetafieldsMutation, RemoveMetafieldsMutationVariables>;
export const PublishEstimateDocument = new TypedDocumentString(`
    mutation PublishEstimate($event: FulfillmentEventInput!) {
  fulfillmentEventCreate(fulfillmentEvent: $event) {
    fulfillmentEvent {
      id
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PublishEstimateMutation, PublishEstimateMutationVariables>;
export const ActOrderDocument = new TypedDocumentString(`
    query ActOrder($id: ID!) {
  order(id: $id) {
    id
    name
    currencyCode
    cancelledAt
    tags
    note
    email
    customer {
      id
      firstName
    }
    shippingAddress {
      firstName
      lastName
      company
      address1
      address2
      zip
      phone
      city
      provinceCode
      countryCodeV2
    }
    shippingLine {
      title
    }
    totalOutstandingSet {
      shopMoney {
        amount
      }
    }
    totalReceivedSet {
      shopMoney {
        amount
      }
    }
    totalRefundedSet {
      shopMoney {
        amount
      }
    }
    fulfillments(first: 10) {
      id
      status
    }
    lineItems(first: 100) {
      nodes {
        id
        title
        currentQuantity
        refundableQuantity
        unfulfilledQuantity
        requiresShipping
        discountedUnitPriceAfterAllDiscountsSet {
          shopMoney {
            amount
          }
        }
      }
    }
    fulfillmentOrders(first: 20) {
      nodes {
        id
        status
        fulfillmentHolds {
          id
          handle
          reason
          heldByRequestingApp
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActOrderQuery, ActOrderQueryVariables>;
export const ActOrderWithheldDocument = new TypedDocumentString(`
    query ActOrderWithheld($id: ID!) {
  order(id: $id) {
    id
    name
    currencyCode
    cancelledAt
    tags
    note
    customer {
      id
    }
    shippingAddress {
      city
      provinceCode
      countryCodeV2
    }
    shippingLine {
      title
    }
    totalOutstandingSet {
      shopMoney {
        amount
      }
    }
    totalReceivedSet {
      shopMoney {
        amount
      }
    }
    totalRefundedSet {
      shopMoney {
        amount
      }
    }
    fulfillments(first: 10) {
      id
      status
    }
    lineItems(first: 100) {
      nodes {
        id
        title
        currentQuantity
        refundableQuantity
        unfulfilledQuantity
        requiresShipping
        discountedUnitPriceAfterAllDiscountsSet {
          shopMoney {
            amount
          }
        }
      }
    }
    fulfillmentOrders(first: 20) {
      nodes {
        id
        status
        fulfillmentHolds {
          id
          handle
          reason
          heldByRequestingApp
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActOrderWithheldQuery, ActOrderWithheldQueryVariables>;
export const ActStockDocument = new TypedDocumentString(`
    query ActStock($id: ID!) {
  order(id: $id) {
    id
    lineItems(first: 100) {
      nodes {
        id
        variant {
          id
          inventoryPolicy
          inventoryQuantity
          sellableOnlineQuantity
          inventoryItem {
            id
            tracked
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActStockQuery, ActStockQueryVariables>;
export const ActReturnableDocument = new TypedDocumentString(`
    query ActReturnable($id: ID!) {
  returnableFulfillments(orderId: $id, first: 20) {
    nodes {
      id
      fulfillment {
        id
      }
      returnableFulfillmentLineItems(first: 50) {
        nodes {
          quantity
          fulfillmentLineItem {
            id
            lineItem {
              id
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActReturnableQuery, ActReturnableQueryVariables>;
export const SuggestRefundDocument = new TypedDocumentString(`
    query SuggestRefund($id: ID!, $lines: [RefundLineItemInput!], $shipping: Boolean, $full: Boolean) {
  order(id: $id) {
    id
    suggestedRefund(
      refundLineItems: $lines
      refundShipping: $shipping
      suggestFullRefund: $full
    ) {
      amountSet {
        shopMoney {
          amount
        }
      }
      maximumRefundableSet {
        shopMoney {
          amount
        }
      }
      suggestedTransactions {
        gateway
        formattedGateway
        amountSet {
          shopMoney {
            amount
          }
          presentmentMoney {
            amount
            currencyCode
          }
        }
        parentTransaction {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestRefundQuery, SuggestRefundQueryVariables>;
export const ActRefundsDocument = new TypedDocumentString(`
    query ActRefunds($id: ID!) {
  order(id: $id) {
    id
    refunds(first: 100) {
      id
      note
      totalRefundedSet {
        shopMoney {
          amount
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActRefundsQuery, ActRefundsQueryVariables>;
export const ActReturnsDocument = new TypedDocumentString(`
    query ActReturns($id: ID!) {
  order(id: $id) {
    id
    returns(first: 25, reverse: true) {
      nodes {
        id
        name
        returnLineItems(first: 10) {
          nodes {
            id
            returnReasonNote
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActReturnsQuery, ActReturnsQueryVariables>;
export const ActDraftsDocument = new TypedDocumentString(`
    query ActDrafts($query: String!) {
  draftOrders(first: 5, query: $query, sortKey: ID) {
    nodes {
      id
      name
      tags
      order {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActDraftsQuery, ActDraftsQueryVariables>;
export const ActDraftDocument = new TypedDocumentString(`
    query ActDraft($id: ID!) {
  draftOrder(id: $id) {
    id
    name
    order {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ActDraftQuery, ActDraftQueryVariables>;
export const ActCreditsDocument = new TypedDocumentString(`
    query ActCredits($id: ID!) {
  customer(id: $id) {
    id
    storeCreditAccounts(first: 10) {
      nodes {
        id
        transactions(first: 50, sortKey: CREATED_AT, reverse: true) {
          nodes {
            ... on StoreCreditAccountCreditTransaction {
              id
              createdAt
              event
              amount {
                amount
                currencyCode
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActCreditsQuery, ActCreditsQueryVariables>;
export const ActCodeDocument = new TypedDocumentString(`
    query ActCode($code: String!) {
  codeDiscountNodeByCode(code: $code) {
    id
    codeDiscount {
      ... on DiscountCodeBasic {
        title
        asyncUsageCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActCodeQuery, ActCodeQueryVariables>;
export const ReturnReasonsDocument = new TypedDocumentString(`
    query ReturnReasons {
  returnReasonDefinitions(first: 100) {
    nodes {
      id
      handle
      deleted
    }
  }
}
    `) as unknown as TypedDocumentString<ReturnReasonsQuery, ReturnReasonsQueryVariables>;
export const UpdateOrderDocument = new TypedDocumentString(`
    mutation UpdateOrder($input: OrderInput!) {
  orderUpdate(input: $input) {
    order {
      id
      totalOutstandingSet {
        shopMoney {
          amount
        }
      }
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateOrderMutation, UpdateOrderMutationVariables>;
export const HoldFulfillmentDocument = new TypedDocumentString(`
    mutation HoldFulfillment($id: ID!, $hold: FulfillmentOrderHoldInput!) {
  fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
    fulfillmentHold {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<HoldFulfillmentMutation, HoldFulfillmentMutationVariables>;
export const ReleaseFulfillmentDocument = new TypedDocumentString(`
    mutation ReleaseFulfillment($id: ID!, $holds: [ID!]!) {
  fulfillmentOrderReleaseHold(id: $id, holdIds: $holds) {
    fulfillmentOrder {
      id
      status
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseFulfillmentMutation, ReleaseFulfillmentMutationVariables>;
export const CreateDraftDocument = new TypedDocumentString(`
    mutation CreateDraft($input: DraftOrderInput!) {
  draftOrderCreate(input: $input) {
    draftOrder {
      id
      name
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateDraftMutation, CreateDraftMutationVariables>;
export const CompleteDraftDocument = new TypedDocumentString(`
    mutation CompleteDraft($id: ID!) {
  draftOrderComplete(id: $id) {
    draftOrder {
      id
      name
      order {
        id
        name
      }
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CompleteDraftMutation, CompleteDraftMutationVariables>;
export const RefundDocument = new TypedDocumentString(`
    mutation Refund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund {
      id
      totalRefundedSet {
        shopMoney {
          amount
        }
      }
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RefundMutation, RefundMutationVariables>;
export const GiveCreditDocument = new TypedDocumentString(`
    mutation GiveCredit($id: ID!, $input: StoreCreditAccountCreditInput!) {
  storeCreditAccountCredit(id: $id, creditInput: $input) {
    storeCreditAccountTransaction {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<GiveCreditMutation, GiveCreditMutationVariables>;
export const CreateCodeDocument = new TypedDocumentString(`
    mutation CreateCode($discount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $discount) {
    codeDiscountNode {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCodeMutation, CreateCodeMutationVariables>;
export const DeactivateCodeDocument = new TypedDocumentString(`
    mutation DeactivateCode($id: ID!) {
  discountCodeDeactivate(id: $id) {
    codeDiscountNode {
      id
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeactivateCodeMutation, DeactivateCodeMutationVariables>;
export const OpenReturnDocument = new TypedDocumentString(`
    mutation OpenReturn($input: ReturnInput!) {
  returnCreate(returnInput: $input) {
    return {
      id
      name
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<OpenReturnMutation, OpenReturnMutationVariables>;
export const CancelOrderDocument = new TypedDocumentString(`
    mutation CancelOrder($id: ID!, $reason: OrderCancelReason!, $method: OrderCancelRefundMethodInput!, $restock: Boolean!, $notify: Boolean!, $note: String) {
  orderCancel(
    orderId: $id
    reason: $reason
    refundMethod: $method
    restock: $restock
    notifyCustomer: $notify
    staffNote: $note
  ) {
    job {
      id
      done
    }
    orderCancelUserErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CancelOrderMutation, CancelOrderMutationVariables>;
export const AddTagsDocument = new TypedDocumentString(`
    mutation AddTags($id: ID!, $tags: [String!]!) {
  tagsAdd(id: $id, tags: $tags) {
    node {
      id
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddTagsMutation, AddTagsMutationVariables>;
export const RemoveTagsDocument = new TypedDocumentString(`
    mutation RemoveTags($id: ID!, $tags: [String!]!) {
  tagsRemove(id: $id, tags: $tags) {
    node {
      id
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveTagsMutation, RemoveTagsMutationVariables>;
