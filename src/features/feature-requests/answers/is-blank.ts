/**
 * Whether a text says nothing. A form puts `_No response_` where somebody left a field out, `None` for a choice not
 * made; people write the others.
 */
export function isBlank(text: string): boolean {
  const said = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}?]+/gu, " ")
    .trim();
  return said === "" || nothings.has(said);
}

const nothings = new Set([
  "no response",
  "none",
  "n a",
  "na",
  "nil",
  "null",
  "x",
  "?",
  "??",
  "???",
  "tbd",
  "todo",
  "unknown",
  "no answer",
  "to be done",
  "to be defined",
]);
