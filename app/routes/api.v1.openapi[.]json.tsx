import { openApi } from "#app/contracts/openapi.ts";
import { container } from "#app/container.server.ts";

/** The events API, described. Public: it says how to knock, not what is inside. */
export const loader = async (): Promise<Response> =>
  Response.json(openApi((await container()).appUrl), { headers: { "cache-control": "public, max-age=3600", "access-control-allow-origin": "*" } });
