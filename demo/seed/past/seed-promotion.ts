import { english } from "../../../src/core/language.ts";
import {
  addDiscussionComment,
  addLabels,
  commitOnBranch,
  createLabel,
  createRef,
  deleteRef,
  mergePullRequest,
  openPullRequest,
  react,
  type Bot,
  type Discussion,
  type PullRequest,
} from "local-github-server/world";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { promote } from "../../../src/faq-file/promote.ts";
import { promotionNews } from "../../../src/features/faq/messages/thread-section.ts";
import { commitMessage, proposalBody, proposalTitle } from "../../../src/features/faq/messages/pull-request.ts";
import { answerDigest } from "../../../src/features/faq/promotion/answer-digest.ts";
import { entryUrl } from "../../../src/features/faq/promotion/entry-files.ts";
import type { Promotion } from "../../../src/features/faq/promotion/promotion.ts";
import { person, type SeedContext } from "../seed-context.ts";
import type { OpenThread } from "../open-thread.ts";
import type { PastApp } from "./past-app.ts";
import { toThread } from "./past-thread.ts";

/** A promotion that was proposed, with what becomes of it. */
interface Proposed {
  readonly promotion: Promotion;
  readonly pull: PullRequest;
  readonly text: string;
  /** Of the new entry. */
  readonly anchor: string;
}

/** Schedules how the answer of a thread came into the FAQ: by command, pull request and merge. */
export function seedPromotion(context: SeedContext, open: OpenThread, app: PastApp): void {
  const { promoted } = open.entry;
  if (!promoted) return;
  let proposed: Proposed | undefined;
  open.later(promoted.after, async (discussion) => {
    proposed = await propose(context, discussion, app, promoted.by);
  });
  open.later(promoted.merged.after, async (discussion) => {
    if (!proposed) throw new Error(`nothing was proposed in "${open.entry.title}"`);
    await merge(context, discussion, app, proposed, promoted.merged.by);
  });
}

async function propose(context: SeedContext, discussion: Discussion, app: PastApp, by: string): Promise<Proposed> {
  const { world, repository } = context;
  const { bot, config } = app;
  const { file } = config.faq;
  const command = addDiscussionComment(world, person(context, by), discussion, { body: "/promote-faq" });
  react(world, bot, command, "ROCKET");
  const git = world.git(repository);
  const base = await mustResolve(git.resolve(repository.defaultBranchName));
  const before = (await git.readBlob(await mustResolve(git.resolve(`${base}:${file}`)))).toString();
  const { answer, title, url, number } = toThread(discussion, world.origin);
  if (!answer) throw new Error(`"${title}" has no answer to promote`);
  const verified = world.timestamp().slice(0, 10);
  const answerer = answer.author?.login;
  const source = { number, url, answer: answer.id, answerer, verified };
  const changed = promote(before, { title, answer: answer.body, source });
  if (isRefusal(changed)) throw new Error(`"${title}": ${changed.refused}`);
  if (changed.redacted.size > 0) throw new Error(`the answer of "${title}" holds what must not be published`);
  const branch = `faq/discussion-${number}`;
  const promotion: Promotion = {
    number,
    file,
    branch,
    url,
    by,
    command: command.id,
    redacted: [],
    question: changed.entry.question,
    wanted: answerDigest(answer.body),
    state: "proposed",
    change: "add",
    ...(answerer !== undefined && { answerer }),
  };
  await createRef(world, bot, repository, `refs/heads/${branch}`, base);
  const message = commitMessage(promotion, []);
  const additions = [{ path: file, content: Buffer.from(changed.text) }];
  await commitOnBranch(world, bot, repository, { branch, expectedHead: base, message, additions, deletions: [] });
  const pull = await openPullRequest(world, bot, repository, {
    title: proposalTitle([promotion])(english),
    body: proposalBody([promotion], file)(english),
    base: repository.defaultBranchName,
    head: branch,
  });
  await app.stores.faq.keepPromotion(app.ref, promotion);
  await tell(context, discussion, app, { promotion, pull });
  return { promotion, pull, text: changed.text, anchor: changed.entry.anchor };
}

async function merge(
  context: SeedContext,
  discussion: Discussion,
  app: PastApp,
  { promotion, pull, text, anchor }: Proposed,
  by: string,
): Promise<void> {
  const { world, repository } = context;
  const published: Promotion = { ...promotion, state: "published" };
  await mergePullRequest(world, person(context, by), pull);
  await deleteRef(world, app.bot, repository, `refs/heads/${promotion.branch}`);
  await app.stores.faq.keepPromotion(app.ref, published);
  app.learnPage(promotion.file, text);
  const entry = entryUrl(app.ref, promotion.url, promotion.file, anchor);
  await tell(context, discussion, app, { promotion: published, pull, entry });
  addLabels(world, app.bot, discussion, [inFaq(context, app.bot, app.config.faq.label)]);
}

function inFaq({ world, repository }: SeedContext, bot: Bot, name: string) {
  const label = repository.labels.find((it) => it.name === name);
  return label ?? createLabel(world, bot, repository, { name, color: "ededed", description: "" });
}

async function tell(
  { world }: SeedContext,
  { id: discussion, number }: Discussion,
  app: PastApp,
  { promotion, pull, entry }: { promotion: Promotion; pull: PullRequest; entry?: string },
): Promise<void> {
  const { owner, name } = app.ref;
  const url = `${world.origin}/${owner}/${name}/pull/${pull.number}`;
  const body = promotionNews({ promotion, pull: { number: pull.number, url }, entry })(english);
  await app.perform([{ do: "say", repository: app.ref, discussion, number, section: "faq", body }]);
}

async function mustResolve(found: Promise<string | undefined>): Promise<string> {
  const sha = await found;
  if (sha === undefined) throw new Error("the demo's repository lacks its FAQ");
  return sha;
}
