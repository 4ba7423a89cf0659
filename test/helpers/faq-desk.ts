import { markAnswer, type Discussion, type DiscussionComment, type PullRequest } from "local-github-server/world";
import { openDesk, type Desk, type DeskOptions } from "./open-desk.ts";

/** A desk with a FAQ, where people ask, answer and promote. */
export interface FaqDesk extends Desk {
  /** Somebody asks, somebody answers, and the answer is marked. */
  answered(
    title: string,
    answer: string,
  ): Promise<{ readonly question: Discussion; readonly answer: DiscussionComment }>;
  /** A helper's command, and what came of it. */
  promote(
    question: Discussion,
    rest?: string,
    by?: string,
  ): Promise<{ readonly reactions: string[]; readonly said: string }>;
  /** All pull requests, oldest first. */
  pulls(): readonly PullRequest[];
  /** A file on a branch; undefined where it is not there. */
  file(branch: string, path?: string): Promise<string | undefined>;
  /** What our one comment in the thread says. */
  news(question: Discussion): string;
}

export const someFaq =
  "# FAQ\n\n## How do I start?\n\nRun `widgets start`.\n\n## How do I stop?\n\nRun `widgets stop`.\n";

const config = ".github/frontdesk.yml";

/**
 * Opens one; `files` besides the usual docs and a FAQ of two entries. The FAQ's review has an issue of its own, unless
 * the config speaks of the living issue.
 */
export async function openFaqDesk(options: DeskOptions = {}): Promise<FaqDesk> {
  const given = String(options.files?.[config] ?? "");
  const whole = given.includes("living-issue:") ? given : `${given}living-issue:\n  mode: off\n`;
  const files = { "docs/FAQ.md": someFaq, ...options.files, [config]: whole };
  const desk = await openDesk({ ...options, files });
  const { world } = desk.github;
  return Object.assign(desk, {
    async answered(title: string, body: string) {
      const question = desk.ask(title, "I did not find it.");
      const answer = desk.comment(question, body, "sam");
      markAnswer(world, desk.person("hana"), answer);
      await desk.settle();
      return { question, answer };
    },
    async promote(question: Discussion, rest = "", by = "hana") {
      const comment = desk.comment(question, `/promote-faq ${rest}`.trim(), by);
      await desk.settle();
      const reactions = comment.reactions.map(({ content }) => content);
      return {
        reactions,
        said: desk
          .botReplies(comment)
          .map((it) => it.body)
          .join("\n"),
      };
    },
    pulls: () => desk.repository.pullRequests,
    async file(branch: string, path = "docs/FAQ.md") {
      const git = desk.github.git(desk.repository);
      const there = await git.resolve(`refs/heads/${branch}:${path}`);
      return there === undefined ? undefined : (await git.readBlob(there)).toString();
    },
    news: (question: Discussion) =>
      desk
        .botComments(question)
        .map(({ body }) => body)
        .join("\n"),
  });
}
