/** The raw bytes of a PUT. A connection that breaks off in the middle leaves nothing. */

/** All of the body, or null when the connection broke or the sender announced more than it sent. */
export async function readWhole(request: Request): Promise<Uint8Array | null> {
  const bytes = await request.arrayBuffer().catch(() => null);
  if (bytes === null) return null;
  const announced = request.headers.get("Content-Length");
  return announced !== null && Number(announced) !== bytes.byteLength ? null : new Uint8Array(bytes);
}
