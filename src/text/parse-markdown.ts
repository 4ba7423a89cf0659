import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { gfm } from "./gfm.ts";
import { maskAddresses } from "./addresses.ts";
import { hasMasks, maskEscapedBars, maskHeadingIds, maskNotMdx, maskUnquotedSlashes, unmask } from "./mask.ts";
import { maskExcess } from "./mask-excess.ts";
import { parseLines } from "./parse-lines.ts";

export interface ParseOptions {
  /** Read as MDX, as Markdown where that fails: GitHub shows any `.mdx` file as Markdown. */
  readonly mdx?: boolean;
}

const markdown = unified().use(remarkParse).use(gfm).use(remarkFrontmatter, ["yaml", "toml"]).freeze();
const mdx = unified().use(remarkParse).use(gfm).use(remarkFrontmatter, ["yaml", "toml"]).use(remarkMdx).freeze();

/**
 * GitHub-flavoured Markdown with front matter as a syntax tree; bare addresses stay text (see `gfm`). Offsets count
 * UTF-16 units of `text`; lines in positions may be too low behind text above the limits of `mask-excess.ts`, so count
 * them from offsets.
 * Never throws: text on which the parser fails is read line by line.
 */
export function parseMarkdown(text: string, options: ParseOptions = {}): Root {
  const masked = maskEscapedBars(maskUnquotedSlashes(maskAddresses(maskExcess(text))));
  return (options.mdx ? tryParseMdx(masked) : undefined) ?? tryParse(markdown, masked) ?? parseLines(text);
}

/** Many an `.mdx` file was plain Markdown before: what alone keeps it from being MDX is taken out of the way. */
function tryParseMdx(masked: string): Root | undefined {
  const text = maskHeadingIds(masked);
  return tryParse(mdx, text) ?? tryParse(mdx, maskNotMdx(text));
}

function tryParse(parser: { parse(text: string): Root }, masked: string): Root | undefined {
  try {
    const tree = parser.parse(masked);
    if (hasMasks(masked)) unmask(tree);
    return tree;
  } catch {
    // MDX rejects what is not MDX; and a tree may be too deep for the parser's own recursion.
    return undefined;
  }
}
