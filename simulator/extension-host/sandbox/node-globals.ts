/**
 * Imported before the polyfill: Node 24 defines some globals (ErrorEvent) so that they cannot be replaced, and the polyfill,
 * made for browsers, replaces its whole list at once. Those it cannot replace keep Node's own, which serve as well.
 */
const { defineProperties } = Object;
Object.defineProperties = <T>(target: T, properties: PropertyDescriptorMap & ThisType<unknown>): T => {
  if ((target as unknown) !== globalThis) return defineProperties(target, properties);
  const replaceable = Object.entries(Object.getOwnPropertyDescriptors(properties) as PropertyDescriptorMap)
    .filter(([name]) => Object.getOwnPropertyDescriptor(globalThis, name)?.configurable ?? true)
    .map(([name]) => [name, (properties as Record<string, PropertyDescriptor>)[name]] as const);
  return defineProperties(target, Object.fromEntries(replaceable) as PropertyDescriptorMap);
};
