import type { Push } from "#app/application/ports.ts";
import { headerOf, sameSecret } from "../feed/secrets.ts";

/**
 * Whether a push came from the merchant's Karrio: it sends the webhook's secret itself, in clear, as `X-Event-Id`
 * (karrioapi/karrio, events/task_definitions/base/webhook.py at 447f059c, read 2026-11-21). The body is not covered: this is only as
 * good as the TLS it came over.
 */
export const verifyKarrio = ({ headers }: Pick<Push, "headers">, secret: string): boolean => sameSecret(headerOf(headers, "x-event-id") ?? "", secret);
