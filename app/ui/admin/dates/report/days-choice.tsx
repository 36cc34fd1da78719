import { useSearchParams } from "@remix-run/react";
import { Button, ButtonGroup } from "@shopify/polaris";
import { NOT_OF_A_LIST } from "../../paging.ts";

/** How far the report looks back, in days. The choice lives in the address. */
export const REPORT_DAYS = [30, 90, 180] as const;

/** Chooses it. */
export const DaysChoice = ({ days }: { readonly days: (typeof REPORT_DAYS)[number] }) => {
  const [, setParams] = useSearchParams();
  const choose = (chosen: number) => setParams((before) => {
    const next = new URLSearchParams(before);
    for (const key of ["days", ...NOT_OF_A_LIST]) next.delete(key);
    next.set("days", String(chosen));
    return next;
  }, { preventScrollReset: true });
  return (
    <fieldset className="hither-fieldset" aria-label="Time looked at">
      <ButtonGroup variant="segmented">
        {REPORT_DAYS.map((one) => <Button key={one} pressed={one === days} onClick={() => choose(one)}>{`Last ${one} days`}</Button>)}
      </ButtonGroup>
    </fieldset>
  );
};
