import { splitCode, toCodeSpan } from "../../text/split-code.ts";

/** Stands for inline code while marks are taken off. A character that nobody writes. */
const place = "\uE000";

/**
 * A line of somebody's Markdown as plain text: no images, addresses, tags, emphasis and marks of tables. Its inline code
 * is put into `codes`, and stands as a letter nobody writes with the number of it, so that nothing takes it apart;
 * {@link withCode} puts it back. The bounds keep the time linear: an open bracket is searched no further than a link is
 * long.
 */
export function plainPost(line: string, codes: string[]): string {
  const masked = splitCode(line.replaceAll(place, ""))
    .map(({ text, isCode }) => (isCode ? place + String(codes.push(toCodeSpan(text)) - 1) + place : text))
    .join("");
  return withoutMarks(masked);
}

/** The text with its code back in place, in backticks. */
export function withCode(text: string, codes: readonly string[]): string {
  return text.replaceAll(/\uE000(\d+)\uE000/gu, (_, number: string) => codes[Number(number)] ?? "");
}

function withoutMarks(line: string): string {
  let plain = line;
  if (plain.includes("--") && /^[\s|:-]+$/u.test(plain)) return "";
  if (plain.includes("]")) plain = withoutLinks(plain);
  if (plain.includes("://")) plain = plain.replaceAll(/<?\b(?:https?|ftp|file):\/\/[^\s>)]+>?/giu, " ");
  if (plain.includes("<")) plain = plain.replaceAll(/<\/?[a-z!][^<>]{0,200}>/giu, " ");
  if (plain.startsWith("|")) plain = plain.slice(1).replace(/\|\s*$/u, "");
  if (/[*_~]/u.test(plain)) {
    plain = plain.replaceAll(
      /(?<![\p{L}\p{N}])(\*{1,3}|_{1,3}|~~)(?=\S)([^*_~]{1,500})(?<=\S)\1(?![\p{L}\p{N}])/gu,
      "$2",
    );
  }
  return plain;
}

/** Without definitions, footnotes and images; the words of a link stay. */
export function withoutLinks(line: string): string {
  return line
    .replace(/^ {0,3}\[[^\][]{1,300}\]:\s.*$/u, " ")
    .replaceAll(/!\[[^\][]{0,300}\](?:\([^()]{0,500}\)|\[[^\][]{0,300}\])?/gu, " ")
    .replaceAll(/(?<![\p{L}\p{N}\]])\[([^\][]{1,300})\](?:\([^()]{0,500}\)|\[[^\][]{0,300}\])/gu, "$1")
    .replaceAll(/\[\^[^\][]{1,50}\]/gu, "");
}
