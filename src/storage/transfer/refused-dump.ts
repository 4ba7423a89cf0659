/** A dump is not taken. The message says why, for whoever asked for it; nothing was changed. */
export class RefusedDumpError extends Error {
  override name = "RefusedDumpError";
}
