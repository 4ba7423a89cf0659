import type { RepositoryRef } from "../../../core/discussion.ts";
import type { KnownEntry } from "../../../core/knowledge.ts";
import { docsItemId } from "../../../core/knowledge-items.ts";
import { fullName } from "../../../core/repository-name.ts";
import { percentDecode } from "../../../text/percent-decode.ts";

/**
 * Ids of the docs items that an entry links to: paths of the repository, and full addresses of its files at the
 * default branch, which is what promoted answers have.
 */
export function linkedDocs({ section }: KnownEntry, { owner, name }: RepositoryRef): readonly string[] {
  const ids = section.links.flatMap((link) => {
    const place = /^[a-z][a-z0-9+.-]*:/iu.test(link) ? pathOf(link, fullName({ owner, name })) : link;
    if (place === undefined) return [];
    const [path = "", anchor = ""] = place.split("#", 2);
    return [docsItemId({ path, anchor })];
  });
  return [...new Set(ids)].filter((id) => !id.startsWith(`docs:${section.path}#`));
}

function pathOf(url: string, repository: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname, hash } = new URL(url);
  const home = `/${repository}/blob/HEAD/`;
  if (!pathname.toLowerCase().startsWith(home.toLowerCase())) return undefined;
  return percentDecode(pathname.slice(home.length)) + percentDecode(hash);
}
