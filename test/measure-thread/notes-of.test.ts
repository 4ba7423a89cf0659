import { expect, it } from "vitest";
import { notesOf } from "../../src/measure-thread/notes-of.ts";
import { at } from "../helpers/timelines.ts";

const some = [{ thread: 1, at: at("09:00"), value: 1 }];
const all = new Map([
  ["sla-resolution", some],
  ["deflection-confirmed", some],
]);

it.each([
  { history: undefined, observations: all, is: [] },
  { history: { phase: "done", read: 9, total: 9 }, observations: all, is: [] },
  { history: { phase: "open", read: 3, total: 9 }, observations: all, is: ["3 of 9 discussions"] },
  { history: { phase: "closed", read: 12, total: 9 }, observations: all, is: ["9 of 9 discussions"] },
  { history: { phase: "off", read: 0, total: 0 }, observations: all, is: ["The config wants no history"] },
  { history: undefined, observations: new Map(), is: ["no attainment is told", "no deflection is told"] },
] as const)("notes say $is", ({ history, observations, is }) => {
  expect(notesOf({ observations }, history)).toEqual(is.map((it) => expect.stringContaining(it)));
});
