import { listen, post } from "./browser-messages.ts";
import { startSandbox } from "./sandbox.ts";

// A classic worker: a module worker fails in an opaque-origin frame.
startSandbox({ post, listen, fetchThroughHost: null });
