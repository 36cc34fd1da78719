/** A body as its bytes, or the news that it is longer than allowed. */
export type BoundedBody = { readonly outcome: "read"; readonly bytes: Uint8Array } | { readonly outcome: "too_large" };

/** Reads at most `limit` bytes; stops reading at the first byte too many, whatever the sender announced. */
export const boundedBody = async (request: Request, limit: number): Promise<BoundedBody> => {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return { outcome: "too_large" };
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body === null) return { outcome: "read", bytes: new Uint8Array() };
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return { outcome: "too_large" };
    }
    chunks.push(part.value);
  }
  return { outcome: "read", bytes: Buffer.concat(chunks) };
};
