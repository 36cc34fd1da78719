import type { ShopperMail } from "#app/application/ports.ts";
import { escapeHtml as e, oneLine, webAddress } from "./escape.ts";

/** A mail's two parts, both complete on their own. */
export type MailParts = { readonly html: string; readonly text: string };

/** Neither pure black nor pure white: some clients invert those on their own. */
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #f4f5f3; }
.page { background: #f4f5f3; }
.card { background: #fdfdfc; border: 1px solid #e2e4df; border-radius: 12px; }
.shop, .footer { color: #5f665c; }
.heading, .words { color: #1f2420; }
.button { background: #1f5f4a; color: #fdfdfc; }
.footer a { color: #5f665c; }
@media (prefers-color-scheme: dark) {
  body, .page { background: #161917 !important; }
  .card { background: #1f2421 !important; border-color: #343b36 !important; }
  .shop, .footer, .footer a { color: #a3aca5 !important; }
  .heading, .words { color: #eceeeb !important; }
  .button { background: #8fd3b8 !important; color: #10211a !important; }
}
[data-ogsb] .page { background: #161917 !important; }
[data-ogsb] .card { background: #1f2421 !important; border-color: #343b36 !important; }
[data-ogsc] .heading, [data-ogsc] .words { color: #eceeeb !important; }
[data-ogsc] .shop, [data-ogsc] .footer, [data-ogsc] .footer a { color: #a3aca5 !important; }
[data-ogsb] .button { background: #8fd3b8 !important; }
[data-ogsc] .button { color: #10211a !important; }
@media (max-width: 620px) { .inner { padding: 24px 20px !important; } .gutter { padding: 16px 8px !important; } }`;

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur", "yi"]);

const language = (locale: string): string => (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : "en");

const link = (attributes: string, { label, url }: { readonly label: string; readonly url: string }): string => {
  const href = webAddress(url);
  return href === null ? "" : `<a ${attributes} href="${e(href)}">${e(label)}</a>`;
};

const button = (mail: ShopperMail): string => {
  const made = link(`class="button" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#1f5f4a;color:#fdfdfc;font-size:16px;font-weight:600;text-decoration:none"`, mail.button);
  const second = mail.second === undefined ? "" : link(`class="words" style="font-size:16px;line-height:1.55;color:#1f2420"`, mail.second);
  return `${made === "" ? "" : `<p style="margin:28px 0 0">${made}</p>`}${second === "" ? "" : `<p style="margin:18px 0 0">${second}</p>`}`;
};

const html = (mail: ShopperMail): string => {
  const lang = language(mail.locale);
  const words = mail.paragraphs.map((text) => `<p class="words" style="margin:0 0 14px;font-size:16px;line-height:1.55;color:#1f2420">${e(text).replaceAll("\n", "<br>")}</p>`).join("\n");
  const stop = mail.stop === undefined ? "" : link(`style="color:#5f665c"`, mail.stop);
  return `<!doctype html>
<html lang="${lang}" dir="${RIGHT_TO_LEFT.has(lang.slice(0, 2).toLowerCase()) ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${e(oneLine(mail.subject))}</title>
<style>${STYLE}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f5f3;${FONT}">
<div style="display:none;max-height:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px">${e(mail.preheader)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f4f5f3">
<tr><td class="gutter" align="center" style="padding:32px 16px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
<tr><td class="shop" style="padding:0 4px 14px;font-size:14px;font-weight:600;color:#5f665c">${e(mail.fromName)}</td></tr>
<tr><td class="card inner" style="padding:36px 40px;background:#fdfdfc;border:1px solid #e2e4df;border-radius:12px">
<h1 class="heading" style="margin:0 0 18px;font-size:22px;line-height:1.3;font-weight:650;color:#1f2420">${e(mail.heading)}</h1>
${words}
${button(mail)}
</td></tr>
<tr><td class="footer" style="padding:18px 4px 0;font-size:13px;line-height:1.5;color:#5f665c">${e(mail.footer).replaceAll("\n", "<br>")}${stop === "" ? "" : `<br>${stop}`}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
};

const text = (mail: ShopperMail): string => {
  const [main, second, stop] = [mail.button, mail.second, mail.stop].map((one) => {
    const url = one === undefined ? null : webAddress(one.url);
    return one === undefined || url === null ? null : `${one.label}: ${url}`;
  });
  return [mail.heading, ...mail.paragraphs, main, second, `-- \n${mail.footer}`, stop].filter((part) => part !== null && part !== undefined && part !== "").join("\n\n").concat("\n");
};

/** One calm mail: the shop's name, what happened, one button. 600 px wide, readable without images, styles or HTML. */
export const layOut = (mail: ShopperMail): MailParts => ({ html: html(mail), text: text(mail) });
