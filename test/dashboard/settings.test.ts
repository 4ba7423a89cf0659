import { describe, expect, it } from "vitest";
import { settingsInForce } from "../../src/dashboard/pages/settings/settings-in-force.ts";

const own = "acme/widgets:.github/frontdesk.yml";
const owners = "acme/.github:.github/frontdesk.yml";
const text = (source: string, it?: string, isShown = true) => ({ source, text: it, isShown });
const good = "freshness: 24h\ndashboard:\n  # For everybody.\n  public: true\n";
const kept = { source: own, text: "freshness: 12h\n" };
const broken = "freshness: soon\n";

describe("the settings in force", () => {
  it("come from the repository's file, by line, and else are defaults", () => {
    const { by, source, settings } = settingsInForce([text(own, good), text(owners, broken)], undefined);
    expect([by, source]).toEqual(["file", own]);
    const named = (name: string) => settings.find((it) => it.name === name);
    expect(named("freshness")).toEqual({ name: "freshness", value: "24h", isSet: true, line: 1 });
    expect(named("dashboard.public")).toEqual({ name: "dashboard.public", value: true, isSet: true, line: 4 });
    expect(named("sessions")).toEqual({ name: "sessions", value: [], isSet: false });
    expect(settings.filter(({ isSet }) => !isSet).length).toBeGreaterThan(20);
  });

  it("come from the owner's file where the repository has none", () => {
    expect(settingsInForce([text(own), text(owners, good)], undefined)).toMatchObject({ by: "file", source: owners });
  });

  it("are the defaults where there is no file", () => {
    const { by, settings } = settingsInForce([text(own), text(owners)], kept);
    expect(by).toBe("defaults");
    expect(settings.some(({ isSet }) => isSet)).toBe(false);
  });

  it("stay the last good ones while the file is broken, and say where it is", () => {
    const inForce = settingsInForce([text(own, broken), text(owners)], kept);
    expect(inForce).toMatchObject({
      by: "last-good",
      source: own,
      broken: { source: own, problems: [{ line: 1, column: 12 }] },
    });
    expect(inForce.settings.find(({ name }) => name === "freshness")).toMatchObject({ value: "12h" });
  });

  it("are none where there never was a good one", () => {
    expect(settingsInForce([text(own, broken), text(owners)], undefined)).toMatchObject({ by: "silent", settings: [] });
  });

  it("are none, and nothing is told, where fewer may read the owner's file", () => {
    const secret = settingsInForce([text(own), text(owners, good, false)], { source: owners, text: good });
    expect(secret).toEqual({ by: "silent", settings: [], hidden: owners });
  });

  it("are the last good ones while GitHub does not tell", () => {
    expect(settingsInForce(undefined, kept)).toMatchObject({ by: "last-good", source: own });
  });

  it.each([
    ["in one line", "watch: { mode: on }\n", 1],
    ["by an alias", "feature-requests: &it\n  mode: on\nwatch: *it\n", 2],
  ])("name the line of a setting that is written %s", (_, yaml, line) => {
    const { settings } = settingsInForce([text(own, yaml), text(owners)], undefined);
    expect(settings.find(({ name }) => name === "watch.mode")).toMatchObject({ isSet: true, line });
  });
});
