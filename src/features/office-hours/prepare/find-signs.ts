import type { Node } from "mdast";
import { isTooLong } from "../../../text/block-marks.ts";
import { parseMarkdown } from "../../../text/parse-markdown.ts";
import { childrenOf, plainText, valueOf } from "../../../text/plain-text.ts";

/** What can be told to be in a text: which versions, what a program said, what was tried. */
export type Sign = "versions" | "log" | "tried";

/** A version: with two dots or more, behind a `v`, or behind a word that says that one comes. */
const version =
  /(?<![\w.])v?\d{1,4}(?:\.\d{1,6}){2,3}(?![.\d]{0,3}\d)|(?<![\w.])v\d{1,3}(?:\.\d{1,4})?\b|\b(?:version|release|build|node|python|java|go|rust|ruby|php|ubuntu|debian|fedora|windows|macos|ios|android|chrome|firefox|safari|docker|kubernetes|postgres(?:ql)?|mysql)\b[\s:=*`]{0,4}v?\d{1,4}(?:\.\d{1,6}){0,3}\b|版本[^\d\n]{0,8}\d/iu;

/** An address of the network, by what stands around it or by its range, is none. */
const noVersion =
  /(?:[@(/]|\b(?:ip|host|server|address|from|to|on) )(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}\b|\b(?:\d{1,3}\.){3}\d{1,3}(?=[:/]\d)/giu;

/** Lines as programs write them: a level, a stack, an exception, a time stamp, a failing command. */
const logLine =
  /^(?:[ \t]{0,20}(?:at [^\s(]{1,200} ?\(|File "[^"]{1,300}", line \d|Traceback|Caused by:|goroutine \d|panic:|thread '[^']{1,80}' panicked|npm (?:ERR!|error)|E: )|.{0,80}\b(?:ERROR|FATAL|WARN(?:ING)?|INFO|DEBUG|CRITICAL|error\[E\d+\])\b|.{0,60}\b(?:[A-Z]\w{1,60})?(?:Error|Exception)\b\s?[:(]|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|.{0,200}\b(?:exit(?:ed with)? (?:code|status)|status code) \d)/mu;

/** What a program says when something goes wrong, in whatever letters: enough where it stands in code. */
const complaint =
  /\b(?:errors?|failed|failure|exception|refused|denied|warn(?:ing)?|traceback|timed out|cannot|could not|unknown|invalid|unexpected|not found|level=\w)\b|^\[\d{6}/imu;

/** A file that is attached: a log, or an archive with one. */
const attachment = /\]\(https?:\/\/\S{1,300}\.(?:log|log\.gz|txt|zip|gz)\)/iu;

/** Who tells what they tried says it in words like these. */
const tried =
  /\b(?:(?:I|we)(?:['’]ve| have)? (?:also |already |even |just |then |now )?(?:tried|tested|attempted|checked|followed|made sure|ran|(?:re|un)installed|restarted|rebooted|upgraded|updated|downgraded|cleared|deleted|removed|disabled|changed|switched|set)|(?:already|also|have) tried|tried (?:to|with|using|the|both|setting|running|changing|adding|removing|it|that|this|various|several|different|many|everything)|(?:after|when|by) (?:re-?installing|restarting|upgrading|updating|downgrading|clearing|removing|disabling|changing|setting|adding)|what I(?:['’]ve| have)? tried|(?:restart|reinstall|reboot|refresh|upgrade|downgrade)\w{0,6}`? (?:does ?n['’]?t|did ?n['’]?t|never)|no matter how|(?:workaround|attempts?):|no difference|same (?:result|error|issue|problem) (?:with|when|after|on))\b|(?:ich habe|habe ich|wir haben)[^.\n]{0,80}(?:versucht|probiert|getestet)|j['’]ai (?:essayé|tenté|testé)|(?:he|hemos) (?:probado|intentado)|(?:tentei|testei|já tentei)|ho (?:provato|testato)|пробовал|попробовал|试过|尝试|試しました|시도/iu;

/** Headings of forms under which people write these, as projects name them. */
const headings: Readonly<Record<Sign, RegExp>> = {
  versions:
    /^(?:.{0,40}\b(?:versions?|environment|system info(?:rmation)?|setup|platform)\b.{0,40}|.{0,12}(?:版本|环境).{0,12})$/iu,
  log: /^.{0,40}\b(?:logs?|log output|error (?:output|message)s?|stack ?traces?|console output|relevant output)\b.{0,40}$/iu,
  tried: /^.{0,40}\b(?:tried|attempt(?:s|ed)?|workarounds?|troubleshooting|steps taken)\b.{0,40}$/iu,
};

/** What stands under a heading of a form when nothing was written there. */
const blank = /^(?:_?No response_?|n\/?a|none|no|-|\.{1,3})?$/iu;

/**
 * The signs in a text, which is Markdown. A heading of a form counts where something stands under it. It is a guess that
 * helps people to see what is missing, and decides nothing.
 */
export function findSigns(markdown: string): ReadonlySet<Sign> {
  if (isTooLong(markdown)) return new Set(["log"]);
  const { children } = parseMarkdown(markdown);
  const found = new Set<Sign>(underHeadings(children));
  const words = children
    .filter(({ type }) => type !== "code" && type !== "html" && type !== "blockquote")
    .map((it) => plainText(it));
  const prose = words.join("\n");
  const code = codeIn({ type: "root", children } as Node);
  const all = `${prose}\n${code.join("\n")}`;
  if (version.test(all.replaceAll(noVersion, " "))) found.add("versions");
  if (code.some(isLog) || logLine.test(prose) || attachment.test(markdown)) found.add("log");
  if (tried.test(prose)) found.add("tried");
  return found;
}

/** A name or a command in a line of text is none. */
function isLog(code: string): boolean {
  return code.length > 30 && (logLine.test(code) || complaint.test(code));
}

function underHeadings(children: readonly Node[]): readonly Sign[] {
  return children.flatMap((node, i) => {
    if (node.type !== "heading") return [];
    const end = children.findIndex((it, at) => at > i && it.type === "heading");
    const below = children.slice(i + 1, end === -1 ? children.length : end);
    const text = below.map((it) => (it.type === "code" ? valueOf(it) : plainText(it))).join("\n");
    if (blank.test(text.trim())) return [];
    const title = plainText(node).trim();
    return (Object.keys(headings) as Sign[]).filter((it) => headings[it].test(title));
  });
}

function codeIn(node: Node): readonly string[] {
  if (node.type === "code" || node.type === "inlineCode") return [valueOf(node)];
  return node.type === "blockquote" ? [] : childrenOf(node).flatMap(codeIn);
}
