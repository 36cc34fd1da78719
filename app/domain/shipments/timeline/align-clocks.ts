import { hours, minutes, type Instant } from "../../shared/time.ts";
import type { Finding } from "../finding.ts";
import type { Milestone } from "../milestone.ts";
import type { Source } from "../scan.ts";
import { byText, rankOf } from "./distinct-scans.ts";
import { isTelling, WEIGHT, type Statement } from "./statement.ts";

/** Zones differ by half hours and more (the quarter-hour ones are rounded to a neighbour and lie within the tolerance); nobody is further off than UTC+14. */
const STEP_MS = minutes(30);
const FARTHEST_MS = hours(14);
/** Two sources note one event within this of each other once their clocks agree. The product's own figure, 2026-11. */
const TOLERANCE_MS = minutes(12);
/** A shift is believed when it explains at least three statements and three quarters of all, of at least two kinds; and no shift at most a third as many. */
const FEWEST = 3;

type Shift = { readonly slot: number; readonly explains: number; readonly kinds: number };

const isClocked = ({ scan }: Statement): boolean => scan.timing === "exact" && !scan.withdrawn && isTelling(scan);

/** For every shift of half hours: which of a source's statements another source tells at the shifted time. */
const explained = (own: readonly Statement[], others: readonly Statement[]): Map<number, Map<Statement, Milestone>> => {
  const bySlot = new Map<number, Map<Statement, Milestone>>();
  for (const one of own) for (const other of others) {
    const apart = other.at - one.at;
    const slot = Math.round(apart / STEP_MS);
    if (one.scan.milestone !== other.scan.milestone || Math.abs(apart) > FARTHEST_MS || Math.abs(apart - slot * STEP_MS) > TOLERANCE_MS) continue;
    const found = bySlot.get(slot) ?? new Map<Statement, Milestone>();
    bySlot.set(slot, found.set(one, one.scan.milestone));
  }
  return bySlot;
};

const better = (a: Shift, b: Shift): boolean => (a.explains - b.explains || b.slot ** 2 - a.slot ** 2 || a.slot - b.slot) > 0;

/** The half hours by which a source's clock is behind those it is compared with; null where they agree, or nothing shows that they do not. */
const shiftOf = (own: readonly Statement[], others: readonly Statement[]): number | null => {
  if (own.length < FEWEST || others.length < FEWEST) return null;
  const bySlot = explained(own, others);
  let best: Shift | null = null;
  for (const [slot, found] of bySlot) {
    const shift = { slot, explains: found.size, kinds: new Set(found.values()).size };
    if (best === null || better(shift, best)) best = shift;
  }
  if (best === null || Math.abs(best.slot) <= 1 || best.explains < FEWEST || best.kinds < 2 || best.explains * 4 < own.length * 3) return null;
  return new Set([-1, 0, 1].flatMap((slot) => [...(bySlot.get(slot)?.keys() ?? [])])).size * 3 <= best.explains ? best.slot : null;
};

/**
 * Sets right the clock of a source that tells, hours off, what a weightier source tells at its time: a label app that writes the wall clock and calls it UTC.
 * The statements keep what was said; only the time they count from moves, and never beyond when we heard them.
 */
export const alignClocks = (statements: readonly Statement[], findings: Finding[]): readonly Statement[] => {
  const clocked = statements.filter(isClocked);
  const shifts = new Map<Source, number>();
  for (const source of new Set(clocked.map(({ scan }) => scan.source))) {
    const own = clocked.filter(({ scan }) => scan.source === source);
    const slot = shiftOf(own, clocked.filter(({ scan }) => WEIGHT[scan.source] > WEIGHT[source]));
    if (slot === null) continue;
    shifts.set(source, slot * STEP_MS);
    findings.push(offBy(source, slot, own));
  }
  if (shifts.size === 0) return statements;
  const set = statements.map((one) => {
    const shift = one.scan.timing === "exact" ? shifts.get(one.scan.source) : undefined;
    return shift === undefined ? one : { ...one, at: Math.min(one.scan.occurredAt + shift, one.scan.receivedAt) as Instant, ahead: Math.max(0, one.scan.occurredAt + shift - one.scan.receivedAt) };
  });
  return set.sort((a, b) => a.at + a.ahead - b.at - b.ahead || rankOf(a.scan.milestone) - rankOf(b.scan.milestone) || byText(a.scan.key, b.scan.key));
};

const offBy = (source: Source, slot: number, own: readonly Statement[]): Finding => {
  const off = Math.abs(slot) / 2;
  const said = `${off} ${off === 1 ? "hour" : "hours"} ${slot > 0 ? "behind" : "ahead"}`;
  return {
    kind: "clock_off", weight: "note", at: (own[0] as Statement).at, evidence: own.map(({ scan }) => scan.key), details: { source, hours: off, behind: slot > 0 ? 1 : 0 },
    believes: `One source's clock is ${said}; its statements count from their true times.`, because: `It tells step by step what another source tells ${off} ${off === 1 ? "hour" : "hours"} ${slot > 0 ? "later" : "earlier"}.`,
  };
};
