import { eventStream } from "../http/event-stream.ts";
import { json, type Handler } from "../http/handler.ts";
import type { World } from "../world/types.ts";
import type { Notices } from "./notices.ts";

/** What the preload in the app's process and the open pages listen to: the clock, and that something changed. */
export function liveRoutes(world: World, notices: Notices, hosts: readonly { pattern: string }[]): Handler {
  return (_request, url) => {
    switch (url.pathname) {
      case "/__preload":
        return json({ hosts: hosts.map((host) => host.pattern), clock: world.clock.state() });
      case "/__clock/stream":
        return eventStream((send) => {
          const tell = (): void => send(JSON.stringify(world.clock.state()));
          tell();
          return world.clock.onChange(tell);
        });
      case "/__live":
        return eventStream((send) => {
          const stops = [world.onChange(() => send("changed")), notices.on(() => send("changed")), world.clock.onChange(() => send("clock"))];
          return () => stops.forEach((stop) => stop());
        });
      default:
        return null;
    }
  };
}
