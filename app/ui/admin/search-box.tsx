import { useLocation, useNavigation, useSearchParams } from "@remix-run/react";
import { Icon, TextField } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useRef, useState } from "react";
import { NOT_OF_A_LIST } from "./paging.ts";

/** Milliseconds after the last key stroke. */
const PAUSE = 350;

/** What is being typed, and the search it is typed over; when the address says something else again, the address is right. */
type Typing = { readonly text: string; readonly over: string };

/** Searches as one types and keeps the words in the address (`q`), so that a search can be shared and gone back to. */
export const SearchBox = ({ label, placeholder }: { readonly label: string; readonly placeholder: string }) => {
  const [params, setParams] = useSearchParams();
  const searched = params.get("q") ?? "";
  const [typing, setTyping] = useState<Typing | null>(null);
  const typed = typing !== null && (searched === typing.over || searched === typing.text.trim()) ? typing.text : searched;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { pathname } = useLocation();
  const goingTo = useNavigation().location?.pathname;
  const leaving = goingTo !== undefined && goingTo !== pathname;
  // Whoever has followed a link does not wait for the search: it would call them back.
  useEffect(() => { if (leaving) clearTimeout(timer.current); }, [leaving]);

  const search = (text: string, after: number) => {
    setTyping({ text, over: searched });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setParams((before) => {
      const next = new URLSearchParams(before);
      for (const key of ["q", ...NOT_OF_A_LIST]) next.delete(key);
      if (text.trim() !== "") next.set("q", text.trim());
      return next;
    }, { replace: true, preventScrollReset: true }), after);
  };

  return (
    <TextField
      label={label} labelHidden placeholder={placeholder} value={typed} autoComplete="off" type="search" maxLength={100}
      prefix={<Icon source={SearchIcon} />} clearButton onClearButtonClick={() => search("", 0)} onChange={(text) => search(text, PAUSE)}
    />
  );
};
