import { useNavigation } from "@remix-run/react";
import { SkeletonBodyText, SkeletonPage, Layout, Card } from "@shopify/polaris";
import { useEffect, useState, type ReactNode } from "react";

/** Milliseconds before a slow page is replaced by its skeleton; a fast one never flashes. */
const PATIENCE = 300;

const useSlowNavigation = (): boolean => {
  const { state, location, formMethod } = useNavigation();
  const leaving = state === "loading" && location !== undefined && (formMethod === undefined || formMethod === "GET");
  const target = leaving ? location.pathname : null;
  const [slow, setSlow] = useState<string | null>(null);
  useEffect(() => {
    if (target === null || target === window.location.pathname) return undefined;
    const timer = setTimeout(() => setSlow(target), PATIENCE);
    return () => {
      clearTimeout(timer);
      setSlow(null);
    };
  }, [target]);
  return target !== null && slow === target;
};

/** Shows the shape of the next page while it is slow to come. */
export const PendingPage = ({ children }: { readonly children: ReactNode }) =>
  useSlowNavigation() ? (
    <SkeletonPage title="Loading" fullWidth>
      <Layout>
        <Layout.Section>
          <Card><SkeletonBodyText lines={8} /></Card>
        </Layout.Section>
      </Layout>
    </SkeletonPage>
  ) : <>{children}</>;
