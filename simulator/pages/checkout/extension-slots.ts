import { loadExtension, translationsFor } from "../../extension-host/load-extension.ts";
import type { ApiDescription } from "../../extension-host/extension-run.ts";
import type { LoadedExtension } from "../../extension-host/load-extension.ts";
import type { PageMount } from "../../extension-host/page/mount-in-page.ts";
import type { World } from "../../world/types.ts";
import { html, raw, type Markup } from "../html.ts";

type Mount = { readonly slot: string; readonly folder: string; readonly target: string; readonly tokenUrl: string; readonly api: (extension: LoadedExtension) => ApiDescription };

/** What the page's script needs to start one extension; null when its bundle has not been built. */
export const describeMount = (world: World, locale: string, { slot, folder, target, tokenUrl, api }: Mount): PageMount => {
  const extension = loadExtension(folder);
  return {
    slot, target, tokenUrl, handle: extension.handle, api: api(extension), locale, translations: translationsFor(extension, locale),
    capabilities: extension.capabilities, clock: world.clock.state(),
  };
};

/** The data and the script that bring a page's slots to life. */
export const extensionHead = (mounts: readonly PageMount[]): Markup =>
  html`<script type="application/json" id="extensions">${raw(JSON.stringify(mounts).replaceAll("<", "\\u003c"))}</script><script src="/checkout-assets/page.js" defer></script>`;
