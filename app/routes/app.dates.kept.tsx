import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ShouldRevalidateFunction } from "@remix-run/react";
import type { PromisesKeptView } from "#app/contracts/dates-views.ts";
import { merchantRequest } from "./requests/merchant.server.ts";

/** The last 30 days of the report in short, for the home page. */
export const loader = async ({ request }: LoaderFunctionArgs): Promise<PromisesKeptView> => {
  const { shop, queries } = await merchantRequest(request);
  const { all, goal } = await queries.reliability(shop, 30);
  return { all, goal };
};

/** The home page reads its own figures every few seconds; these move once a day. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false;
