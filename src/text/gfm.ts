import type { Root } from "mdast";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { setextUnderline } from "micromark-core-commonmark";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import type { Construct, Event, Extension, TokenizeContext } from "micromark-util-types";
import type { Plugin } from "unified";

/**
 * GitHub-flavoured Markdown for `remark-parse`, as `remark-gfm` has it but for bare addresses (`https://…`, `www.…`,
 * `a@b.example`): those stay text, for both ways that `remark-gfm` has of finding them take time in the square of some
 * inputs, and links it makes have no positions. `addressesIn` finds them.
 */
export const gfm: Plugin<[], string, Root> = function () {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmFootnote(),
    gfmStrikethrough(),
    gfmTable(),
    gfmTaskListItem(),
    underlinedHeading,
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ];
};

/** Headings by underline. The parser's own copies all that came before for each of them; this looks at the last block. */
const lastBlockOnly: Construct = {
  ...setextUnderline,
  name: "underlinedHeading",
  resolveTo(events: Event[], context: TokenizeContext): Event[] {
    const start = events.findLastIndex(([kind, { type }]) => kind === "enter" && type === "content");
    const block = events.slice(start);
    events.length = start;
    for (const event of setextUnderline.resolveTo?.(block, context) ?? block) events.push(event);
    return events;
  },
};

const [hyphen, equals] = [45, 61];
const underlinedHeading: Extension = {
  flow: { [hyphen]: lastBlockOnly, [equals]: lastBlockOnly },
  disable: { null: ["setextUnderline"] },
};
