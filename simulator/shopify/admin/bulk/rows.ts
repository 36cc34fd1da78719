type Row = Record<string, unknown>;
/** Rows of one level, with those below them. */
type Node = { row: Row; children: Node[] };

function isRecord(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The nodes of a value that is a connection, else null: no other object of the API has these fields. */
export function nodesOf(value: unknown): unknown[] | null {
  if (!isRecord(value)) return null;
  if (Array.isArray(value["nodes"])) return value["nodes"];
  if (Array.isArray(value["edges"])) return value["edges"].map((edge) => (isRecord(edge) ? edge["node"] : null));
  return null;
}

/** Splits an object from the connections in it, also those inside plain objects. */
function toNode(source: Row, parent: string | null): Node {
  const id = typeof source["id"] === "string" ? source["id"] : null;
  const children: Node[] = [];
  const strip = (value: Row, nearest: string | null): Row => {
    const own = typeof value["id"] === "string" ? value["id"] : nearest;
    const row: Row = {};
    for (const [key, one] of Object.entries(value)) {
      const nodes = nodesOf(one);
      if (nodes !== null) for (const node of nodes) children.push(...(isRecord(node) ? [toNode(node, own)] : []));
      else row[key] = isRecord(one) ? strip(one, own) : one;
    }
    return row;
  };
  const row = strip(source, id);
  if (parent !== null) row["__parentId"] = parent;
  return { row, children };
}

/**
 * JSONL rows of root objects. Grouped, each child follows its parent; otherwise all parents of a batch come first and
 * readers must go by `__parentId`, which is all that Shopify promises.
 */
export function jsonlRows(roots: readonly unknown[], grouped: boolean): { text: string; objects: number } {
  const lines: string[] = [];
  let level = roots.flatMap((root) => (isRecord(root) ? [toNode(root, null)] : []));
  if (grouped) {
    const write = (node: Node): void => {
      lines.push(JSON.stringify(node.row));
      node.children.forEach(write);
    };
    level.forEach(write);
  } else {
    while (level.length > 0) {
      for (const node of level) lines.push(JSON.stringify(node.row));
      level = level.flatMap((node) => node.children);
    }
  }
  return { text: lines.length === 0 ? "" : `${lines.join("\n")}\n`, objects: lines.length };
}
