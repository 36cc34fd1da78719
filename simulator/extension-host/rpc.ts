/** Calls over postMessage in both directions, functions included: the host and the extension's worker talk through it. */
export type Rpc = { call(method: string, ...args: readonly unknown[]): Promise<unknown> };
export type Post = (message: unknown) => void;
/** Registers the one listener for the other side's messages. */
export type Listen = (listener: (message: unknown) => void) => void;
export type RpcHandlers = Readonly<Record<string, (...args: never[]) => unknown>>;

type Call = { readonly id: number; readonly method?: string; readonly fn?: number; readonly args: readonly unknown[] };
type Reply = { readonly reply: number; readonly value?: unknown; readonly error?: string };
type Anything = (...args: unknown[]) => unknown;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Connects one end. `handlers` are what the other end may call by name. */
export const connectRpc = (post: Post, listen: Listen, handlers: RpcHandlers): Rpc => {
  let next = 1;
  const functions = new Map<number, Anything>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();

  const send = (message: Omit<Call, "id">): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      post({ ...message, id });
    });

  const encode = (value: unknown): unknown => {
    if (typeof value === "function") {
      const id = next++;
      functions.set(id, value as Anything);
      return { $fn: id };
    }
    if (Array.isArray(value)) return value.map(encode);
    if (typeof value === "object" && value !== null && isPlain(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, encode(part)]));
    return value;
  };

  const decode = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(decode);
    if (typeof value !== "object" || value === null || !isPlain(value)) return value;
    if ("$fn" in value) {
      const fn = Number(value.$fn);
      return (...args: unknown[]) => send({ fn, args: args.map(encode) });
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decode(part)]));
  };

  const answer = async ({ id, method, fn, args }: Call): Promise<void> => {
    try {
      const handler = (fn === undefined ? handlers[method ?? ""] : functions.get(fn)) as Anything | undefined;
      if (!handler) throw new Error(`nobody answers ${method ?? `function ${fn}`}`);
      post({ reply: id, value: encode(await handler(...args.map(decode))) });
    } catch (error) {
      post({ reply: id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  };

  listen((message) => {
    if (typeof message !== "object" || message === null) return;
    if ("reply" in message) {
      const { reply, value, error } = message as Reply;
      const waiter = waiting.get(reply);
      waiting.delete(reply);
      if (error === undefined) waiter?.resolve(decode(value));
      else waiter?.reject(new Error(error));
    } else if ("id" in message) {
      void answer(message as Call);
    }
  });

  return { call: (method, ...args) => send({ method, args: args.map(encode) }) };
};
