/** How most lines of a text end. */
export function lineEndOf(text: string): string {
  const windows = text.match(/\r\n/gu)?.length ?? 0;
  const all = text.match(/\n/gu)?.length ?? 0;
  if (all === 0 && text.includes("\r")) return "\r";
  return windows * 2 > all ? "\r\n" : "\n";
}
