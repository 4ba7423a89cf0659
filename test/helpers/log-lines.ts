/** A destination for the log that keeps what was written, line by line. */
export function logLines(): { readonly lines: string[]; write(line: string): void } {
  const lines: string[] = [];
  return { lines, write: (line) => void lines.push(line) };
}
