import { redirect, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";

export const meta: MetaFunction = () => [{ title: "Hither: where is my order?" }, { name: "robots", content: "noindex" }];
export const headers: HeadersFunction = () => ({ "Content-Security-Policy": "frame-ancestors 'none';" });

/** Shopify opens the app at its root, with the shop in the query: the visitor belongs in the admin, query and all. */
export const loader = ({ request }: LoaderFunctionArgs): null => {
  const { searchParams } = new URL(request.url);
  if (searchParams.has("shop")) throw redirect(`/app?${searchParams}`);
  return null;
};

const PAGE = {
  main: { maxWidth: "38rem", margin: "15vh auto 4rem", padding: "0 1.25rem", font: "1.0625rem/1.6 system-ui, sans-serif" },
  heading: { fontSize: "2rem", lineHeight: 1.2, margin: "0 0 1rem" },
} as const;

export default function Welcome() {
  return (
    <main style={PAGE.main}>
      <h1 style={PAGE.heading}>Hither answers “Where is my order?”</h1>
      <p>It watches every parcel of a Shopify store, tells shoppers when theirs arrives, and opens a case for the merchant as soon as one is in trouble.</p>
      <p>Hither works inside the Shopify admin. Open it there: go to <strong>Apps</strong> and choose <strong>Hither</strong>. If it is not installed yet, install it from its page in the Shopify App Store.</p>
      <p>Looking for a parcel of yours? The link in the e-mail from the shop shows where it is.</p>
    </main>
  );
}
