import { useNavigation, useSearchParams } from "@remix-run/react";
import { Icon, TextField } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { startTransition, useEffect, useRef, useState } from "react";
import { NOT_OF_A_LIST } from "./paging.ts";

/** Milliseconds after the last key stroke. */
const PAUSE = 350;

/** What was typed last, and how far it is: `typed`, `wanted` when the pause is over, `searched` when the address said so. */
type Typing = { readonly text: string; readonly stage: "typed" | "wanted" | "searched" };

/** Searches as one types and keeps the words in the address (`q`), so that a search can be shared and gone back to. */
export const SearchBox = ({ label, placeholder }: { readonly label: string; readonly placeholder: string }) => {
  const [params, setParams] = useSearchParams();
  const searched = params.get("q") ?? "";
  const [typing, setTyping] = useState<Typing | null>(null);
  const words = typing?.text.trim() ?? "";
  if (typing?.stage === "wanted" && words === searched) setTyping({ ...typing, stage: "searched" });
  // Once it was searched for, the address is right when it says something else again.
  const shown = typing !== null && (typing.stage !== "searched" || words === searched) ? typing.text : searched;

  // A search waits for whoever is on the way to another page, tab or filter: it must not call them back, nor be lost to them.
  const { state } = useNavigation();
  const search = typing?.stage === "wanted" && words !== searched && state === "idle" ? words : null;
  useEffect(() => {
    if (search === null) return;
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const key of ["q", ...NOT_OF_A_LIST]) next.delete(key);
      if (search !== "") next.set("q", search);
      return next;
    }, { replace: true, preventScrollReset: true });
  }, [search, setParams]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string, pause: number) => {
    setTyping({ text, stage: "typed" });
    clearTimeout(timer.current);
    // The router tells in a transition that a way was begun: told in one as well, the wish is never rendered before it.
    timer.current = setTimeout(() => startTransition(() => setTyping({ text, stage: "wanted" })), pause);
  };

  return (
    <TextField
      label={label} labelHidden placeholder={placeholder} value={shown} autoComplete="off" type="search" maxLength={100}
      prefix={<Icon source={SearchIcon} />} clearButton onClearButtonClick={() => type("", 0)} onChange={(text) => type(text, PAUSE)}
    />
  );
};
