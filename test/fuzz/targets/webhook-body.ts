import assert from "node:assert/strict";
import fc from "fast-check";
import { toEvent, webhooks } from "../../../src/webhooks/index.ts";
import { isOldNews, toQueuePosition } from "../../../src/pipeline/queue-position.ts";
import { webhookExamples } from "../../helpers/webhook-examples.ts";
import { plainTarget } from "../target.ts";

const understood = new Set(webhooks.map(({ name }) => name));
const examples = webhookExamples.flatMap(({ name, examples }) => examples.map((payload) => ({ name, payload })));
const known = examples.filter(({ name }) => understood.has(name));

/** What a value can become. */
const values = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53, 1e308, "", "x", "a/b", "../..", "__proto__", [], {}, [[]]),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);

interface Edit {
  readonly path: readonly number[];
  readonly value: unknown;
  readonly isGone: boolean;
}

const edits: fc.Arbitrary<Edit> = fc.record({
  path: fc.array(fc.nat(200), { minLength: 1, maxLength: 6 }),
  value: values,
  isGone: fc.boolean(),
});

/** The payload with a value somewhere in it changed or left out; each number picks a key on the way down. */
function edited(value: unknown, { path, ...edit }: Edit): unknown {
  const [at, ...rest] = path;
  if (typeof value !== "object" || value === null || at === undefined) return edit.value;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return edit.value;
  const inner = (value as Readonly<Record<string, unknown>>)[key];
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(value));
  if (rest.length === 0 && edit.isGone) delete copy[key];
  else copy[key] = edited(inner, { path: rest, ...edit });
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const bodies = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: fc.constantFrom(...examples) },
    ),
    fc.array(edits, { maxLength: 4 }),
  )
  .map(([{ name, payload }, changes]) => `${name} ${JSON.stringify(changes.reduce(edited, payload as unknown))}`);

const isId = (it: unknown): boolean => typeof it === "number" && Number.isSafeInteger(it);

function check(input: string): void {
  const [name = "", ...rest] = input.split(" ");
  let payload: unknown;
  try {
    payload = JSON.parse(rest.join(" "));
  } catch {
    // Probot answers 400 for it.
    return;
  }
  const delivery = { id: "1", name, payload };
  const event = name === "frontdesk" ? undefined : toEvent(name, payload);
  const position = toQueuePosition({ ...delivery, name: name === "frontdesk" ? "other" : name }, event);
  assert.equal(typeof isOldNews(delivery, new Date(0)), "boolean");
  assert.ok(isId(position.installation) && position.orderKey.length < 2_000, "is queued by whole numbers");
  if (!event) return;
  assert.deepEqual(JSON.parse(JSON.stringify(event)), event, "an event is plain data");
  if ("repository" in event) {
    const { id, owner, name: repository, installation } = event.repository;
    assert.ok(isId(id) && isId(installation), "a repository has ids");
    for (const part of [owner, repository]) assert.match(part, /^[\w.-]+$/u, "names are names of GitHub");
    assert.ok(![".", ".."].includes(owner) && ![".", ".."].includes(repository), "names lead to no other path");
  }
  if ("number" in event) assert.ok(isId(event.number) && event.number > 0, "a number is a number");
}

export const webhookBody = plainTarget({
  name: "webhook-body",
  oracle: "a payload means an event of plain data with real ids and names, or nothing; nothing throws",
  inputs: bodies,
  words: ['{"', '"}', ":null", ":[]", ":{}", '"action":"created"', '"full_name":"a/b"', '"id":', "1e999", '"\\ud800"'],
  maxLength: 60_000,
  boundMs: 50,
  check,
});
