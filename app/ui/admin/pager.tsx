import { useNavigate, useSearchParams } from "@remix-run/react";
import { Box, InlineStack, Pagination } from "@shopify/polaris";
import { pageAddress } from "./paging.ts";

/** Turns pages by cursor. */
export const Pager = ({ next, previous, label }: { readonly next: string | null; readonly previous: string | null; readonly label: string }) => {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const forward = pageAddress(params, "after", next);
  const back = pageAddress(params, "before", previous);
  if (forward === null && back === null) return null;
  const go = (address: string | null) => () => {
    if (address !== null) navigate(address);
  };
  return (
    <Box padding="300">
      <InlineStack align="center">
        <Pagination label="" accessibilityLabel={label} hasNext={forward !== null} hasPrevious={back !== null} onNext={go(forward)} onPrevious={go(back)} />
      </InlineStack>
    </Box>
  );
};
