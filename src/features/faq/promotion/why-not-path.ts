import type { Refusal } from "../../../core/faq-editor.ts";
import type { Folder } from "../../../core/proposal.ts";

/**
 * Why no file can be put at a path, of what is there now. A commit would silently take the place of what is in the way:
 * the file that a folder of the path is, the link whose target was read, another file to systems that know no case.
 */
export function whyNotPath(path: string, folders: readonly Folder[]): Refusal | undefined {
  const names = path.split("/");
  for (const [depth, name] of names.entries()) {
    const entries = folders.find((it) => it.path === names.slice(0, depth).join("/"))?.entries ?? [];
    const there = entries.find((it) => it.name === name);
    const at = names.slice(0, depth + 1).join("/");
    const like = there ? undefined : entries.find((it) => fold(it.name) === fold(name));
    if (like) {
      const other = [...names.slice(0, depth), like.name].join("/");
      return {
        refused: `the repository has ${other}, which is the same name in other letters; write it as it is there`,
      };
    }
    if (!there) return undefined;
    const wanted = depth === names.length - 1 ? "file" : "folder";
    if (there.kind !== wanted) return { refused: `${at} is a ${there.kind}, and not a ${wanted}` };
  }
  return undefined;
}

/** As systems that know no case compare names. */
function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
