import {
  addDiscussionComment,
  addLabels,
  closeDiscussion,
  createLabel,
  deleteDiscussion,
  deleteDiscussionComment,
  editDiscussion,
  editDiscussionComment,
  lock,
  markAnswer,
  openDiscussion,
  removeLabels,
  reopenDiscussion,
  unlock,
  unmarkAnswer,
  type Actor,
  type Discussion,
  type DiscussionComment,
  type Label,
  type Repository,
  type World,
} from "local-github-server/world";
import type { Act } from "./act.ts";

/** The world in which a script is performed, with what its names mean there. */
export class Stage {
  readonly #world: World;
  readonly #repository: Repository;
  readonly #threads = new Map<string, Discussion>();
  readonly #comments = new Map<string, DiscussionComment>();

  constructor(world: World, repository: Repository) {
    this.#world = world;
    this.#repository = repository;
  }

  /** The threads that are still there, by their names. */
  get threads(): ReadonlyMap<string, Discussion> {
    return this.#threads;
  }

  /** The name of a comment by its node id; the id where the script has none of it. */
  nameOf(id: string): string {
    return [...this.#comments].find(([, comment]) => comment.id === id)?.[0] ?? id;
  }

  /** Does it now, by the world's clock. Throws what GitHub would refuse. */
  perform(act: Act): void {
    const world = this.#world;
    const by = this.#actor(act.by);
    if (act.do === "open") {
      const { title, body } = act;
      const category = this.#category(act.category);
      this.#threads.set(act.thread, openDiscussion(world, by, this.#repository, { category, title, body }));
      return;
    }
    const thread = must(this.#threads, act.thread);
    switch (act.do) {
      case "comment": {
        const replyTo = act.replyTo === undefined ? {} : { replyTo: must(this.#comments, act.replyTo) };
        this.#comments.set(act.comment, addDiscussionComment(world, by, thread, { body: act.body, ...replyTo }));
        break;
      }
      case "edit-comment":
        editDiscussionComment(world, by, must(this.#comments, act.comment), act.body);
        break;
      case "delete-comment":
        deleteDiscussionComment(world, by, must(this.#comments, act.comment));
        break;
      case "mark":
        markAnswer(world, by, must(this.#comments, act.comment));
        break;
      case "unmark":
        unmarkAnswer(world, by, must(this.#comments, act.comment));
        break;
      case "close":
        closeDiscussion(world, by, thread, act.reason);
        break;
      case "reopen":
        reopenDiscussion(world, by, thread);
        break;
      case "lock":
        lock(world, by, thread);
        break;
      case "unlock":
        unlock(world, by, thread);
        break;
      case "label":
        addLabels(world, by, thread, [this.#label(act.label)]);
        break;
      case "unlabel":
        removeLabels(world, by, thread, [this.#label(act.label)]);
        break;
      case "recategorize":
        editDiscussion(world, by, thread, { category: this.#category(act.category) });
        break;
      case "delete-thread":
        deleteDiscussion(world, by, thread);
        this.#threads.delete(act.thread);
    }
  }

  #actor(login: string): Actor {
    const found = this.#world.findUser(login) ?? this.#world.findBot(login);
    if (found === undefined) throw new Error(`there is nobody called ${login}`);
    return found;
  }

  #category(slug: string) {
    const found = this.#repository.discussionCategories.find((it) => it.slug === slug);
    if (found === undefined) throw new Error(`there is no category ${slug}`);
    return found;
  }

  #label(name: string): Label {
    const found = this.#repository.labels.find((it) => it.name === name);
    return found ?? createLabel(this.#world, this.#actor("mia"), this.#repository, { name });
  }
}

function must<T>(known: ReadonlyMap<string, T>, name: string): T {
  const found = known.get(name);
  if (found === undefined) throw new Error(`the script names ${name}, which is not there`);
  return found;
}
