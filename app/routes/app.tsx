import { NavMenu } from "@shopify/app-bridge-react";
import styles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError, type ShouldRevalidateFunction } from "@remix-run/react";
import { container } from "#app/container.server.ts";
import adminStyles from "#app/ui/admin/admin.css?url";
import { PendingPage } from "#app/ui/admin/pending-page.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }, { rel: "stylesheet", href: adminStyles }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shopify, apiKey } = await container();
  await shopify.authenticate.admin(request);
  return { apiKey };
};

/** The frame of the admin pages never changes while they are open. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false;

export default function Admin() {
  const { apiKey } = useLoaderData<typeof loader>();
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey}>
      <NavMenu>
        <Link to="/app" rel="home">Hither</Link>
        <Link to="/app/shipments">Shipments</Link>
        <Link to="/app/cases">Cases</Link>
        <Link to="/app/claims">Claims</Link>
        <Link to="/app/rules">Rules</Link>
        <Link to="/app/acts">Acts</Link>
        <Link to="/app/dates">Dates</Link>
        <Link to="/app/sources">Sources</Link>
        <Link to="/app/settings">Settings</Link>
      </NavMenu>
      <PendingPage><Outlet /></PendingPage>
    </AppProvider>
  );
}

/** Shopify's library answers some requests by throwing its own pages; those must reach the browser. */
export function ErrorBoundary() {
  return boundary.error(useRouteError());
}

export const headers: HeadersFunction = (given) => boundary.headers(given);
