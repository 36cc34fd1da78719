// Written by `npm run codegen` from documents.ts and Admin API 2026-10. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type MetafieldsSetInput = {
  readonly compareDigest?: string | null | undefined;
  readonly key: string;
  readonly namespace?: string | null | undefined;
  readonly ownerId: string | number;
  readonly type?: string | null | undefined;
  readonly value: string;
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
