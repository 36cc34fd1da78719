import type { ActionFunctionArgs } from "@remix-run/node";
import { postsOnly } from "./requests/flow-door.server.ts";
import { runFlow } from "./requests/flow-run.server.ts";

export const loader = (): Response => postsOnly();

export const action = ({ request }: ActionFunctionArgs): Promise<Response> => runFlow("give-store-credit", request);
