import { afterEach, describe, expect, it } from "vitest";
import { react } from "local-github-server/world";
import type { Desk } from "../../helpers/open-desk.ts";
import { bookingOf, clinicConfig, notices, openClinic, write } from "../../helpers/office-hours-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const hour = 61 * 60_000;
const inDocs = "How can I change the log level to debug?";
const targets = "watch:\n  priorities:\n    p3: { first-response: 4h }\n";
const state = async (thread: Parameters<typeof bookingOf>[1]) => (await bookingOf(desk, thread))?.state;

describe("an asker", () => {
  it("books when the suggestions were refused, and is told in words, since our comment is folded then", async () => {
    desk = await openClinic();
    const question = desk.ask(inDocs);
    await desk.settle();
    const refusal = await write(desk, question, "/office-hours");
    expect(refusal).toContain("comment `/not-helpful`");
    expect(refusal).toContain("People with triage rights can book for you");
    expect(await state(question)).toBeUndefined();
    await write(desk, question, "/not-helpful");
    expect(await write(desk, question, "/office-hours")).toContain("a slot is booked for this discussion");
    expect(await state(question)).toBe("booked");
  });

  it("finds the booking kept up to date under the comment that asked for it, where our comment is folded", async () => {
    desk = await openClinic(clinicConfig({ slots: 3 }));
    const question = desk.ask(inDocs);
    await desk.settle();
    await write(desk, question, "/not-helpful");
    const first = desk.comment(question, "/office-hours", "ann");
    await desk.settle();
    const shown = (under: typeof first) => desk.botReplies(under).map(({ body }) => body);
    expect(shown(first)).toEqual([expect.stringContaining("- [ ] Which versions")]);
    await write(desk, question, "It is version 2.4.1 on Debian 12.");
    expect(shown(first)).toEqual([expect.stringContaining("- [x] Which versions")]);
    const second = desk.comment(question, "/office-hours move", "ann");
    await desk.settle();
    expect(shown(first)).toEqual([
      expect.stringMatching(/^This has changed since: \[what is booked now\]\(<http.+>\)\./u),
    ]);
    expect(shown(second)).toEqual([expect.stringContaining("13:20–13:40 UTC")]);
    await desk.push({ ".github/frontdesk.yml": clinicConfig({ slots: 3, more: "    except: [2026-03-03]\n" }) });
    await desk.settle();
    expect(notices(desk, question)).toHaveLength(1);
    expect(shown(second)).toEqual([expect.stringContaining("no longer planned")]);
    await write(desk, question, "/office-hours");
    expect(shown(second)).toEqual([expect.stringContaining("what is booked now")]);
  });

  it("books one of those that are offered instead of a slot that a helper had booked", async () => {
    desk = await openClinic();
    const question = desk.ask(inDocs);
    await desk.settle();
    expect(await write(desk, question, "/office-hours")).toContain("comment `/not-helpful`");
    await write(desk, question, "/office-hours", "hana");
    await desk.push({ ".github/frontdesk.yml": clinicConfig({ more: "    except: [2026-03-03]\n" }) });
    await desk.settle();
    expect(notices(desk, question)).toEqual([expect.stringContaining("`/office-hours 2026-03-10 14:00`")]);
    expect(await write(desk, question, "/office-hours 2026-03-10 14:00")).toBe("");
    expect(await state(question)).toBe("booked");
  });

  it("books after a 👎, of which no webhook tells", async () => {
    desk = await openClinic();
    const question = desk.ask(inDocs);
    await desk.settle();
    react(desk.github.world, desk.person("ann"), desk.botComments(question)[0]!, "THUMBS_DOWN");
    expect(await write(desk, question, "/office-hours")).toBe("");
    expect(await state(question)).toBe("booked");
  });

  it("books after saying that a reply did not help", async () => {
    desk = await openClinic();
    const question = desk.ask("It does not start");
    await write(desk, question, "Still the same error, by the way.");
    expect(await write(desk, question, "/office-hours")).toContain("the team comes first");
    // Within the hour, a second refusal is told by a reaction alone.
    await desk.advance(hour);
    await write(desk, question, "Plug it in.", "hana");
    expect(await write(desk, question, "/office-hours")).toContain("the next word is yours");
    await write(desk, question, "That didn't help, still the same error.");
    expect(await write(desk, question, "/office-hours")).toBe("");
    expect(await state(question)).toBe("booked");
  });

  it("is told when the team's time is over, and books then", async () => {
    desk = await openClinic(clinicConfig({}, targets));
    const question = desk.ask("It does not start");
    await desk.settle();
    expect(await write(desk, question, "/office-hours")).toContain("a reply by **Sunday, 1 March 2026, 13:0");
    await desk.advance(4 * hour);
    expect(await write(desk, question, "/office-hours")).toBe("");
    expect(await state(question)).toBe("booked");
  });

  it("is asked for both where the config says so", async () => {
    desk = await openClinic(clinicConfig({}, `${targets}office-hours:\n  gate: all\n`));
    const question = desk.ask(inDocs);
    await desk.settle();
    await write(desk, question, "/not-helpful");
    const refusal = await write(desk, question, "/office-hours");
    expect(refusal).toContain("**The team.**");
    expect(refusal).not.toContain("/not-helpful");
    expect(await write(desk, question, "/office-hours", "hana")).toContain("a slot is booked");
  });

  it("has one slot to come, in all threads together, unless a helper books more", async () => {
    desk = await openClinic(clinicConfig({}, "office-hours:\n  gate: none\n"));
    const [first, second] = [desk.ask("First"), desk.ask("Second")];
    expect(await write(desk, first, "/office-hours")).toBe("");
    const refusal = await write(desk, second, "/office-hours");
    expect(refusal).toContain("one slot to come");
    expect(refusal).toContain("First");
    expect(await write(desk, second, "/office-hours", "hana")).toBe("");
    expect(await state(second)).toBe("booked");
  });

  it("is told of the next one when nothing is free, and when that can be booked", async () => {
    desk = await openClinic(clinicConfig({ slots: 1 }, "office-hours:\n  gate: none\n  days-ahead: 5\n"));
    const [first, second] = [desk.ask("First"), desk.ask("Second", "Help.", "sam")];
    const comments = [desk.comment(first, "/office-hours", "ann"), desk.comment(second, "/office-hours", "sam")];
    await desk.settle();
    const states = [await state(first), await state(second)];
    expect(states.filter((it) => it === "booked")).toHaveLength(1);
    const loser = comments[states.indexOf(undefined)]!;
    const offer = desk.botReplies(loser)[0]?.body;
    expect(offer).toContain("No slot is free within the next 5 days");
    expect(offer).toContain("Tuesday, 10 March 2026");
    expect(offer).toContain("can be booked from Thursday, 5 March 2026");
  });
});
