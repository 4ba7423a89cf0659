/** The pages of the documentation and the parts that they include, by path. */
export type VkFiles = ReadonlyMap<string, string>;

/** A part may include another one; nobody goes deeper. */
const maxDepth = 3;

/**
 * A page of VK Cloud's documentation as plain Markdown, as its public site shows it: parts are put in, what is for
 * other editions goes, and what stands behind a button "show" stays. On a FAQ page each of these is a question.
 *
 * @see https://github.com/vk-cs/docs-public/blob/master/guides/md-syntax.md
 */
export function vkMarkdown(path: string, text: string, files: VkFiles): string {
  const isFaq = path.endsWith("/faq.md");
  return publicParts(withParts(path, text, files, 0))
    .replace(/\{var\((\w+)\)\}/gu, (_, name: string) => (name === "cloud" ? "VK Cloud" : ""))
    .replace(
      /\{linkto\(([^)]*)\)\[text=([^\]]*)\]\}/gu,
      (_, target: string, words: string) => `[${words}](${toFile(target)})`,
    )
    .replace(/\{heading\(([^\n]*?)\)\[id=([^\]\s]+)\]\}/gu, "$1 {#$2}")
    .replace(/^[ \t]*\{(?:cut|tab)\((.*)\)\}[ \t]*$/gmu, (_, title: string) => `\n${isFaq ? "##### " : ""}${title}\n`)
    .replace(/\{\/?[a-z-]+(?:\([^)\n]*\))?(?:\[[^\]\n]*\])?(?::[a-z]+)?\}/gu, " ");
}

/** `../../computing/iaas/vm#id` is the page `../../computing/iaas/vm/vm.md`. */
function toFile(target: string): string {
  const [page = "", anchor = ""] = target.split("#");
  const name = page.split("/").at(-1) ?? "";
  return `${page === "" ? "" : `${page}/${name}.md`}${anchor === "" ? "" : `#${anchor}`}`;
}

function withParts(path: string, text: string, files: VkFiles, depth: number): string {
  return text.replace(
    /\{include\(([^)\n]+)\)(?:\[tags=([^\]\n]*)\])?\}/gu,
    (_, target: string, tag: string | undefined) => {
      const at = resolve(path, target);
      const whole = depth < maxDepth ? (files.get(at) ?? "") : "";
      return withParts(at, tag === undefined ? whole : tagged(whole, tag), files, depth + 1);
    },
  );
}

/** What stands between `{includetag(name)}` and its end. */
function tagged(text: string, tag: string): string {
  const open = `{includetag(${tag})}`;
  const start = text.indexOf(open);
  const end = text.indexOf("{/includetag}", start);
  return start < 0 || end < 0 ? "" : text.slice(start + open.length, end);
}

/** Parts are named from the page's folder, or with `/` from the folder `docs`. */
function resolve(path: string, target: string): string {
  const resolved = target.startsWith("/") ? ["docs"] : path.split("/").slice(0, -1);
  for (const name of target.split("/")) {
    if (name === "..") resolved.pop();
    else if (name !== "" && name !== ".") resolved.push(name);
  }
  return resolved.join("/");
}

/** Conditions stand within each other, so the innermost ones are decided first. */
function publicParts(text: string): string {
  const innermost = /\{(ifdef|ifndef)\(([^)]*)\)\}((?:(?!\{ifn?def\().)*?)\{\/\1\}/gsu;
  const decided = text.replace(innermost, (_, kind: string, editions: string, part: string) => {
    const isNamed = editions.split(",").some((it) => it.trim() === "public");
    return (kind === "ifdef") === isNamed ? part : "";
  });
  return decided === text ? text : publicParts(decided);
}
