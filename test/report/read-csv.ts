/** Reads a table as RFC 4180 has it: https://www.rfc-editor.org/rfc/rfc4180 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    const isLast = text[end] !== ",";
    if (isLast) {
      if (!text.startsWith("\r\n", end)) throw new Error(`neither , nor the end of a line at ${end}`);
      rows.push(row);
      row = [];
    }
    at = end + (isLast ? 2 : 1);
  }
  return rows;
}

function plainCell(text: string, start: number) {
  const end = text.slice(start).search(/[,"\r\n]/u) + start;
  return { cell: text.slice(start, end), end };
}

function quotedCell(text: string, start: number) {
  let [cell, at] = ["", start + 1];
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) throw new Error(`the cell at ${start} has no end`);
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
}
