/**
 * A line of Markdown without its inline marks. Addresses go, since they name a place and not a topic; the words of a
 * link stay. Most lines have no such mark, and cost a look.
 */
export function plainLine(line: string): string {
  let plain = line;
  if (plain.includes("](") || plain.includes("][") || plain.includes("]:")) plain = withoutLinks(plain);
  if (plain.includes("://")) plain = plain.replace(/<?\b(?:https?|ftp|file):\/\/[^\s>)]+>?/giu, " ");
  if (plain.includes("<")) plain = plain.replace(/<\/?[a-z][^<>]{0,200}>/giu, " ");
  return plain;
}

/** The bounds keep the time linear: an open bracket looks no further than a link is long. */
function withoutLinks(line: string): string {
  return line
    .replace(/^ {0,3}\[[^\][]{1,300}\]:\s.*$/u, " ")
    .replace(/!\[[^\][]{0,300}\](?:\([^()]{0,500}\)|\[[^\][]{0,300}\])/gu, " ")
    .replace(/\[([^\][]{1,300})\](?:\([^()]{0,500}\)|\[[^\][]{0,300}\])/gu, "$1");
}
