import { unreachable } from "../core/errors.ts";
import type { KnowledgeEntry, Outcome } from "../core/knowledge.ts";
import type { Text } from "../core/language.ts";
import { inlineText } from "../text/neutralise.ts";
import { say } from "./messages/words.ts";

type Kind = Pick<KnowledgeEntry, "kind" | "outcome" | "retired">;

/** Whether it is an issue in GitHub's sense. */
export function isIssue({ kind }: Kind): boolean {
  return kind === "issue" || kind === "feature-request";
}

/**
 * What a suggestion is, as plain text to stand beside its link: `known bug, fixed in 2.4`. Undefined for docs, which are
 * what one expects.
 */
export function kindInWords({ kind, outcome, retired }: Kind): Text | undefined {
  switch (kind) {
    case "docs":
      return undefined;
    case "faq":
      return say(retired === "stale" ? "kind.faq-stale" : "kind.faq");
    case "thread":
      return say("kind.thread");
    case "issue":
      if (outcome === undefined) return say("kind.issue");
      return say("kind.with-state", {
        kind: say(outcome.isBug ? "kind.bug" : "kind.issue"),
        state: issueState(outcome),
      });
    case "feature-request":
      if (outcome === undefined) return say("kind.request");
      return say("kind.with-state", { kind: say("kind.request"), state: requestState(outcome) });
    default:
      return unreachable(kind);
  }
}

/** The same behind a link, in brackets, as Markdown; nothing for docs. */
export function kindBehindLink(item: Kind): Text | "" {
  const kind = kindInWords(item);
  return kind ? (locale) => ` (${inlineText(kind(locale), 100)})` : "";
}

function issueState({ state, shippedIn, isBug }: Outcome): Text {
  switch (state) {
    case "open":
      return say("state.open");
    case "not-planned":
      return say("state.not-planned");
    case "completed":
      // Only of a bug do we know that what was done is a fix.
      return inPlace(say(isBug ? "state.fixed" : "state.closed"), shippedIn);
    default:
      return unreachable(state);
  }
}

function requestState({ state, shippedIn }: Outcome): Text {
  switch (state) {
    case "open":
      return say("state.open");
    case "not-planned":
      return say("state.declined");
    case "completed":
      return inPlace(say("state.done"), shippedIn);
    default:
      return unreachable(state);
  }
}

/** A milestone's title is anything: ` in v2.4` where it is a version, else `, milestone Autumn`. */
function inPlace(state: Text, title: string | undefined): Text {
  if (title === undefined) return state;
  const isVersion = /^\D{0,12}\d+\.\d\S*$|^v\d+$/iu.test(title.trim());
  return say(isVersion ? "state.in-version" : "state.in-milestone", { state, milestone: title });
}
