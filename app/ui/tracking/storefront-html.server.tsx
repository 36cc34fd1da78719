import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "../format/locale.ts";
import { TRACKING_STYLES } from "./tracking-styles.ts";

/**
 * Takes the meaning of Liquid from text: the storefront runs an `application/liquid` answer through its template engine, so a
 * carrier's or a shopper's `{{ … }}` would be executed. Nothing in our own markup needs a brace; all of them become references.
 */
export const withoutLiquid = (markup: string): string => markup.replaceAll("{", "&#123;").replaceAll("}", "&#125;");

/** Browsers and search engines read these anywhere in a page; the headers of the answer say the same, where the storefront passes them on. */
const UNLISTED = '<meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">';

/** A piece of the storefront: scoped styles and markup for the theme to wrap. Everything in it is escaped for HTML and for Liquid. */
export const storefrontHtml = (content: ReactElement, locale: Locale): string => {
  const markup = withoutLiquid(renderToStaticMarkup(<div className="hth" data-hither-tracking="" lang={locale}>{content}</div>));
  return `${UNLISTED}<style data-hither-style>${TRACKING_STYLES}</style>\n${markup}`;
};
