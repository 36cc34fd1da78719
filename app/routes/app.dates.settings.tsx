import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PromiseAnswer } from "#app/ui/admin/dates/dates-answer.ts";
import datesStyles from "#app/ui/admin/dates/dates.css?url";
import { PromisePage } from "#app/ui/admin/dates/settings/promise-page.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { NotInstalled } from "#app/ui/admin/not-installed.tsx";
import { boundedBody } from "./requests/bounded-body.server.ts";
import { answerPromiseRequest, LONGEST_REQUEST, readPromiseRequest } from "./requests/dates-request.ts";
import { merchantRequest } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Promise settings" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: datesStyles }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, queries, clock } = await merchantRequest(request);
  const [view, settings] = await Promise.all([queries.promiseSettings(shop), queries.settings(shop)]);
  const hours = settings === null ? null : { zone: settings.zone, cutoff: settings.cutoff, workingDays: settings.workingDays };
  return { view, hours, zones: Intl.supportedValuesOf("timeZone"), now: clock() };
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
};

export const action = async ({ request }: ActionFunctionArgs): Promise<PromiseAnswer> => {
  const { shop, queries, commands, userId } = await merchantRequest(request);
  const body = await boundedBody(request, LONGEST_REQUEST);
  if (body.outcome === "too_large") throw new Response("The form is too long.", { status: 413 });
  const asked = readPromiseRequest(parsed(body.bytes));
  if (asked === null) throw new Response("The form could not be read.", { status: 400 });
  return answerPromiseRequest(shop, asked, { previewPromise: queries.previewPromise, savePromise: (of, draft) => commands.savePromise(of, draft, userId), importPast: commands.importPast, forgetImport: commands.forgetImport });
};

export default function Promises() {
  const { view, hours, zones, now } = useLoaderData<typeof loader>();
  return hours === null ? <NotInstalled /> : <PromisePage view={view} hours={hours} zones={zones} now={now} />;
}

export { FaultPage as ErrorBoundary };
