/** Simple drawings of the goods, so that the shop needs no files from elsewhere. Drawn on 240 × 240. */
const DRAWINGS: Readonly<Record<string, { readonly ground: string; readonly shapes: string }>> = {
  "hearth-throw": { ground: "#e9dcc6", shapes: `<path d="M50 62h140v96q-12 14-24 0t-24 0-24 0-24 0-24 0-20-2z" fill="#f7f0e3"/><g stroke="#c9b595" stroke-width="5"><path d="M50 82h140M50 104h140M50 126h140"/></g><g stroke="#b99f78" stroke-width="3" stroke-linecap="round"><path d="M58 166v22M78 168v22M98 168v22M118 168v22M138 168v22M158 168v22M178 168v22"/></g>` },
  "moss-cardigan": { ground: "#dfe3cf", shapes: `<path d="M88 58l32 26 32-26 34 22 14 92-26 6-10-50v68H76v-68l-10 50-26-6 14-92z" fill="#6f7f4f"/><path d="M120 84v112" stroke="#4f5c37" stroke-width="4"/><g fill="#e9dcc6"><circle cx="128" cy="108" r="4"/><circle cx="128" cy="130" r="4"/><circle cx="128" cy="152" r="4"/><circle cx="128" cy="174" r="4"/></g>` },
  "felt-slippers": { ground: "#dcd9d6", shapes: `<g fill="#85807c"><path d="M52 150c0-40 14-66 32-66s24 20 24 46v32c0 18-56 18-56-12z"/><path d="M132 150c0-40 14-66 32-66s24 20 24 46v32c0 18-56 18-56-12z"/></g><g fill="#5f5a57"><ellipse cx="84" cy="106" rx="15" ry="17"/><ellipse cx="164" cy="106" rx="15" ry="17"/></g><path d="M54 162c6 18 48 18 54 0M134 162c6 18 48 18 54 0" fill="none" stroke="#8a5a3a" stroke-width="6"/>` },
  "beeswax-candles": { ground: "#f4e3bf", shapes: `<g fill="#d9a441"><rect x="54" y="100" width="24" height="92" rx="6"/><rect x="90" y="84" width="24" height="108" rx="6"/><rect x="126" y="94" width="24" height="98" rx="6"/><rect x="162" y="78" width="24" height="114" rx="6"/></g><g fill="#f2792b"><path d="M66 72q12 16 0 24-12-8 0-24M102 56q12 16 0 24-12-8 0-24M138 66q12 16 0 24-12-8 0-24M174 50q12 16 0 24-12-8 0-24"/></g>` },
  "stoneware-mug": { ground: "#e3ddd2", shapes: `<path d="M64 84h92v82q0 22-22 22H86q-22 0-22-22z" fill="#cbbba1"/><path d="M156 102h14q22 0 22 24t-22 24h-14" fill="none" stroke="#cbbba1" stroke-width="12"/><path d="M64 84h92v26q-46 18-92 0z" fill="#f3ead9"/><g fill="none" stroke="#a8977c" stroke-width="4" stroke-linecap="round"><path d="M92 68q-8-10 0-20M118 68q-8-10 0-20"/></g>` },
  "linen-tablecloth": { ground: "#e6e2d3", shapes: `<path d="M40 92l80-32 80 32-80 36z" fill="#d6c9a8"/><path d="M40 92v56l80 42v-62z" fill="#c2b38f"/><path d="M200 92v56l-80 42v-62z" fill="#b3a37d"/><g stroke="#efe7d0" stroke-width="3"><path d="M66 82l80 34M94 71l80 32M174 82l-80 34M146 71l-80 32"/></g>` },
  "alpaca-scarf": { ground: "#f0d9c8", shapes: `<path d="M78 66q42 34 84 0l12 22q-54 44-108 0z" fill="#b5532f"/><path d="M130 100l34 4-10 84-34-6z" fill="#a34727"/><path d="M96 102l30-2 4 66-30 2z" fill="#c2623b"/><g stroke="#8a3b1f" stroke-width="3" stroke-linecap="round"><path d="M122 184v14M132 186v14M142 187v14M152 188v14M102 168v12M112 168v12M122 167v12"/></g>` },
  "lambswool-socks": { ground: "#d7dfe2", shapes: `<g fill="#f4efe6"><path d="M66 56h38v70l22 34q8 18-10 26t-30-12l-20-40z"/><path d="M126 56h38v70l22 34q8 18-10 26t-30-12l-20-40z"/></g><g fill="#9c4a3a"><path d="M66 56h38v14H66zM126 56h38v14h-38z"/><path d="M118 150q16 20 2 36 14-4 8-22zM178 150q16 20 2 36 14-4 8-22z"/></g>` },
};

const PLAIN = { ground: "#e9dcc6", shapes: `<rect x="70" y="70" width="100" height="100" rx="14" fill="#b99f78"/>` };

/** The picture of a product as an SVG file. A product nobody has drawn gets a plain parcel. */
export const productPicture = (handle: string): string => {
  const { ground, shapes } = DRAWINGS[handle] ?? PLAIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><rect width="240" height="240" fill="${ground}"/><ellipse cx="120" cy="200" rx="84" ry="9" fill="#000" opacity=".07"/>${shapes}</svg>`;
};
