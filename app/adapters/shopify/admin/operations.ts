import {
  ChangedOrdersDocument, ChangedOrdersWithheldDocument, DefineTableDocument, ExportStateDocument, LocationsDocument, OrderByIdDocument, OrderByIdWithheldDocument, ProtectedAccessDocument,
  PublishEstimateDocument, PublishTableDocument, RemoveMetafieldsDocument, ShopInfoDocument, StartExportDocument, TableOwnersDocument, TriggerFlowDocument
} from "./operations.generated.ts";
import { ACT_OPERATIONS } from "./act-operations.ts";
import { mutation, query } from "./operation.ts";

export const SHOP_INFO = query(ShopInfoDocument, 3);
export const ORDER_BY_ID = query(OrderByIdDocument, 68);
export const ORDER_BY_ID_WITHHELD = query(OrderByIdWithheldDocument, 68);
export const CHANGED_ORDERS = query(ChangedOrdersDocument, 410);
export const CHANGED_ORDERS_WITHHELD = query(ChangedOrdersWithheldDocument, 410);
export const PROTECTED_ACCESS = query(ProtectedAccessDocument, 8);
export const EXPORT_STATE = query(ExportStateDocument, 1);
export const LOCATIONS = query(LocationsDocument, 13);
export const TABLE_OWNERS = query(TableOwnersDocument, 4);

/** Not repeatable: each starts another export, of which a shop has five. */
export const START_EXPORT = mutation(StartExportDocument, false);
/** Not repeatable: each runs the merchant's workflows once more. */
export const TRIGGER_FLOW = mutation(TriggerFlowDocument, false);
/** Repeatable: a definition that exists is answered with TAKEN. */
export const DEFINE_TABLE = mutation(DefineTableDocument, true);
/** Repeatable: the same value under the same key. */
export const PUBLISH_TABLE = mutation(PublishTableDocument, true);

/** Repeatable: what is gone is gone. */
export const REMOVE_METAFIELDS = mutation(RemoveMetafieldsDocument, true);
/** Not repeatable: each adds an event to the parcel's history at Shopify. */
export const PUBLISH_ESTIMATE = mutation(PublishEstimateDocument, false);

export const OPERATIONS = {
  SHOP_INFO, ORDER_BY_ID, ORDER_BY_ID_WITHHELD, CHANGED_ORDERS, CHANGED_ORDERS_WITHHELD, PROTECTED_ACCESS, EXPORT_STATE, START_EXPORT, TRIGGER_FLOW, DEFINE_TABLE, PUBLISH_TABLE,
  LOCATIONS, TABLE_OWNERS, REMOVE_METAFIELDS, PUBLISH_ESTIMATE, ...ACT_OPERATIONS,
} as const;
