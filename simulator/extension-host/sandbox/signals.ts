import type { ApiDescription } from "../extension-run.ts";

type Listener = (value: unknown) => void;
type SignalLike = { value: unknown; subscribe(listener: Listener): () => void };
type SignalClass = new (value: unknown) => SignalLike;

/**
 * A value the host may change. Until the bundle hands over its own `Signal` class (`shopify.setSignals`, which
 * `@shopify/ui-extensions/preact` does on import) it is plain, and components that read it do not re-render: as on Shopify.
 */
class Cell implements SignalLike {
  private held: SignalLike | null = null;
  private plain: unknown;
  private readonly listeners = new Set<Listener>();

  constructor(value: unknown) {
    this.plain = value;
  }

  get value(): unknown {
    return this.held ? this.held.value : this.plain;
  }

  set value(value: unknown) {
    if (this.held) this.held.value = value;
    else this.plain = value;
    for (const listener of this.listeners) listener(value);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  become(Signal: SignalClass): void {
    this.held = new Signal(this.value);
  }
}

/** Builds the `shopify` object from its description; `set` changes a signal by its path, for example "shippingAddress". */
export const buildApi = (description: ApiDescription) => {
  const cells = new Map<string, Cell>();
  const build = (value: unknown, path: string): unknown => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if ("$signal" in value) {
      const cell = new Cell(value.$signal);
      cells.set(path, cell);
      return cell;
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, build(part, path ? `${path}.${key}` : key)]));
  };
  return {
    shopify: build(description, "") as Record<string, unknown>,
    setSignals(Signal: SignalClass): void {
      for (const cell of cells.values()) cell.become(Signal);
    },
    set(path: string, value: unknown): void {
      const cell = cells.get(path);
      if (!cell) throw new Error(`the surface has no signal ${path}`);
      cell.value = value;
    },
  };
};
