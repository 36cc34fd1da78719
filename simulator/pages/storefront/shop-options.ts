/** What the shop's own pages need to know of the app and of the rest of the simulator. */
export type ShopOptions = {
  /** Where the app is reached, without a trailing slash. */
  readonly appUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** `[app_proxy] url` of shopify.app.toml, for example "/proxy". */
  readonly proxyPath: string;
  /** A session token as a checkout or customer-account extension gets it; `customerId` only for a shopper who is signed in. */
  readonly mintToken: (customerId: string | undefined) => string | Promise<string>;
  /** The folder of the theme app extension; the app's own by default. */
  readonly themeExtension?: string;
  /** The simulator's start page, linked from the banner. */
  readonly simulatorUrl?: string;
};

/** Where the app proxy lives on the shop's domain: `prefix` and `subpath` of shopify.app.toml. */
export const PROXY_BASE = "/apps/hither";
