import net from "node:net";

/** Asks at an even rate, whether earlier questions were answered or not, over as many keep-alive connections as that takes; reports every latency from when the question was due. */
const [port = "0", rate = "0", seconds = "0"] = process.argv.slice(2);
const total = Math.round(Number(rate) * Number(seconds));
const latencies = new Float64Array(total);
/** More than the rate needs as long as answers take less than a tenth of a second; beyond it questions wait for a connection, which counts as waiting. */
const MOST_CONNECTIONS = 128;

type Connection = { readonly socket: net.Socket; due: number; text: string; isAsking: boolean };
const idle: Connection[] = [];
const waiting: { readonly due: number; readonly request: string }[] = [];
let [opened, answered, non2xx] = [0, 0, 0];
let began = 0;

const finish = (connection: Connection, status: number): void => {
  const latency = performance.now() - connection.due;
  if (status === 200) latencies[answered++] = latency;
  else non2xx += 1;
  connection.text = "";
  connection.isAsking = false;
  const next = waiting.shift();
  if (next) write(connection, next.due, next.request);
  else idle.push(connection);
  if (answered + non2xx === total) end();
};

const write = (connection: Connection, due: number, request: string): void => {
  connection.due = due;
  connection.isAsking = true;
  connection.socket.write(request);
};

const connect = (): Connection => {
  const connection: Connection = { socket: net.connect({ port: Number(port), host: "127.0.0.1", noDelay: true }), due: 0, text: "", isAsking: false };
  opened += 1;
  connection.socket.setEncoding("latin1");
  connection.socket.on("data", (chunk: string) => {
    connection.text += chunk;
    const head = connection.text.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(connection.text)?.[1] ?? 0);
    if (connection.text.length >= head + 4 + length) finish(connection, Number(connection.text.slice(9, 12)));
  });
  connection.socket.on("error", (fault) => console.error(fault.message));
  connection.socket.on("close", () => {
    opened -= 1;
    const at = idle.indexOf(connection);
    if (at >= 0) idle.splice(at, 1); // the door closes what was idle for long
    if (!connection.isAsking) return;
    non2xx += 1;
    if (answered + non2xx === total) end();
  });
  return connection;
};

const end = (): void => {
  const elapsedMs = performance.now() - began;
  process.send?.({ answered, non2xx, elapsedMs, latencies: latencies.slice(0, answered) }, () => {
    for (const { socket } of idle) socket.destroy();
    process.disconnect();
  });
};

process.once("message", ({ token, questions }: { readonly token: string; readonly questions: readonly string[] }) => {
  const requests = questions.map((question) => `GET /api/v1/dates?${question} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n\r\n`);
  began = performance.now();
  let asked = 0;
  const tick = (): void => {
    const dueBy = Math.min(total, Math.floor(((performance.now() - began) / 1_000) * Number(rate)));
    for (; asked < dueBy; asked += 1) {
      const due = began + (asked / Number(rate)) * 1_000;
      // A stride that shares no factor with the number of questions visits them all, kinds mixed.
      const request = requests[(asked * 7_919) % requests.length] ?? "";
      const connection = idle.pop() ?? (opened < MOST_CONNECTIONS ? connect() : null);
      if (connection) write(connection, due, request);
      else waiting.push({ due, request });
    }
    if (asked < total) setTimeout(tick, 1);
  };
  tick();
});
