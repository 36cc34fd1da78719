import type { Listen, Post } from "../rpc.ts";

// Imported before the polyfill, which replaces EventTarget and with it the worker's own way of listening.
const worker = self as unknown as { postMessage(message: unknown): void; addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void };
const listenToWorker = worker.addEventListener.bind(worker);

export const post: Post = worker.postMessage.bind(worker);
export const listen: Listen = (listener) => listenToWorker("message", (event) => listener(event.data));
