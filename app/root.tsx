import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";

export const meta: MetaFunction = () => [{ title: "Hither" }];
export const links: LinksFunction = () => [{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }];

const Document = ({ children }: { readonly children: ReactNode }) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <Meta />
      <Links />
    </head>
    <body>
      {children}
    </body>
  </html>
);

export default function Root() {
  return (
    <Document>
      <Outlet />
      <ScrollRestoration />
      <Scripts />
    </Document>
  );
}

const PAGE = { maxWidth: "38rem", margin: "15vh auto 4rem", padding: "0 1.25rem", font: "1.0625rem/1.6 system-ui, sans-serif" } as const;

/** The last net: faults outside the admin pages, and those of their frame. */
export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Document>
      <main style={PAGE}>
        <h1>{missing ? "There is nothing here" : "This page could not be shown"}</h1>
        <p>{missing ? "The address may be mistyped." : "Nothing is lost. The fault has been recorded; please try again in a moment."} Hither itself opens from the Shopify admin, under Apps.</p>
      </main>
    </Document>
  );
}
