import GithubSlugger from "github-slugger";
import type { PageHeading } from "../core/knowledge.ts";

/**
 * Anchors by `github-slugger`, which many generators use: each heading takes the next free slug unless it has an id.
 * Headings that are skipped get no anchor and take none.
 */
export function slugsByGithub(headings: readonly PageHeading[], isSkipped: (it: PageHeading) => boolean): string[] {
  const slugger = new GithubSlugger();
  return headings.map((heading) => heading.id ?? (isSkipped(heading) ? "" : slugger.slug(heading.text)));
}

/** Most generators leave headings that are written as HTML alone. */
export function isHtml(heading: PageHeading): boolean {
  return heading.isHtml === true;
}

/** How a generator makes anchors by a rule of its own. */
export interface SlugRules {
  readonly slug: (text: string) => string;
  /** What is tried when a slug is taken: `count` is 1 for the first try, `before` what was tried last. */
  readonly next: (slug: string, count: number, before: string) => string;
  /** Which ids given by authors no slug may be equal to. */
  readonly reserved: "all" | "those before" | "none";
}

/** Anchors by a generator's own rules. Headings written as HTML get none but what they have. */
export function slugsBy(headings: readonly PageHeading[], { slug, next, reserved }: SlugRules): string[] {
  const taken = new Set(reserved === "all" ? headings.flatMap(({ id }) => id ?? []) : []);
  const tried = new Map<string, { readonly count: number; readonly free: string }>();
  return headings.map(({ id, text, isHtml }) => {
    if (id !== undefined && reserved === "those before") taken.add(id);
    if (id !== undefined || isHtml) return id ?? "";
    const own = slug(text);
    let { count, free } = tried.get(own) ?? { count: 0, free: own };
    for (; taken.has(free);) free = next(own, ++count, free);
    tried.set(own, { count, free });
    taken.add(free);
    return free;
  });
}

/** `:tada:` and `:material-home:`: a generator shows a picture there, and leaves it out of the anchor. */
export function withoutShortcodes(text: string): string {
  return text.replaceAll(/(?<![\w:]):[a-z+-][\w+-]{0,80}:(?![\w:])/gu, "");
}

/** Hyphens between words become a dash where quotes and dashes are made typographic; those of `--option` stay. */
export function withoutDashes(text: string): string {
  return text.replaceAll(/(?<=\s)-{2,3}(?=\s)|(?<=[^\s-])-{2,3}(?=[^\s-])/gu, "");
}
