import type { WorldEvent } from "../world/events.ts";
import { pathOf } from "../world/urls.ts";

/** Something that an app did, in words. */
export interface AppChange {
  readonly at: Date;
  /** Login of the app's account. */
  readonly by: string;
  /** The thread: its number and title. */
  readonly number: number;
  readonly title: string;
  /** Where to look. */
  readonly path: string;
  /** Such as `added the label "bug"`. */
  readonly what: string;
}

/** What an app did by this event; undefined where a person did it, or where it is about no thread. */
export function toAppChange(event: WorldEvent, at: Date): AppChange | undefined {
  const { actor } = event;
  if (actor.__typename !== "Bot") return undefined;
  const place = placeOf(event);
  return place && { at, by: actor.login, ...place };
}

function placeOf(event: WorldEvent): Pick<AppChange, "number" | "title" | "path" | "what"> | undefined {
  switch (event.event) {
    case "discussion":
      return { ...threadOf(event.discussion), what: whatOf(event.action, event.label?.name) };
    case "issues":
      return { ...threadOf(event.issue), what: whatOf(event.action, event.label?.name) };
    case "pull_request":
      return { ...threadOf(event.pullRequest), what: whatOf(event.action, undefined) };
    case "discussion_comment":
      return commentOf(event.action, event.discussion, event.comment);
    case "issue_comment":
      return commentOf(event.action, event.issue, event.comment);
    default:
      return undefined;
  }
}

type Thread = Parameters<typeof pathOf>[0] & { readonly number: number; readonly title: string };

function threadOf(thread: Thread): Pick<AppChange, "number" | "title" | "path"> {
  return { number: thread.number, title: thread.title, path: pathOf(thread) };
}

function commentOf(action: "created" | "edited" | "deleted", thread: Thread, comment: Parameters<typeof pathOf>[0]) {
  const verbs = { created: "commented", edited: "edited its comment", deleted: "deleted its comment" };
  const path = action === "deleted" ? pathOf(thread) : pathOf(comment);
  return { ...threadOf(thread), path, what: verbs[action] };
}

function whatOf(action: string, label: string | undefined): string {
  if (action === "labeled") return `added the label “${label}”`;
  if (action === "unlabeled") return `removed the label “${label}”`;
  if (action === "created") return "opened it";
  return `${action.replaceAll("_", " ")} it`;
}
