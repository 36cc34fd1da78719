/** A whole number with separators, "4,212"; the same on the server and in every browser. */
export const formatCount = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** "1 order", "2 orders", "4,212 orders". */
export const countOf = (n: number, one: string, many = `${one}s`): string => `${formatCount(n)} ${n === 1 ? one : many}`;

/** A share from 0 to 1 as whole percent, "38 %". Never says 100 before it is whole. */
export const formatShare = (share: number): string => `${Math.min(share < 1 ? 99 : 100, Math.max(0, Math.floor(share * 100)))} %`;
