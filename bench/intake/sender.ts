import net from "node:net";
import { orderBody, signedRequest } from "./deliveries.ts";

/** Posts signed deliveries over keep-alive connections, each as soon as the one before it was answered, and reports every latency. */
const [port = "0", secret = "", bytes = "0", connections = "0", seconds = "0"] = process.argv.slice(2);
const requests = Array.from({ length: 64 }, (_, index) => signedRequest(orderBody(1_001 + index, Number(bytes)), secret));
const latencies: number[] = [];
let sent = 0;
let non2xx = 0;
let open = Number(connections);
const began = performance.now();
const end = began + Number(seconds) * 1_000;

const talk = (): void => {
  const socket = net.connect({ port: Number(port), host: "127.0.0.1", noDelay: true });
  let started = 0;
  let answer = "";
  const next = (): void => {
    if (performance.now() >= end) return void socket.end();
    const request = requests[sent % requests.length];
    if (!request) return;
    started = performance.now();
    sent += 1;
    socket.cork();
    socket.write(request.before);
    socket.write(`bench-${process.pid}-${sent}`);
    socket.write(request.after);
    socket.uncork();
  };
  socket.on("connect", next);
  socket.on("data", (chunk: Buffer) => {
    answer += chunk.toString("latin1");
    const head = answer.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = /content-length: (\d+)/i.exec(answer)?.[1];
    const whole = length === undefined ? answer.endsWith("0\r\n\r\n") : answer.length >= head + 4 + Number(length);
    if (!whole) return;
    if (answer.startsWith("HTTP/1.1 200")) latencies.push(performance.now() - started);
    else non2xx += 1;
    answer = "";
    next();
  });
  socket.on("error", () => { non2xx += 1; });
  socket.on("close", () => {
    open -= 1;
    if (open === 0) process.send?.({ acknowledged: latencies.length, non2xx, elapsedMs: performance.now() - began, latencies }, () => process.disconnect());
  });
};
for (let connection = 0; connection < Number(connections); connection += 1) talk();
