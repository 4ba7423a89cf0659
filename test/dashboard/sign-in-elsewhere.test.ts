import { expect, it } from "vitest";
import { Sessions } from "../../src/dashboard/sign-in/sessions.ts";
import { MemoryNames } from "../helpers/memory-names.ts";

it("who signs out of one process is signed out of all, and nobody else is", async () => {
  const clock = () => new Date("2026-03-02T09:00:00Z");
  const ended = new MemoryNames(clock);
  const [here, there] = [1, 2].map(() => new Sessions({ secret: "a secret", operators: [], clock, ended }));
  const mine = here!.begin({ id: 1, login: "ann" });
  const yours = there!.begin({ id: 2, login: "mia" });
  const session = await there!.find(mine);
  expect(session?.viewer.login).toBe("ann");
  await there!.end(session!);
  expect(await here!.find(mine)).toBeUndefined();
  expect((await here!.find(yours))?.viewer.login).toBe("mia");
});
