import { Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";

const day = 24 * 60 * 60 * 1000;

let desk: Desk;
const connect = Socket.prototype.connect;
afterEach(async () => {
  Socket.prototype.connect = connect;
  await desk.close();
});

it("asks nobody but GitHub in a day with everything on, from its start to its end", async () => {
  const asked = new Set<string>();
  // Every connection of Node's goes through this one, whoever makes it: fetch, Octokit, Probot.
  Socket.prototype.connect = function (this: Socket, ...args: Parameters<Socket["connect"]>) {
    const [first] = args.flat() as readonly unknown[];
    const { host, port, path } = Object(first) as {
      readonly host?: string;
      readonly port?: number;
      readonly path?: string;
    };
    asked.add(path ?? `${host}:${port}`);
    return connect.apply(this, args);
  } as typeof connect;
  desk = await openDesk({ startAt: new Date("2026-03-02T09:01:00Z"), publicUrl: "https://desk.example" });
  const { url } = desk.github;
  const first = desk.app.url;
  const question = desk.ask("How can I change the log level to debug?");
  desk.comment(question, "/promote-faq", "mia");
  await desk.advance(day);
  await desk.restart();
  // The test itself, and GitHub's webhooks, come to the app.
  const known = [url, first, desk.app.url].map((it) => new URL(it).host);
  expect([...asked].filter((it) => !known.includes(it.replace("localhost", "127.0.0.1")))).toEqual([]);
  expect([...asked]).toContain(new URL(url).host);
});
