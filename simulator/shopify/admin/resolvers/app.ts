import { gid } from "../../../world/ids.ts";
import { topicEnum } from "../../webhooks.ts";
import type { ApiSubscription } from "../../webhooks.ts";
import type { BulkOperation as BulkOperationRecord } from "../bulk/operation.ts";
import type { AdminState, Fields } from "../state.ts";
import { APP_ID, INSTALLATION_ID } from "../app-ids.ts";
import { metafieldFields } from "./metafield.ts";

const installationMetafields = metafieldFields("AppInstallation");

function scopeList(handles: readonly string[]): { handle: string; description: string }[] {
  return handles.map((handle) => ({ handle, description: handle.replaceAll("_", " ") }));
}

/** The app's installation; its record is the whole state. */
export const AppInstallation: Fields<AdminState> = {
  id: () => gid("AppInstallation", INSTALLATION_ID),
  accessScopes: (state) => scopeList(state.scopes()),
  activeSubscriptions: () => [],
  app: (state) => state,
  launchUrl: (state) => `https://admin.shopify.com/store/${state.kernel.shop.myshopify_domain.split(".")[0]}/apps/${state.config().name.toLowerCase()}`,
  uninstallUrl: () => null,
  metafield: (_state, args, context, info) => installationMetafields["metafield"]?.({ id: INSTALLATION_ID }, args, context, info),
  metafields: (_state, args, context, info) => installationMetafields["metafields"]?.({ id: INSTALLATION_ID }, args, context, info),
};

export const App: Fields<AdminState> = {
  id: () => gid("App", APP_ID),
  apiKey: (state) => state.clientId,
  title: (state) => state.config().name,
  handle: (state) => state.config().name.toLowerCase(),
  embedded: () => true,
  published: () => true,
  shopifyDeveloped: () => false,
  webhookApiVersion: (state) => state.config().apiVersion,
  requestedAccessScopes: (state) => scopeList(state.config().scopes),
  optionalAccessScopes: () => [],
  installation: (state) => state,
};

export const WebhookSubscription: Fields<ApiSubscription> = {
  id: (subscription) => gid("WebhookSubscription", subscription.id),
  legacyResourceId: (subscription) => subscription.id,
  topic: (subscription) => topicEnum(subscription.topic),
  uri: (subscription) => subscription.uri,
  callbackUrl: (subscription) => subscription.uri,
  format: (subscription) => subscription.format,
  filter: (subscription) => subscription.filter,
  includeFields: (subscription) => subscription.includeFields,
  metafieldNamespaces: () => [],
  metafields: () => [],
  name: (subscription) => subscription.name,
  createdAt: (subscription) => subscription.created_at,
  updatedAt: (subscription) => subscription.updated_at,
  apiVersion: (_subscription, _args, { state }) => ({ handle: state.config().apiVersion, displayName: state.config().apiVersion, supported: true }),
};

export const BulkOperation: Fields<BulkOperationRecord> = {
  id: (operation) => gid("BulkOperation", operation.id),
  type: () => "QUERY",
  status: (operation) => operation.status,
  query: (operation) => operation.query,
  createdAt: (operation) => operation.created_at,
  completedAt: (operation) => operation.completed_at,
  errorCode: (operation) => operation.error_code,
  objectCount: (operation) => String(operation.objectCount),
  rootObjectCount: (operation) => String(operation.rootObjectCount),
  fileSize: (operation) => (operation.fileSize === null ? null : String(operation.fileSize)),
  url: (operation) => operation.url,
  partialDataUrl: (operation) => operation.partialDataUrl,
};
