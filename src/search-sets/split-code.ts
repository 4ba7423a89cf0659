/** Fenced code apart from the prose, as cutting a docs page leaves them. A fence left open runs to the end. */
export function splitCode(markdown: string): { readonly body: string; readonly code: string } {
  const body: string[] = [];
  const code: string[] = [];
  let open: string | undefined;
  for (const line of markdown.split("\n")) {
    const [, mark = "", info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)/su.exec(line) ?? [];
    if (open === undefined) {
      // "```x```" on one line is code within the prose.
      if (mark === "" || info.includes("`")) body.push(line);
      else open = mark;
    } else if (mark.startsWith(open) && info.trim() === "") open = undefined;
    else code.push(line);
  }
  return { body: body.join("\n"), code: code.join("\n") };
}
