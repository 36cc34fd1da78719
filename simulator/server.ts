import http from "node:http";
import { firstOf } from "./http/handler.ts";
import { answer, listen, type RunningServer } from "./http/node-server.ts";
import { answerAs, meantFor, standInFor, type PretendHost } from "./http/pretend-hosts.ts";
import { accountsRoutes } from "./pages/accounts/accounts.ts";
import { adminRoutes } from "./pages/admin/routes.ts";
import { clockRoutes } from "./pages/clock.ts";
import type { PageContext } from "./pages/context.ts";
import { controlRoutes } from "./pages/control.ts";
import { deskRoutes } from "./pages/desk/desk.ts";
import { flowRoutes } from "./pages/flow.ts";
import { formerSoftwareRoutes } from "./pages/former-software.ts";
import { liveRoutes } from "./pages/live.ts";
import { logRoutes } from "./pages/log.ts";
import { mailboxRoutes } from "./pages/mailbox.ts";
import { packingRoutes } from "./pages/packing.ts";
import { slackRoutes } from "./pages/slack.ts";
import { smsRoutes } from "./pages/sms-box.ts";
import { shopperRoutes } from "./pages/shoppers.ts";
import { startRoutes } from "./pages/start.ts";
import { staticFiles } from "./pages/static-files.ts";
import { warehouseRoutes } from "./pages/warehouse.ts";

/**
 * The simulator's one server: requests for a pretend host (by Host header, or as /@/host/path) go to its stand-in,
 * everything else is a page for people or the control API for tests.
 */
export function startServer(context: PageContext, hosts: readonly PretendHost[], port: number): Promise<RunningServer> {
  const pages = firstOf(
    liveRoutes(context.world, context.notices, hosts), staticFiles, startRoutes(context), adminRoutes(context), deskRoutes(context), accountsRoutes(context), warehouseRoutes(context), packingRoutes(context), shopperRoutes(context), formerSoftwareRoutes(context), mailboxRoutes(context),
    smsRoutes(context), slackRoutes(context), flowRoutes(context), logRoutes(context), clockRoutes(context), controlRoutes(context),
  );
  const server = http.createServer((incoming, outgoing) => {
    const meant = meantFor(incoming);
    const standIn = standInFor(hosts, meant.host);
    if (standIn !== undefined) void answerAs(standIn, meant, incoming, outgoing);
    else void answer(pages, incoming, outgoing);
  });
  return listen(server, port);
}
