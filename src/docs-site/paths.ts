/** A path without slashes at its ends and without `.` and `..` in it; what leads above the root is left out. */
export function joinPaths(...paths: readonly string[]): string {
  const joined: string[] = [];
  for (const part of paths.flatMap((it) => it.split("/"))) {
    if (part === "..") joined.pop();
    else if (part !== "" && part !== ".") joined.push(part);
  }
  return joined.join("/");
}

/** The folder a file lies in; empty for the root. */
export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** The part of a path below a folder; undefined when it is not in it. */
export function below(folder: string, path: string): string | undefined {
  if (folder === "") return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** A page's path without its ending; undefined for what is no Markdown. */
export function withoutExtension(path: string): string | undefined {
  const page = path.replace(/\.(?:md|mdx|markdown)$/iu, "");
  return page === path ? undefined : page;
}

/** As `withoutExtension`, where the pages of a folder itself are called `index`, or one of `names`: `guide/index.md` is `guide/`. */
export function pageWithIndex(path: string, names: RegExp = /^index$/u): string | undefined {
  const page = withoutExtension(path);
  if (page === undefined) return undefined;
  const folder = folderOf(page);
  const name = folder === "" ? page : page.slice(folder.length + 1);
  if (!names.test(name)) return page;
  return folder === "" ? "" : `${folder}/`;
}
