import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { NotInstalled } from "#app/ui/admin/not-installed.tsx";
import { settingsFrom } from "#app/ui/admin/settings/settings-draft.ts";
import { SettingsPage, type SettingsAnswer } from "#app/ui/admin/settings/settings-page.tsx";
import { merchantRequest } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Settings" }];

const text = z.string().max(5_000);
const row = z.object({ key: text, country: text, method: text, minDays: text, maxDays: text });
const draft = z.object({
  zone: text, cutoff: text, workingDays: z.array(z.number()).max(7), carrierWorkingDays: z.array(z.number()).max(7), closedDates: text, handlingMin: text, handlingMax: text,
  transit: z.array(row).max(500), silenceHours: text, silenceRate: text, riskPercent: text, emailShoppers: z.boolean(), senderName: text, replyTo: text,
});
const request = z.object({ intent: z.literal("save"), draft });

export const loader = async ({ request: asked }: LoaderFunctionArgs) => {
  const { shop, queries } = await merchantRequest(asked);
  const view = await queries.settings(shop);
  const zones = Intl.supportedValuesOf("timeZone");
  return { view, zones: view === null || zones.includes(view.zone) ? zones : [view.zone, ...zones] };
};

export const action = async ({ request: asked }: ActionFunctionArgs): Promise<SettingsAnswer> => {
  const { shop, commands, userId } = await merchantRequest(asked);
  const wish = request.safeParse(await asked.json().catch(() => null));
  if (!wish.success) throw new Response("The form could not be read.", { status: 400 });
  return { intent: "save", ...(await commands.saveSettings(shop, settingsFrom(wish.data.draft), userId)) };
};

export default function Settings() {
  const { view, zones } = useLoaderData<typeof loader>();
  return view === null ? <NotInstalled /> : <SettingsPage view={view} zones={zones} />;
}

export { FaultPage as ErrorBoundary };
