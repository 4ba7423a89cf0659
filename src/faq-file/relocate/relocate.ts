import type { Root, RootContent } from "mdast";
import { applyEdits } from "../edit/text-edit.ts";
import { withoutMetadata } from "../entry-metadata.ts";
import { redact } from "../redact/redact.ts";
import { linkImages } from "./link-images.ts";
import { RelocationEdits, type RelocationTarget } from "./relocation-edits.ts";
import { withoutInvisible } from "../../text/invisible.ts";
import { stripMarkers } from "../../text/marker.ts";
import { endOfOwnText } from "../../text/own-text.ts";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { plainText } from "../../text/plain-text.ts";
import { withoutUnwanted } from "../../text/unwanted.ts";

export interface Relocated {
  /** With `\n` as line ends and without blank lines around. */
  readonly text: string;
  /** What was taken out because it must not be published, with how often. */
  readonly redacted: ReadonlyMap<string, number>;
}

/** How a pull request names it to its reviewer. */
const foreignImage = "image of another host, now a link";

/**
 * Rewrites an answer from a thread so that its Markdown means the same in another file. The tree gives the positions;
 * the text itself is edited. Headings go below the entry's, references become inline links, relative addresses become
 * those of the thread's repository, mentions and references are neutralised, secrets, comments and closing phrases are
 * removed, images of other hosts become links, and open fences and tags are closed.
 */
export function relocate(answer: string, home: RelocationTarget): Relocated {
  const visible = withoutInvisible(withoutUnwanted(answer));
  const { text: clean, found } = redact(withoutMetadata(stripMarkers(visible)));
  const { text: linked, count } = linkImages(`\n${withoutClosing(clean)}\n`, home.thread);
  const text = withoutMetadata(linked);
  const tree = parse(text);
  const work = new RelocationEdits(text, tree, home);
  const edited = trimBlank(applyEdits(text, work.edits()));
  const ends = [openFence(edited), work.openHtml()].filter((it) => it !== "");
  // A removal may join the text around it to a metadata comment.
  return {
    text: withoutMetadata([edited, ...ends].join("\n").trimEnd()),
    redacted: count === 0 ? found : new Map([...found, [foreignImage, count]]),
  };
}

/** In a comment on GitHub, a first line of `---` is a thematic break and no front matter. */
function parse(text: string): Root {
  return parseMarkdown(text);
}

function withoutClosing(text: string): string {
  const lead = `\n${text}`;
  return lead.slice(1, endOfAnswer(lead, parse(lead)));
}

function trimBlank(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/u, "").trimEnd();
}

/** A last line that only thanks or takes leave, in the words people use for it. */
const closingPhrase =
  /^(?:(?:many |much |best |kind |warm )?(?:thanks|thank you|thx|cheers|regards|greetings|best)(?: (?:a lot|so much|again|in advance|all|everyone|for (?:the|your) (?:question|report|patience|help)))?|hope (?:this|that|it) helps(?: you)?|happy (?:coding|hacking)|(?:let (?:me|us) know|feel free to (?:ask|reopen)).{0,80}|sent from my .{1,40})[\s,!.:;)\p{Extended_Pictographic}\uFE0F-]{0,20}(?:@?[\w-]{0,39})?[\s!.]{0,20}$/iu;

/**
 * Offset at which the content of an answer ends, before a quoted mail, a signature, closing phrases and a thematic break
 * at its end. An answer that is a closing phrase and nothing else keeps it.
 */
function endOfAnswer(text: string, tree: Root): number {
  const end = endOfOwnText(text, tree);
  const blocks = tree.children.filter(
    ({ position, type }) => (position?.start.offset ?? 0) < end && type !== "definition",
  );
  const said = blocks.filter(({ type }) => type !== "thematicBreak");
  if (said.length === 0) return 0;
  const last = blocks.findLast((block) => block.type !== "thematicBreak" && !isClosingPhrase(block)) ?? said.at(-1);
  if (last === blocks.at(-1)) return end;
  // Definitions may stand anywhere below what uses them.
  const ends = tree.children.filter(({ type }) => type === "definition" || type === "footnoteDefinition");
  return Math.min(end, Math.max(...[last, ...ends].map((it) => it?.position?.end.offset ?? end)));
}

function isClosingPhrase(block: RootContent): boolean {
  return block.type === "paragraph" && closingPhrase.test(plainText(block));
}

/**
 * The fence of a code block at the end of a text that is not closed; empty where there is none. In a comment such code
 * ends with the comment; in a file it would go on to the end of the file.
 */
function openFence(edited: string): string {
  if (!/`{3}|~{3}/u.test(edited)) return "";
  const text = `\n${edited}`;
  const last = parseMarkdown(text).children.at(-1);
  if (last?.type !== "code") return "";
  const source = text.slice(last.position?.start.offset, last.position?.end.offset);
  const fence = /^ {0,3}(`{3,}|~{3,})/u.exec(source)?.[1];
  if (fence === undefined) return "";
  const closing = /\n {0,3}(`{3,}|~{3,})[ \t]*$/u.exec(source.trimEnd())?.[1];
  return closing?.startsWith(fence) === true ? "" : fence;
}
