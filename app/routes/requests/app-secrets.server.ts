import type { Container } from "#app/container.server.ts";

/** The app's secret, and the one before it while Shopify rotates. */
export const appSecrets = ({ env }: Pick<Container, "env">): readonly string[] =>
  [env.SHOPIFY_API_SECRET, env.SHOPIFY_API_SECRET_PREVIOUS].filter((secret) => secret !== undefined);
