import type { ActId } from "../../shared/ids.ts";

/** The act a key asks for: `merchant:<nonce of the form>`, `rule:<rule>.<case>`, `flow:<run>` or `slack:<interaction>`. The same key is the same act, however often it is asked. */
export const actId = (key: string): ActId => key.trim().replaceAll(/\s+/g, "_").slice(0, 300) as ActId;
