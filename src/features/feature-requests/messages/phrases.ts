import type { Text } from "../../../core/language.ts";
import type { ObservedIssue, ObservedMilestone, RequestQuestion } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { quote as quoteText } from "../../../text/quote.ts";
import { md } from "../../../words/compose-text.ts";
import { plainDay } from "../../../words/times.ts";
import { say } from "./words.ts";

/** `15 December 2026`. */
export function dayInWords(day: string): Text {
  return plainDay(new Date(`${day}T12:00:00Z`));
}

/** `v2.3 (due 15 December 2026)`. */
export function milestoneInWords({ title, due }: ObservedMilestone): Text {
  const name = inlineText(title, 80);
  return due === undefined ? () => name : say("milestone-due", { title: name, day: dayInWords(due) });
}

/** A link to an issue of this repository, by its number; GitHub shows its title on it. */
export function issueLink(number: number, url: string): Text {
  return md`[${say("issue", { number })}](<${url}>)`;
}

/** The link with what became of the issue; alone while it is worked on. */
export function issueInWords(issue: Text, { state, movedTo, isHidden }: ObservedIssue): Text {
  if (isHidden) return say("issue-is.hidden", { issue });
  const place = movedTo === undefined ? undefined : md`[${say("another-place")}](<${movedTo}>)`;
  switch (state) {
    case "open":
      return place ? say("issue-is.moved", { issue, place }) : issue;
    case "lost":
      return movedTo === undefined
        ? say("issue-is.lost", { issue })
        : say("issue-is.converted", { issue, place: md`[${say("a-discussion")}](<${movedTo}>)` });
    default:
      return place ? say(`issue-is.${state}-moved`, { issue, place }) : say(`issue-is.${state}`, { issue });
  }
}

/** "1 vote", "12 votes". */
export function votesInWords(count: number): Text {
  return say("votes", { count });
}

/** The three questions, as people read them in our comment, in issues and in the example of a category form. */
export function questionText(question: RequestQuestion): Text {
  return say(`question.${question}`);
}

/** Quoted of a text, in UTF-16 units: an issue with all of its parts stays far below GitHub's 65,536. */
const maxQuoteLength = 2_000;

/** What a person wrote, as a block quote that notifies nobody. */
export function quote(text: string): string {
  return quoteText(text, maxQuoteLength);
}
