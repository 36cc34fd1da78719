import { useSearchParams } from "@remix-run/react";
import { Button, InlineStack, Select } from "@shopify/polaris";
import { CASE_CATEGORIES } from "#app/domain/workflows/cases/ready-playbooks.ts";
import type { CaseSettings } from "#app/domain/workflows/cases/case-settings.ts";
import { wordCase } from "../../format/case-words.ts";
import { NOT_OF_A_LIST } from "../paging.ts";

const FILTERS = ["category", "team", "owner", "severity"] as const;

/** Narrows the list by problem, team, owner and severity. The choice lives in the address. */
export const CaseFilters = ({ team }: { readonly team: CaseSettings }) => {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) => setParams((before) => {
    const next = new URLSearchParams(before);
    for (const key of [name, ...NOT_OF_A_LIST]) next.delete(key);
    if (value !== "") next.set(name, value);
    return next;
  }, { preventScrollReset: true });
  const choice = (name: (typeof FILTERS)[number], label: string, options: readonly { readonly label: string; readonly value: string }[]) => (
    <Select label={label} labelInline options={[{ label: "All", value: "" }, ...options]} value={params.get(name) ?? ""} onChange={(value) => set(name, value)} />
  );
  const teams = [...new Set(team.members.map((one) => one.team))].toSorted();
  return (
    <InlineStack gap="300" align="start" blockAlign="center">
      {choice("category", "Problem", CASE_CATEGORIES.map((value) => ({ label: wordCase(value).label, value })))}
      {choice("severity", "Severity", [{ label: "Critical", value: "2" }, { label: "Warning", value: "1" }, { label: "Information", value: "0" }])}
      {teams.length > 0 ? choice("team", "Team", teams.map((value) => ({ label: value, value }))) : null}
      {team.members.length > 0 ? choice("owner", "Owner", team.members.map((one) => ({ label: one.name, value: one.id }))) : null}
      {FILTERS.some((name) => params.has(name)) ? <Button variant="plain" onClick={() => setParams((before) => { const next = new URLSearchParams(before); for (const key of [...FILTERS, ...NOT_OF_A_LIST]) next.delete(key); return next; })}>Clear filters</Button> : null}
    </InlineStack>
  );
};
