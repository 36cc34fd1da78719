/** Every word of the tracking page that Hither says itself. */
export type TrackingTexts = {
  readonly lookup: {
    readonly heading: string; readonly intro: string; readonly orderLabel: string; readonly orderHint: string;
    readonly emailLabel: string; readonly emailHint: string; readonly submit: string; readonly another: string;
  };
  readonly problem: {
    readonly notFound: string; readonly incomplete: string; readonly expired: string; readonly unavailable: string;
    readonly slowDown: (minutes: number) => string;
  };
  readonly order: (name: string, shop: string) => string;
  readonly orderedOn: (day: string) => string;
  readonly was: (window: string) => string;
  readonly steps: {
    readonly heading: string;
    readonly ordered: string; readonly shipped: string; readonly outForDelivery: string; readonly delivered: string;
    readonly readyForPickup: string; readonly pickedUp: string; readonly returning: string; readonly returned: string;
    readonly undeliverable: string; readonly cancelled: string;
    readonly done: string; readonly now: string; readonly later: string; readonly labelOnly: string;
  };
  readonly trouble: { readonly heading: string; readonly dateGone: string };
  readonly parcel: {
    readonly only: string; readonly items: string; readonly carrier: string;
    readonly trackingNumber: string; readonly otherNumber: (carrier: string | null) => string; readonly carrierPage: string; readonly newTab: string;
    readonly heard: (moment: string) => string;
  };
  readonly notArrived: { readonly heading: string; readonly advice: string; readonly submit: string; readonly thanks: string };
  readonly stories: { readonly heading: string };
  readonly orderItems: { readonly heading: string };
  readonly history: { readonly heading: string; readonly none: string; readonly carriersWords: string; readonly older: (count: number) => string; readonly cut: string };
  readonly notShipped: { readonly heading: string; readonly note: string };
  readonly cancelled: string;
  readonly checked: (moment: string, zone: string) => string;
  readonly checkAgain: string;
};
