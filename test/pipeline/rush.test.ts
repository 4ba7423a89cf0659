import { expect, it } from "vitest";
import { Rush } from "../../src/pipeline/rush.ts";

/** Webhooks that are being taken in until they are let go. */
function arriving(rush: Rush, count: number): readonly { readonly end: () => Promise<void> }[] {
  return Array.from({ length: count }, () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const taken = rush.during(() => promise);
    return {
      end: async () => {
        resolve();
        await taken;
      },
    };
  });
}

it("lets handling go on while few webhooks come in", async () => {
  const rush = new Rush();
  await rush.subsides();
  const few = arriving(rush, 7);
  await rush.subsides();
  for (const { end } of few) await end();
});

it("holds handling up in a rush, until few of it are left", async () => {
  const rush = new Rush();
  const all = arriving(rush, 9);
  let goesOn = false;
  const handling = rush.subsides().then(() => (goesOn = true));
  await all[0]?.end();
  expect(goesOn).toBe(false);
  await all[1]?.end();
  await handling;
  expect(goesOn).toBe(true);
});

it("lets one be handled now and then in a rush that does not end", async () => {
  const rush = new Rush();
  const all = arriving(rush, 20);
  await rush.subsides();
  for (const { end } of all) await end();
});

it("counts one that fails no longer than it lasts", async () => {
  const rush = new Rush();
  const failing = Array.from({ length: 8 }, () => rush.during(() => Promise.reject(new Error("the disk is full"))));
  const results = await Promise.allSettled(failing);
  expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => "rejected"));
  await rush.subsides();
});
