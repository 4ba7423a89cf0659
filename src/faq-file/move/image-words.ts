import { gap } from "./defuse-text.ts";

/** Longer names say nothing. */
const longestName = 100;

/** What says in words which image it is: its text, else the name of its file, else its host. */
export function imageWords(alt: string | null | undefined, url: string): string {
  const text = (alt ?? "").replaceAll(/\s+/gu, " ").trim();
  if (text !== "") return text;
  if (!URL.canParse(url, "https://relative.invalid/")) return "image";
  const { pathname, host } = new URL(url, "https://relative.invalid/");
  const name = pathname.slice(pathname.lastIndexOf("/") + 1).slice(0, longestName);
  return name === "" ? host : name;
}

/** Words as Markdown that shows them as they are, within a line. */
export function asMarkdown(words: string): string {
  return words.replaceAll(/[\\`*_[\]<>|~$&{}]/gu, "\\$&").replace(/^(?=[\^!])/u, gap);
}

/** Words as HTML that shows them as they are. */
export function asHtml(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
