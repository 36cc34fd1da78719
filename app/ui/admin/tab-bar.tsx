import { useSearchParams } from "@remix-run/react";
import { Tabs } from "@shopify/polaris";
import type { ReactNode } from "react";
import { NOT_OF_A_LIST } from "./paging.ts";

type Tab<Id extends string> = { readonly id: Id; readonly label: string };

type Props<Id extends string> = { readonly name: string; readonly tabs: readonly Tab<Id>[]; readonly selected: Id; readonly children: ReactNode };

/** Saved views of a list. The choice lives in the address under `name`; the first tab needs no parameter. */
export const TabBar = <Id extends string>({ name, tabs, selected, children }: Props<Id>) => {
  const [, setParams] = useSearchParams();
  const select = (index: number) => setParams((before) => {
    const next = new URLSearchParams(before);
    for (const key of [name, ...NOT_OF_A_LIST]) next.delete(key);
    const tab = tabs[index];
    if (tab && index > 0) next.set(name, tab.id);
    return next;
  }, { preventScrollReset: true });
  const tabId = (id: Id) => `${name}-${id}`;
  // One panel of our own: Polaris makes a new one for each tab, and a search that is being typed there would be lost.
  return (
    <>
      <Tabs tabs={tabs.map(({ id, label }) => ({ id: tabId(id), content: label }))} selected={Math.max(0, tabs.findIndex((tab) => tab.id === selected))} onSelect={select} />
      <div role="tabpanel" aria-labelledby={tabId(selected)}>{children}</div>
    </>
  );
};
