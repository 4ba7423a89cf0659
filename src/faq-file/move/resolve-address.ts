/**
 * Where a link or image leads from a thread, as an address that means the same anywhere: paths are those of the
 * thread's repository at its default branch, a lone fragment is one of the thread. Undefined where it is so already,
 * or no thread is known. `thread` is an address like `https://github.com/acme/lantern/discussions/12`.
 */
export function resolveAddress(url: string, kind: "link" | "image", thread: string | undefined): string | undefined {
  if (thread === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(url) || url === "") return undefined;
  if (url.startsWith("#")) return `${thread}${url}`;
  const repository = /^https?:\/\/[^/]+\/[^/]+\/[^/]+(?=\/)/u.exec(thread)?.[0];
  if (repository === undefined || !URL.canParse(url, `${repository}/x/HEAD/`)) return undefined;
  // Browsers resolve against the folder; nobody gets above the repository's root.
  const { pathname, search, hash } = new URL(url.replace(/^\/+/u, "").replaceAll("\\", "%5C"), "https://root.invalid/");
  return `${repository}/${kind === "image" ? "raw" : "blob"}/HEAD${pathname}${search}${hash}`;
}
