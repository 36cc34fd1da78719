/* Keeps the date right while the page stays open, answers for another postcode, and tells the app once which date was shown. Without it the date simply stands. */
const DAY_MS = 86400000;
/* The first ZIP prefix of each stretch that lies in one state (USPS, three-digit ZIP Code prefixes, L002; Canada Post, first letters of postal codes). */
const US_ZIPS = '005NY 006PR 008VI 009PR 010MA 028RI 030NH 039ME 050VT 055MA 056VT 060CT 070NJ 090AE 100NY 150PA 197DE 200DC 201VA 202DC 206MD 220VA 247WV 270NC 290SC 300GA 320FL 340AA 341FL 350AL 370TN 386MS 398GA 400KY 430OH 460IN 480MI 500IA 530WI 550MN 569DC 570SD 580ND 590MT 600IL 630MO 660KS 680NE 700LA 716AR 730OK 733TX 734OK 750TX 800CO 820WY 832ID 840UT 850AZ 870NM 885TX 886NM 889NV 900CA 962AP 967HI 969GU 970OR 980WA 995AK'.split(' ');
const CA_LETTERS = { A: 'NL', B: 'NS', C: 'PE', E: 'NB', G: 'QC', H: 'QC', J: 'QC', K: 'ON', L: 'ON', M: 'ON', N: 'ON', P: 'ON', R: 'MB', S: 'SK', T: 'AB', V: 'BC', Y: 'YT' };
const plain = (zip) => (zip || '').toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 3);
const fill = (text, values) => text.replace(/\[(\w+)\]/g, (whole, name) => (name in values ? String(values[name]) : whole));
/* Seconds that the shop's clock is ahead of UTC, from "+0530". */
const offsetOf = (zone) => (zone.startsWith('-') ? -60 : 60) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5)));
const dayAt = (day, offset) => new Date(Date.parse(`${day}T00:00:00Z`) + offset * DAY_MS);

class HitherDeliveryDate extends HTMLElement {
  /* What the table says at `now` (seconds since 1970), or null. The block's Liquid, the checkout and the app answer alike. */
  static answer(table, now, { country, region, zip }) {
    const at = table.days.findIndex(({ until }) => now < until);
    if (at < 0 || now >= table.expires) return null;
    const prefix = plain(zip);
    const regional = region ? [...(prefix.length < 3 ? [] : [`${country}-${region}-${prefix}`]), `${country}-${region}`] : [];
    const lane = (country ? [...regional, country, '*'] : ['*']).find((one) => Object.hasOwn(table.lanes, one));
    if (lane === undefined) return null;
    const [first, last] = table.lanes[lane].slice(2 * at, 2 * at + 2);
    if (!(first >= 0 && last >= 0)) return null;
    const { day } = table.days[at];
    const iso = (date) => date.toISOString().slice(0, 10);
    return { from: iso(dayAt(day, first)), to: iso(dayAt(day, last)), day, ships: table.ships[at], busy: table.busy, lane, left: table.days[at].until - now };
  }

  /* The state or province a postcode lies in, as far as the first three characters tell; elsewhere the one lane that ends in them. */
  static regionOf(table, country, zip) {
    const prefix = plain(zip);
    if (country === 'US') return US_ZIPS.filter((from) => from.slice(0, 3) <= prefix).pop()?.slice(3) || '';
    if (country === 'CA') return CA_LETTERS[prefix[0]] || '';
    const ends = Object.keys(table.lanes).map((lane) => lane.split('-')).filter((parts) => parts.length === 3 && parts[0] === country && parts[2] === prefix);
    return ends.length === 1 ? ends[0][1] : '';
  }

  connectedCallback() {
    if (this.table) return;
    this.table = JSON.parse(this.dataset.table);
    /* The shop's clock when the page was made, and the time since: a visitor's own clock may be wrong. */
    this.began = performance.now();
    this.told = new Set();
    const { country, region, zip } = this.dataset;
    this.place = { country, region, zip };
    this.askPostcode();
    this.refresh();
    this.timer = setInterval(() => this.refresh(), 20000);
    const settle = () => {
      this.settled = true;
      this.tell();
    };
    if (window.requestIdleCallback) window.requestIdleCallback(settle);
    else setTimeout(settle, 1500);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  askPostcode() {
    const form = this.querySelector('[data-hither-postcode]');
    if (!form) return;
    form.hidden = false;
    const key = `hither_postcode_${this.dataset.country}`;
    const move = (zip) => {
      const { country, region } = this.dataset;
      this.place = plain(zip).length < 3 ? { country, region, zip: this.dataset.zip } : { country, region: HitherDeliveryDate.regionOf(this.table, country, zip), zip };
    };
    try {
      const kept = localStorage.getItem(key);
      if (kept) {
        form.elements.postcode.value = kept;
        move(kept);
      }
    } catch { /* no storage, no memory */ }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const zip = form.elements.postcode.value.trim();
      move(zip);
      this.refresh();
      this.tell();
      try {
        if (zip) localStorage.setItem(key, zip);
        else localStorage.removeItem(key);
      } catch { /* no storage, no memory */ }
    });
  }

  words(iso) {
    const date = new Date(`${iso}T00:00:00Z`);
    const { day, months, weekdays } = this.dataset;
    return fill(day, { weekday: weekdays.split(' ')[date.getUTCDay()], month: months.split(' ')[date.getUTCMonth()], day: date.getUTCDate() });
  }

  say(part, text) {
    const element = this.querySelector(`[data-hither-${part}]`);
    if (!element) return;
    element.hidden = text === '';
    if (text !== '' && element.textContent.trim() !== text) element.textContent = text;
  }

  refresh() {
    const { dataset, table } = this;
    const now = table.now + Math.floor((performance.now() - this.began) / 1000);
    const answer = HitherDeliveryDate.answer(table, now, this.place);
    this.shown = answer;
    const open = now < table.expires && table.days.some(({ until }) => now < until);
    this.hidden = answer === null && !(open && this.querySelector('[data-hither-postcode]'));
    if (answer === null) {
      for (const part of ['arrives', 'busy', 'countdown']) this.say(part, '');
      return;
    }
    const { from, to, day, left } = answer;
    this.say('arrives', fill(from === to ? dataset.arrivesDay : dataset.arrivesRange, { from: this.words(from), to: this.words(to) }));

    const today = new Date((now + offsetOf(dataset.zone)) * 1000).toISOString().slice(0, 10);
    const days = Math.round((dayAt(day, answer.ships) - dayAt(today, 0)) / DAY_MS);
    this.say('busy', !answer.busy ? '' : days < 1 ? dataset.busyToday : days === 1 ? dataset.busyDay : fill(dataset.busyDays, { days }));

    const hours = Math.floor(left / 3600);
    const minutes = Math.floor(left / 60) % 60;
    this.say('countdown', hours > 23 ? '' : fill(hours > 0 ? dataset.withinHours : dataset.withinMinutes, { hours, minutes }));
  }

  /* Which line of which table was on the page, each once a page view. Nothing about the visitor, and nothing where they said no. */
  tell() {
    try {
      const { shown, table, dataset } = this;
      if (!this.settled || !shown || !navigator.sendBeacon || window.Shopify?.designMode) return;
      if (window.Shopify?.customerPrivacy?.analyticsProcessingAllowed?.() === false) return;
      const offer = JSON.stringify({ table: table.id, lane: shown.lane, service: '*', day: shown.day, surface: dataset.surface });
      if (this.told.has(offer)) return;
      this.told.add(offer);
      navigator.sendBeacon('/apps/hither/shown', offer);
    } catch { /* a date that could not be told of is still a date */ }
  }
}
if (!customElements.get('hither-delivery-date')) customElements.define('hither-delivery-date', HitherDeliveryDate);
