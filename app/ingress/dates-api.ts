import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { DatesBody } from "#app/contracts/dates-api.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { minutes } from "#app/domain/shared/time.ts";
import type { Clock, Log, RateLimit } from "#app/application/ports.ts";
import type { DatesAnswer, DatesQuestion, KeyShown } from "#app/application/queries/dates-answer.ts";
import { readQuestion } from "./dates-question.ts";
import { createPace, type Pace } from "./pace.ts";

/** What the door needs of the outside. */
export type DatesDoorPorts = { readonly answer: (key: KeyShown, question: DatesQuestion) => Promise<DatesAnswer>; readonly rateLimit: RateLimit; readonly clock: Clock; readonly log: Log };

const ADDRESS = "/api/v1/dates";
/** Of one key, with two seconds' worth at once. A shop's busiest hour asks far less; what asks more has run away. */
const MOST_A_SECOND = 1_500;
/** Wrong keys from one address; a secret cannot be guessed, but trying should not be free either. */
const MOST_REFUSED_A_MINUTE = 60;
/** Attempts are counted although nobody knows whose they are. */
const NOBODY = "process" as ShopId;

type Reply = { readonly status: 200 | 401 | 404 | 405 | 422 | 429 | 503; readonly body: DatesBody | { readonly error: string }; readonly headers?: Readonly<Record<string, string>> };

const refused = (status: Exclude<Reply["status"], 200>, error: string, headers: Readonly<Record<string, string>> = {}): Reply => ({ status, body: { error }, headers });

/**
 * The door of the dates API, in front of the web framework: `GET /api/v1/dates` with the shop's API key as a bearer token. Answers true when the
 * request was its own.
 */
export const createDatesApi = (ports: DatesDoorPorts, pace = createPace({ perSecond: MOST_A_SECOND, burst: 2 * MOST_A_SECOND })) => (request: IncomingMessage, response: ServerResponse): boolean => {
  const [path, query = ""] = splitOnce(request.url ?? "");
  if (path !== ADDRESS) return false;
  request.resume(); // a body that comes along is read by nobody
  void handle(ports, pace, request, query).then(
    (reply) => send(request, response, reply),
    (fault: unknown) => {
      ports.log.for("process").error("dates.not_answered", { because: fault instanceof Error ? fault.message : String(fault) });
      send(request, response, refused(503, "The answer cannot be read right now; ask again in a moment.", { "retry-after": "5" }));
    },
  );
  return true;
};

const splitOnce = (url: string): readonly [string, string?] => {
  const at = url.indexOf("?");
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
};

const send = (request: IncomingMessage, response: ServerResponse, { status, body, headers }: Reply): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(text), "cache-control": "no-store", ...headers });
  response.end(request.method === "HEAD" ? undefined : text);
};

/** `Authorization: Bearer <key id>.<secret>`; the scheme in whatever case (RFC 7235). */
const BEARER = /^bearer +(hk_[0-9a-z]{1,64})\.(\S{1,200})$/i;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const handle = async ({ answer, rateLimit, clock }: DatesDoorPorts, pace: Pace, request: IncomingMessage, query: string): Promise<Reply> => {
  if (request.method !== "GET" && request.method !== "HEAD") return refused(405, "Only GET is accepted here.", { allow: "GET, HEAD" });
  const now = clock();
  const stranger = (): Reply => {
    const limit = rateLimit(NOBODY, `dates.refused:${request.socket.remoteAddress ?? ""}`, MOST_REFUSED_A_MINUTE, minutes(1), now);
    if (limit.outcome === "slow_down") return slowDown("Too many requests with a key that does not work.", limit.retryAfterSeconds);
    return refused(401, "The key is missing, unknown or replaced. Send it as: Authorization: Bearer <key id>.<secret>; both are made on the page Sources.", { "www-authenticate": 'Bearer realm="Hither"' });
  };
  const [, keyId, secret] = BEARER.exec(request.headers.authorization ?? "") ?? [];
  if (keyId === undefined || secret === undefined) return stranger();
  const given = digest(secret);
  // Who holds the secret alone can use up its share: another secret, another counter.
  const wait = pace(`${keyId}.${given.toString("base64")}`, now);
  if (wait > 0) return slowDown(`At most ${MOST_A_SECOND} questions a second with one key.`, wait);
  const read = readQuestion(new URLSearchParams(query));
  const proves = (kept: string): boolean => timingSafeEqual(given, digest(kept));
  switch (read.outcome) {
    case "malformed": return refused(422, read.because);
    case "asked": {
      const found = await answer({ keyId, proves }, read.question);
      switch (found.outcome) {
        case "unauthorised": return stranger();
        case "not_found": return refused(404, read.question.by === "order" ? "The shop has no order of this id or name." : "The shop has no parcel of this id.");
        // An offer may be shown for half a minute; where a parcel is now is asked anew.
        case "answered": return { status: 200, body: found.body, headers: { "cache-control": read.question.by === "cart" ? "private, max-age=30" : "private, no-cache", vary: "authorization" } };
        default: return assertNever(found);
      }
    }
    default: return assertNever(read);
  }
};

const slowDown = (error: string, retryAfterSeconds: number): Reply => refused(429, error, { "retry-after": String(retryAfterSeconds) });
