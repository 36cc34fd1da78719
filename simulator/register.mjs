/**
 * Preload for the app's process (`node --import ./simulator/register.mjs server.mjs web`, with SIMULATOR_URL set).
 *
 * The app is unchanged and knows nothing of this file, which
 * - leads every connection to a pretend host (*.myshopify.com, api.easypost.com …) to the simulator, below HTTP: at the
 *   socket, so that every client (fetch, undici, node:https) is covered. The simulator tells hosts apart by their Host header;
 * - refuses every other host that is not this machine, names and addresses alike;
 * - makes Date follow the simulator's clock.
 *
 * Plain JavaScript, because it must load before anything that could compile TypeScript.
 */
import dns from "node:dns";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";

/** Stands for every pretend host in DNS answers: public, so that an app's own guard against internal addresses lets it pass. Never contacted. */
const PRETEND_ADDRESS = "23.227.38.65";

const simulator = new URL(process.env.SIMULATOR_URL ?? missing());
const simulatorPort = Number(simulator.port);
const realConnect = net.Socket.prototype.connect;

/** @returns {never} */
function missing() {
  throw new Error("simulator/register.mjs needs SIMULATOR_URL, the address of the running simulator.");
}

const { hosts, clock: firstClock } = await getJson("/__preload");
/** @type {{ base: number, anchor: number, speed: number }} */
let clock = firstClock;

guardSockets();
guardNames();
followClock();
heedTime();
subscribe();

/** @param {string | undefined} host */
function isPretend(host) {
  if (host === undefined) return false;
  const name = host.toLowerCase();
  if (name === PRETEND_ADDRESS) return true;
  return hosts.some((/** @type {string} */ pattern) =>
    pattern.startsWith("*.") ? name.endsWith(pattern.slice(1)) : name === pattern);
}

/** @param {string | undefined} host */
function isThisMachine(host) {
  if (host === undefined || host === "" || host === "localhost" || host.endsWith(".localhost")) return true;
  return host === "::1" || host === "::ffff:127.0.0.1" || (net.isIPv4(host) && host.startsWith("127."));
}

/** @param {string} host */
function refusal(host) {
  const error = new Error(`The simulator refuses a connection to "${host}": it is neither this machine nor one of its pretend hosts.`);
  return Object.assign(error, { code: "ERR_SIMULATOR_REFUSED", host });
}

function guardSockets() {
  /** @this {net.Socket} @param {...any} args */
  net.Socket.prototype.connect = function connect(...args) {
    const options = connectOptions(args);
    if (options.path !== undefined || isThisMachine(options.host)) return realConnect.apply(this, /** @type {any} */ (args));
    const callback = args.findLast((argument) => typeof argument === "function");
    if (isPretend(options.host) && !(this instanceof tls.TLSSocket)) return toSimulator(this, callback);
    process.nextTick(() => this.destroy(refusal(String(options.host))));
    return this;
  };
  const realTlsConnect = tls.connect;
  // A pretend host speaks plain HTTP behind a socket that claims to be secure: certificates are not what is being tested.
  tls.connect = /** @type {typeof tls.connect} */ (
    function connect(/** @type {any[]} */ ...args) {
      const options = connectOptions(args);
      if (!isPretend(options.servername) && !isPretend(options.host)) return realTlsConnect.apply(tls, /** @type {any} */ (args));
      const socket = /** @type {any} */ (options.socket ?? new net.Socket());
      Object.assign(socket, {
        encrypted: true, authorized: true, authorizationError: null, alpnProtocol: false, servername: options.servername ?? options.host,
        getPeerCertificate: () => ({}), getProtocol: () => "TLSv1.3", getSession: () => undefined, getCipher: () => ({ name: "none" }),
        isSessionReused: () => false, setSession: () => {}, setServername: () => {}, setMaxSendFragment: () => true, getFinished: () => undefined,
      });
      const callback = args.findLast((argument) => typeof argument === "function");
      if (callback) socket.once("secureConnect", callback);
      const secured = () => socket.emit("secureConnect");
      if (options.socket !== undefined) process.nextTick(secured);
      else toSimulator(socket, secured);
      return socket;
    }
  );
  syncBuiltinESMExports();
}

/** @param {net.Socket} socket @param {(() => void) | undefined} callback */
function toSimulator(socket, callback) {
  return realConnect.call(socket, { host: "127.0.0.1", port: simulatorPort }, callback);
}

/**
 * The many call forms of connect: (options), (port, host), (port, host, options), (path), and node's own normalised array.
 * @param {any[]} args
 * @returns {{ host?: string, path?: string, servername?: string, socket?: net.Socket }}
 */
function connectOptions(args) {
  const [first, second, third] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null) return first;
  if (typeof first === "string" && !/^\d+$/.test(first)) return { path: first };
  const rest = typeof second === "object" && second !== null ? second : typeof third === "object" && third !== null ? third : {};
  return { ...rest, ...(typeof second === "string" ? { host: second } : {}) };
}

function guardNames() {
  const real = { lookup: dns.lookup, promised: dns.promises.lookup };
  const notFound = (/** @type {string} */ name) => Object.assign(refusal(name), { code: "ENOTFOUND", hostname: name, syscall: "getaddrinfo" });
  /** @param {string} name @param {any} options @param {any} callback */
  function lookup(name, options, callback) {
    const done = callback ?? options;
    const settings = typeof options === "number" ? { family: options } : typeof options === "object" && options !== null ? options : {};
    if (isThisMachine(name) || net.isIP(name) !== 0) return real.lookup(name, settings, done);
    if (!isPretend(name)) return process.nextTick(done, notFound(name));
    const answer = { address: PRETEND_ADDRESS, family: 4 };
    return settings.all ? process.nextTick(done, null, [answer]) : process.nextTick(done, null, answer.address, answer.family);
  }
  dns.lookup = /** @type {any} */ (lookup);
  /** @param {string} name @param {any} options */
  const promised = async (name, options = {}) => {
    if (isThisMachine(name) || net.isIP(name) !== 0) return real.promised(name, options);
    if (!isPretend(name)) throw notFound(name);
    const answer = { address: PRETEND_ADDRESS, family: 4 };
    return options?.all ? [answer] : answer;
  };
  dns.promises.lookup = /** @type {any} */ (promised);
  const addresses = async (/** @type {string} */ name, /** @type {boolean} */ known) => {
    if (!isPretend(name)) throw notFound(name);
    return known ? [PRETEND_ADDRESS] : [];
  };
  dns.promises.resolve = /** @type {any} */ ((/** @type {string} */ name, type = "A") => addresses(name, type === "A"));
  dns.promises.resolve4 = /** @type {any} */ ((/** @type {string} */ name) => addresses(name, true));
  dns.promises.resolve6 = /** @type {any} */ ((/** @type {string} */ name) => addresses(name, false));
  const answered = (/** @type {string} */ name, /** @type {boolean} */ known, /** @type {any} */ done) =>
    addresses(name, known).then((found) => done(null, found), done);
  dns.resolve4 = /** @type {any} */ ((/** @type {string} */ name, /** @type {any} */ options, /** @type {any} */ done) => answered(name, true, done ?? options));
  dns.resolve6 = /** @type {any} */ ((/** @type {string} */ name, /** @type {any} */ options, /** @type {any} */ done) => answered(name, false, done ?? options));
  dns.resolve = /** @type {any} */ ((/** @type {string} */ name, /** @type {any} */ type, /** @type {any} */ done) =>
    answered(name, typeof type === "function" || type === "A", done ?? type));
  syncBuiltinESMExports();
}

/** Replaces Date. Timers stay real: a pause of one second is one second, however fast the simulated world runs. */
function followClock() {
  const Real = Date;
  const realNow = Real.now;
  const now = () => Math.floor(clock.base + (realNow() - clock.anchor) * clock.speed);
  /** @this {any} @param {...any} args */
  function SimulatedDate(...args) {
    if (new.target === undefined) return new Real(now()).toString();
    return Reflect.construct(Real, args.length === 0 ? [now()] : args, new.target);
  }
  Object.defineProperties(SimulatedDate, {
    name: { value: "Date" },
    length: { value: 7 },
    prototype: { value: Real.prototype },
    now: { value: now, writable: true, configurable: true },
    parse: { value: Real.parse, writable: true, configurable: true },
    UTC: { value: Real.UTC, writable: true, configurable: true },
  });
  Object.defineProperty(Real.prototype, "constructor", { value: SimulatedDate, writable: true, configurable: true });
  globalThis.Date = /** @type {any} */ (SimulatedDate);
}

/** This many lost connections in a row, half a second apart, mean that the world has ended. */
const PATIENCE = 20;

/** Whoever tells the app something says when: no message is read by a clock that has not heard yet that time went on. */
function heedTime() {
  const realEmit = http.Server.prototype.emit;
  /** @this {http.Server} @param {string} event @param {...any} args */
  http.Server.prototype.emit = function emit(event, ...args) {
    const said = event === "request" ? args[0]?.headers?.["x-simulator-clock"] : undefined;
    if (said !== undefined) {
      delete args[0].headers["x-simulator-clock"];
      const told = JSON.parse(said);
      const real = performance.timeOrigin + performance.now();
      const shows = (/** @type {{ base: number, anchor: number, speed: number }} */ one) => one.base + (real - one.anchor) * one.speed;
      if (shows(told) > shows(clock)) clock = told;
    }
    return realEmit.call(this, event, ...args);
  };
}

/**
 * Follows every change of the clock. Holds no process open and comes back after a lost connection; when the simulator does not,
 * the app is asked to end: without its world nobody would ever stop it.
 */
function subscribe(failures = 0) {
  let pending = "";
  const request = http.get(new URL("/__clock/stream", simulator), { agent: false }, (response) => {
    failures = 0;
    response.setEncoding("utf8");
    response.on("data", (/** @type {string} */ chunk) => {
      pending += chunk;
      const events = pending.split("\n\n");
      pending = events.pop() ?? "";
      for (const event of events) if (event.startsWith("data: ")) clock = JSON.parse(event.slice(6));
    });
    response.on("close", again);
    response.on("error", () => {});
  });
  request.on("socket", (socket) => socket.unref());
  request.on("error", again);
  let retried = false;
  function again() {
    if (retried) return;
    retried = true;
    if (failures >= PATIENCE) process.kill(process.pid, "SIGTERM");
    else setTimeout(subscribe, 500, failures + 1).unref();
  }
}

/** @param {string} path */
function getJson(path) {
  return new Promise((resolve, reject) => {
    http
      .get(new URL(path, simulator), { agent: false }, async (response) => {
        let text = "";
        for await (const chunk of response.setEncoding("utf8")) text += chunk;
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`The simulator answered ${response.statusCode} to ${path}.`));
      })
      .on("error", (error) => reject(new Error(`The simulator at ${simulator.origin} does not answer.`, { cause: error })));
  });
}
