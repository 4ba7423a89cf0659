/** What somebody opened in a file and did not close, in words; undefined where all is closed. */
export function openBlock(text: string): string | undefined {
  let open: { readonly mark: string; readonly line: number } | undefined;
  for (const [i, line] of text.split(/\r\n|\n|\r/u).entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark === undefined) continue;
    if (open === undefined) open = { mark, line: i + 1 };
    else if (mark.startsWith(open.mark) && line.trim() === mark) open = undefined;
  }
  if (open !== undefined) return `a code block that is not closed (line ${open.line})`;
  return text.lastIndexOf("<!--") > text.lastIndexOf("-->") ? "a comment that is not closed" : undefined;
}
