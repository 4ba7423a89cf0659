import { expect, it } from "vitest";
import { isAskedStill } from "../../../src/features/watch/commands/needs-info.ts";
import { asker, at, aTimeline, closed, helper, marked, reopened, thanks } from "../../helpers/timelines.ts";

it.each([
  { after: "nothing else", entries: [], is: true },
  { after: "words from before", entries: [asker("09:30"), helper("09:45")], is: true },
  { after: "the asker's thanks", entries: [thanks("11:00")], is: true },
  { after: "the asker's answer", entries: [asker("11:00")], is: false },
  { after: "an answer that was marked", entries: [marked("11:00")], is: false },
  { after: "a close", entries: [closed("11:00")], is: false },
  { after: "a close and a reopening", entries: [closed("11:00"), reopened("12:00")], is: false },
])("the asker of ten o'clock is asked still, or not, after $after", ({ entries, is }) => {
  expect(isAskedStill(aTimeline(entries), { by: "hana", at: at("10:00") }, at("13:00"))).toBe(is);
});
