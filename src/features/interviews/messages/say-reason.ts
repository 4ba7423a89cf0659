import { unreachable } from "../../../core/errors.ts";
import type { InterviewReason, ThornySign } from "../interview.ts";

/** A reason in words, as plain text, with what to ask about it. */
export interface SaidReason {
  readonly text: string;
  readonly questions: readonly string[];
}

/** Puts a reason into words, and says what to ask: open questions, about what happened and not about whom to blame. */
export function sayReason(reason: InterviewReason): SaidReason {
  switch (reason.kind) {
    case "low-rating":
      return {
        text: `rated how it went ${reason.rating} of 5`,
        questions: ["What did you expect, and what did you get instead?", "What would have made it a 4?"],
      };
    case "thorny":
      return {
        text: `had a hard discussion: ${reason.signs.map(saySign).join(", ")}`,
        questions: [
          "Where did you lose the most time, and what did you try meanwhile?",
          ...reason.signs.map(({ sign }) => signQuestions[sign]),
        ],
      };
    case "requests":
      return {
        text: `has asked for ${reason.threads.length} features within a year`,
        questions: [
          "What are you building, and where do we stand in its way?",
          "If you could have one of these, which, and what would you do with it the next day?",
        ],
      };
    case "left":
      return {
        text:
          reason.waited === undefined
            ? "asked once, had no reply, and was not seen again"
            : `asked once, waited ${sayWait(reason.waited)} for a reply, and was not seen again`,
        questions: ["How did you go on, and with what instead?", "What would make you ask again?"],
      };
    default:
      return unreachable(reason);
  }
}

function saySign({ sign, count }: ThornySign): string {
  switch (sign) {
    case "long":
      return `${count} comments`;
    case "people":
      return `${count} people`;
    case "reopened":
      return count === 1 ? "reopened" : `reopened ${count} times`;
    case "overdue":
      return count === 1 ? "a target missed" : `${count} targets missed`;
    default:
      return unreachable(sign);
  }
}

const signQuestions: Readonly<Record<ThornySign["sign"], string>> = {
  long: "When did you understand what was wrong, and what told you?",
  people: "Whose words helped, and did they agree with each other?",
  reopened: "What was not solved when we thought it was?",
  overdue: "What did the waiting cost you?",
};

/** Calendar time, in the unit that tells it best. */
function sayWait(seconds: number): string {
  const hours = Math.round(seconds / 3600);
  if (hours < 48) return hours === 1 ? "an hour" : `${hours} hours`;
  return `${Math.round(hours / 24)} days`;
}
