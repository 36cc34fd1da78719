/** A server-sent-events answer. `subscribe` receives the sender and returns how to stop; it is stopped when the reader leaves. */
export function eventStream(subscribe: (send: (data: string) => void) => () => void): Response {
  const encoder = new TextEncoder();
  let stop: () => void = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(": hello\n\n"));
      stop = subscribe((data) => {
        // A reader that left between two events is found out here; cancel() below then ends the subscription.
        try {
          controller.enqueue(encoder.encode(`data: ${data}\n\n`));
        } catch {
          stop();
        }
      });
    },
    cancel() {
      stop();
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", connection: "keep-alive" },
  });
}
