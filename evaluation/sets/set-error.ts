/** A set cannot be made from what was given. The message is for whoever gave it: one line, what and where. */
export class SetError extends Error {
  override name = "SetError";
}
