import type { RequestState } from "../feature-request.ts";

/** What there is to know of a state, beside where it leads. */
export interface StateFacts {
  /** For people, to be read after "the request is". */
  readonly means: string;
  /** Whom or what it waits on; undefined: nothing more is to come. */
  readonly waitsOn: string | undefined;
  /** Six hex digits, for a label that has to be made. */
  readonly color: string;
}

/** All states with what they mean. */
export const stateFacts: Readonly<Record<RequestState, StateFacts>> = {
  asked: { means: "open, and not all three questions are answered", waitsOn: "whoever asked", color: "d4c5f9" },
  complete: { means: "open, with all that is needed to decide", waitsOn: "a decision", color: "bfdadc" },
  meeting: { means: "to be talked about in a meeting", waitsOn: "the outcome of the meeting", color: "fbca04" },
  accepted: { means: "accepted, and an issue tracks the work", waitsOn: "the work on the issue", color: "0e8a16" },
  declined: { means: "declined, with a reason", waitsOn: undefined, color: "b60205" },
  shipped: { means: "done", waitsOn: undefined, color: "5319e7" },
  dropped: { means: "accepted once, and not planned any more", waitsOn: undefined, color: "c5def5" },
  duplicate: { means: "the same as another discussion", waitsOn: undefined, color: "cfd3d7" },
  closed: { means: "closed by a person without a decision", waitsOn: undefined, color: "ededed" },
};
