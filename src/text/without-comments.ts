/**
 * Markdown or HTML without its comments. One without an end goes on to the end of the text, as browsers have it. By
 * looking for one mark after the other: an expression would look for the end of each comment anew where there is none.
 */
export function withoutComments(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let start = html.indexOf("<!--"); start !== -1; start = html.indexOf("<!--", at)) {
    kept.push(html.slice(at, start));
    const end = html.indexOf("-->", start + 4);
    if (end === -1) return kept.join("");
    at = end + 3;
  }
  return kept.join("") + html.slice(at);
}
