/** Says that something worked. Faults never go here: they stay beside what caused them. */
export const toast = (text: string): void => {
  globalThis.window?.shopify?.toast.show(text);
};
