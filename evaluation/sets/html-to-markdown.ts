import TurndownService from "turndown";

const converter = new TurndownService({ headingStyle: "atx", codeBlockStyle: "fenced", emDelimiter: "*" });
// Pictures say nothing to a search, and an address of one says something else.
converter.remove(["script", "style", "aside"]);
converter.addRule("pictures", { filter: "img", replacement: () => "" });

// Discourse puts an address beside each heading, and size and name under each picture.
converter.addRule("marks of the forum", {
  filter: (node) => /(?:^| )(?:anchor|lightbox-wrapper)(?: |$)/u.test(node.getAttribute("class") ?? ""),
  replacement: () => "",
});

/** A post as its author may have written it. Quotes of other pages that Discourse unfolds (`aside`) are left out. */
export function htmlToMarkdown(html: string): string {
  return converter.turndown(html).trim();
}
