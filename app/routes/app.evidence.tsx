import type { LoaderFunctionArgs } from "@remix-run/node";
import { oneOf } from "./requests/list-query.ts";
import { merchantRequest } from "./requests/merchant.server.ts";

/** Everything known of an order as a file; asked for by the page, with the session of the merchant. */
export const loader = async ({ request }: LoaderFunctionArgs): Promise<Response> => {
  const { shop, queries } = await merchantRequest(request);
  const params = new URL(request.url).searchParams;
  const file = await queries.evidenceFile(shop, params.get("order") ?? "", oneOf(["pdf", "zip"] as const, params.get("as")));
  if (file === null) throw new Response("Not found", { status: 404 });
  return new Response(Buffer.from(file.bytes), { headers: { "Content-Type": file.type, "Content-Disposition": `attachment; filename="${file.name}"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" } });
};
