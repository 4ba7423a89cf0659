import type { RequestQuestion } from "../feature-request.ts";

/** The three questions, as people read them in our comment, in issues and in the example of a category form. */
export const questionTexts: Readonly<Record<RequestQuestion, string>> = {
  why: "Why is it needed?",
  outcome: "What outcome is wanted?",
  urgency: "How urgent is it?",
};
