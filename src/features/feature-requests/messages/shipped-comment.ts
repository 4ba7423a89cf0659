import type { FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";

/** The one short comment when the work is done; those who follow the thread hear of it by GitHub, without a mention. */
export function shippedComment({ seen }: FeatureRequest): string {
  const title = seen?.milestone?.title;
  return title === undefined ? "This is done." : `This is done: shipped in ${inlineText(title, 80)}.`;
}
