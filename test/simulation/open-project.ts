import { createUser, registerApp, setRole } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { callLabels } from "./outcome.ts";
import { askers, community, otherBot, team } from "./act.ts";

const config = `
calendars:
  default:
    timezone: Europe/Berlin
    hours:
      mon-fri: ["09:00-12:30", "13:30-17:30"]
    holidays: [2026-04-03, 2026-04-06, 05-01]
watch:
  categories: [q-a, general, ideas]
  near: 75
  priorities:
    p1: { first-response: 1h, next-response: 2h, resolution: 8h }
    p2: { first-response: 4h, next-response: 8h, resolution: 24h }
    p3: { first-response: 8h, next-response: 16h, resolution: 40h }
    p4: { first-response: 24h }
  rules:
    - { title: [data loss], priority: p1 }
    - { category: ideas, priority: p4 }
on-call:
  timezone: Europe/Berlin
  layers:
    - name: everybody
      people: [hana, ole, mia, ben]
      start: 2026-01-05
  escalation:
    near: { label: ${callLabels.near} }
    breach: { label: ${callLabels.breach}, mention: on-call }
`;

/** The desk of the simulated project, where everybody is who takes part in a script. It begins at this time. */
export async function openProject(startAt: number): Promise<Desk> {
  return openDesk({
    startAt: new Date(startAt),
    calm: true,
    files: { ".github/frontdesk.yml": config },
    before: (world, repository) => {
      for (const login of [...askers, ...community, ...Object.keys(team)]) {
        if (world.findUser(login) === undefined) createUser(world, login);
      }
      for (const [login, role] of Object.entries(team)) setRole(repository, login, role);
      const { owner } = repository;
      if (owner.__typename !== "Organization") throw new Error("the project belongs to an organization");
      const permissions = { discussions: "write" } as const;
      registerApp(world, owner, { slug: otherBot, permissions, events: [] });
    },
  });
}
