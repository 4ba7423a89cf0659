import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";

const dockerfile = readFileSync("Dockerfile", "utf8").replaceAll(/\\\n\s*/gu, "");
const instructions = (name: string) =>
  [...dockerfile.matchAll(new RegExp(`^${name} (?<rest>.*)$`, "gmu"))].map(({ groups }) => groups?.["rest"] ?? "");

describe("the container image", () => {
  it("is made of a base of one version", () => {
    const bases = instructions("FROM").map((it) => it.replace(/^--\S+ /u, ""));
    expect(bases.filter((it) => !/^node:\d+\.\d+\.\d+-\S+(?: AS \w+)?$/u.test(it))).toEqual([]);
  });

  it("runs as nobody in particular, and Node itself hears its signals", () => {
    expect(instructions("USER").at(-1)).toMatch(/^[1-9]\d*:[1-9]\d*$/u);
    expect(instructions("ENTRYPOINT")).toEqual(['["node", "bin/frontdesk.js"]']);
  });

  it("copies what is there and what .dockerignore lets pass, and no more than that", () => {
    const copied = instructions("COPY")
      .filter((it) => !it.startsWith("--from"))
      .flatMap((it) => it.split(" ").slice(0, -1))
      .map((it) => it.replace(/\/$/u, ""));
    const context = copied.map((it) => (it === "local-github/package.json" ? it : (it.split("/")[0] ?? "")));
    const [all, ...passed] = readFileSync(".dockerignore", "utf8").trim().split("\n");
    expect(all).toBe("*");
    expect(new Set(context)).toEqual(new Set(passed.map((it) => it.replace(/^!/u, ""))));
    expect(context.filter((it) => !existsSync(it))).toEqual([]);
  });

  /** What its health check ends with, where this answers at `/healthz`. */
  async function health(status: number, variables: (port: string) => Readonly<Record<string, string>>) {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/healthz" ? status : 404).end();
    }).listen(0, "localhost");
    await once(server, "listening");
    const [command = "", ...args] = JSON.parse(
      / CMD (?<command>\[.*\])$/u.exec(instructions("HEALTHCHECK")[0] ?? "")?.groups?.["command"] ?? "",
    ) as string[];
    expect(command).toBe("node");
    const { port } = server.address() as AddressInfo;
    const child = spawn(process.execPath, args, { env: variables(String(port)) });
    const [code] = (await once(child, "exit")) as [number];
    server.close();
    return code;
  }

  it("is healthy while its process answers, a worker on its own port too", async () => {
    expect(await health(200, (PORT) => ({ PORT }))).toBe(0);
    expect(await health(200, (METRICS_PORT) => ({ ROLE: "worker", PORT: "1", METRICS_PORT }))).toBe(0);
    expect(await health(500, (PORT) => ({ PORT }))).toBe(1);
    expect(await health(200, () => ({ PORT: "1" }))).toBe(1);
  });
});

interface Service {
  readonly build?: string;
  readonly [key: string]: unknown;
}

it.each(["compose.yml", "compose-postgres.yml"])("docs/examples/%s gives it no more than it needs", (name) => {
  const { services } = parse(readFileSync(`docs/examples/${name}`, "utf8"), { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>;
  };
  const ours = Object.values(services).filter(({ build }) => build !== undefined);
  expect(ours.length).toBeGreaterThan(0);
  for (const service of ours) {
    expect(service).toMatchObject({
      build: "../..",
      read_only: true,
      tmpfs: "/tmp",
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
  }
});
