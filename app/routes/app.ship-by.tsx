import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import type { ShipByAnswer } from "#app/ui/admin/ftc/ship-by-answer.ts";
import { ShipByPage } from "#app/ui/admin/ftc/ship-by-page.tsx";
import { merchantRequest } from "./requests/merchant.server.ts";
import { readShipByRequest } from "./requests/ship-by-request.ts";

export const meta: MetaFunction = () => [{ title: "Ship-by clock" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, queries } = await merchantRequest(request);
  return { view: await queries.shipBySettings(shop) };
};

/** What a case's card asks for is posted here, too. */
export const action = async ({ request }: ActionFunctionArgs): Promise<ShipByAnswer> => {
  const { shop, userId, commands } = await merchantRequest(request);
  const asked = readShipByRequest(await request.json().catch(() => null));
  if (asked === null) throw new Response("The form could not be read.", { status: 400 });
  return asked.intent === "save" ? commands.saveShipBy(shop, asked.settings, userId) : commands.askShopper({ shop, userId, ...asked });
};

export default function ShipBy() {
  return <ShipByPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
