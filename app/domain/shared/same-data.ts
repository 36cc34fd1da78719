/** Whether two plain values (JSON's kinds) say the same, whatever the order of their names. What is undefined counts as absent. */
export const isSameData = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => isSameData(one, b[at]));
  const [ones, others] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(ones), ...Object.keys(others)])].every((name) => isSameData(ones[name], others[name]));
};
