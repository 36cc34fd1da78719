/** Carriers' numbers compared without the spaces, dashes and case people type. */
export const normalTrackingNumber = (number: string): string => number.replaceAll(/[\s-]/g, "").toUpperCase();
