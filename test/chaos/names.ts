import type { ChaosWorld } from "./open-world.ts";

/** What things are called instead of by what differs from run to run. */
export interface Names {
  inText(text: string): string;
  /** Of a discussion, issue or pull request. */
  ofNumber(number: number): string;
}

/**
 * Says things by what they are instead of by numbers and ids, which differ from run to run: discussions, issues and pull
 * requests by their titles, comments by their authors and threads.
 */
export function namesIn({ github, repository, owner }: ChaosWorld): Names {
  const byId = new Map<string, string>();
  const byNumber = new Map<number, string>();
  const byCommentNumber = new Map<string, string>();
  const name = (it: { readonly id: string }, as: string) => byId.set(it.id, as);
  const threads = [...repository.discussions, ...repository.issues, ...repository.pullRequests];
  for (const it of threads) {
    byNumber.set(it.number, it.title);
    name(it, `“${it.title}”`);
    const comments = it.__typename === "Discussion" ? it.comments.flatMap((one) => [one, ...one.replies]) : it.comments;
    const counts = new Map<string, number>();
    for (const comment of comments) {
      const by = comment.author?.login ?? "ghost";
      const nth = (counts.get(by) ?? 0) + 1;
      counts.set(by, nth);
      name(comment, `${by}’s ${nth}. in “${it.title}”`);
      byCommentNumber.set(String(comment.databaseId), `${by}’s ${nth}. in “${it.title}”`);
    }
  }
  for (const it of repository.milestones) name(it, `milestone ${it.title}`);
  for (const it of repository.labels) name(it, `label ${it.name}`);
  for (const project of owner.projectsV2) {
    for (const it of project.items) name(it, `item ${"title" in it.content ? it.content.title : ""}`);
  }
  const titleOf = (number: string) => byNumber.get(Number(number)) ?? number;
  const inText = (text: string) =>
    text
      .replaceAll(github.url, "GITHUB")
      .replaceAll(/discussioncomment-(\d+)/g, (_, id: string) => `comment ${byCommentNumber.get(id) ?? id}`)
      .replaceAll(
        /\b(discussions?|issues?|pull|request)([/-])(\d+)\b/g,
        (_, kind: string, sign: string, number: string) => `${kind}${sign}“${titleOf(number)}”`,
      )
      .replaceAll(/(#\u200B?|\bissue |\[)(\d+)\b/g, (_, sign: string, number: string) => `${sign}“${titleOf(number)}”`)
      .replaceAll(/\b[A-Z]{1,6}_[\w-]{8,}/g, (id) => byId.get(id) ?? id)
      .replaceAll(/\b[0-9a-f]{40}\b/g, "SHA");
  return { inText, ofNumber: (number) => byNumber.get(number) ?? String(number) };
}
