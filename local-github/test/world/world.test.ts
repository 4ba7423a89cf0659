import { beforeEach, describe, expect, it } from "vitest";
import {
  World,
  addDiscussionComment,
  closeDiscussion,
  createOrganization,
  createRepository,
  createUser,
  deleteDiscussion,
  deleteDiscussionComment,
  editDiscussion,
  editDiscussionComment,
  lock,
  markAnswer,
  minimize,
  openDiscussion,
  react,
  roleOf,
  toStoredDay,
  transferDiscussion,
  unlock,
  unmarkAnswer,
  unreact,
  type Discussion,
  type Organization,
  type Repository,
  type User,
} from "local-github-server/world";

describe("the world", () => {
  let world: World;
  let repository: Repository;
  let organization: Organization;
  let owner: User;
  let asker: User;
  let told: string[];

  const ask = (slug = "q-a"): Discussion => {
    const category = repository.discussionCategories.find((one) => one.slug === slug);
    if (category === undefined) throw new Error(`no category ${slug}`);
    return openDiscussion(world, asker, repository, { category, title: "How?", body: "Tell me." });
  };

  beforeEach(() => {
    world = new World({ now: () => new Date("2026-11-22T12:00:00.987Z") });
    owner = createUser(world, "olga");
    asker = createUser(world, "ada");
    organization = createOrganization(world, "acme", { owners: [owner] });
    repository = createRepository(world, organization, "widgets");
    told = [];
    world.on(({ event, action }) => told.push(`${event}.${action ?? ""}`));
  });

  it("writes times without milliseconds", () => {
    expect(ask().createdAt).toBe("2026-11-22T12:00:00Z");
  });

  it("has a clock that can be moved forward, and never back", () => {
    const before = ask();
    world.advanceClock(36 * 3_600_000);
    expect(before.createdAt).toBe("2026-11-22T12:00:00Z");
    expect(ask().createdAt).toBe("2026-11-24T00:00:00Z");
    expect(() => world.advanceClock(-1)).toThrow("a clock moves forward only, not by -1 ms");
    expect(() => world.advanceClock(Number.NaN)).toThrow(RangeError);
    expect(ask().createdAt).toBe("2026-11-24T00:00:00Z");
  });

  it("tells what happens in a thread as GitHub's webhooks do, and keeps silent about reactions and hidden comments", () => {
    const discussion = ask();
    const first = addDiscussionComment(world, owner, discussion, { body: "So." });
    const second = addDiscussionComment(world, owner, discussion, { body: "Or so." });
    markAnswer(world, asker, first);
    markAnswer(world, asker, second);
    markAnswer(world, asker, second);
    unmarkAnswer(world, asker, second);
    react(world, asker, first, "HEART");
    unreact(world, asker, first, "HEART");
    minimize(world, owner, first, "outdated");
    editDiscussionComment(world, owner, second, "Or so!");
    editDiscussionComment(world, owner, second, "Or so!");
    editDiscussion(world, asker, discussion, { title: "How, please?" });
    lock(world, owner, discussion, "RESOLVED");
    unlock(world, owner, discussion);
    closeDiscussion(world, asker, discussion);
    expect(told).toEqual([
      "discussion.created",
      "discussion_comment.created",
      "discussion_comment.created",
      "discussion.answered",
      "discussion.unanswered",
      "discussion.answered",
      "discussion.unanswered",
      "discussion_comment.edited",
      "discussion.edited",
      "discussion.locked",
      "discussion.unlocked",
      "discussion.closed",
    ]);
  });

  it("takes the mark away when the answer is deleted", () => {
    const discussion = ask();
    const answer = addDiscussionComment(world, owner, discussion, { body: "So." });
    markAnswer(world, asker, answer);
    deleteDiscussionComment(world, owner, answer);
    expect(discussion.answer).toBeNull();
    expect(told.slice(-2)).toEqual(["discussion.unanswered", "discussion_comment.deleted"]);
    expect(() => world.node(answer.id)).toThrow("Could not resolve to a node");
  });

  it("moves a thread with its comments and its answer, and nothing stays behind", () => {
    const elsewhere = createRepository(world, organization, "gadgets");
    const discussion = ask();
    const top = addDiscussionComment(world, owner, discussion, { body: "So." });
    const reply = addDiscussionComment(world, asker, discussion, { body: "Thanks!", replyTo: top });
    markAnswer(world, asker, reply);
    const moved = transferDiscussion(world, owner, discussion, elsewhere);
    expect(moved).toMatchObject({ number: 1, repository: elsewhere });
    expect(moved.category.repository).toBe(elsewhere);
    expect(moved.answer).toBe(moved.comments[0]?.replies[0]);
    expect(moved.answer?.body).toBe("Thanks!");
    expect(repository.discussions).toEqual([]);
    for (const { id } of [discussion, top, reply]) expect(world.byId.has(id)).toBe(false);
    expect(told.at(-1)).toBe("discussion.transferred");
  });

  it("never gives a number or an id twice", () => {
    const first = ask();
    deleteDiscussion(world, owner, first);
    const second = ask();
    expect(second.number).toBe(2);
    expect(second.id).not.toBe(first.id);
  });

  it("is the same after being saved and loaded, references and all", () => {
    const discussion = ask();
    const answer = addDiscussionComment(world, owner, discussion, { body: "So." });
    markAnswer(world, asker, answer);
    const loaded = World.load(world.save());
    const [same] = loaded.findRepository("ACME", "Widgets")?.discussions ?? [];
    expect(same).toEqual(discussion);
    expect(same?.answer).toBe(same?.comments[0]);
    expect(same?.author).toBe(loaded.findUser("ada"));
    expect(loaded.all("Discussion")).toEqual([same]);
    const [before, after] = [world.stamp("Label").databaseId, loaded.stamp("Label").databaseId];
    expect(after).toBe(before);
  });

  it("saves a thread of ten thousand comments", () => {
    const discussion = ask();
    for (let index = 0; index < 10_000; index += 1)
      addDiscussionComment(world, owner, discussion, { body: `${index}` });
    expect(World.load(world.save()).findRepository("acme", "widgets")?.discussions[0]?.comments).toHaveLength(10_000);
  });

  it.each([
    ["olga", false, "admin"],
    ["ada", false, "read"],
    ["ada", true, undefined],
    ["nobody", true, undefined],
  ])("says what %s may in a repository (private: %s): %s", (login, isPrivate, role) => {
    repository.isPrivate = isPrivate;
    expect(roleOf(repository, login)).toBe(role);
  });

  it.each([
    ["2026-07-01T06:59:00Z", "2026-06-30T07:00:00Z"],
    ["2026-07-01T12:00:00Z", "2026-07-01T07:00:00Z"],
    ["2026-12-01T12:00:00Z", "2026-12-01T08:00:00Z"],
  ])("stores a due date as midnight in Los Angeles: %s becomes %s", (given, stored) => {
    expect(toStoredDay(given)).toBe(stored);
  });
});
