import { describe, expect, it } from "vitest";
import { englishStem } from "../../../src/search/words/english-stem.ts";

/** One line for words that share a stem, the stem first; after Snowball's own sample vocabulary. */
const families = `
  connect connects connected connecting connection connections
  consist consisted consistency consistent consistently consisting consists
  consol console consoled consoles consolingly
  generat generate generated generating generation
  general general generally generals
  communiti community communities
  relat relate relational relation
  adjust adjustable adjustment adjusted
  configur configure configured configures configuring configuration configurable
  instal install installs installed installer installing
  hope hope hoped hopes hoping
  hop hop hopped hopping
  die die died dies dying
  cri cry cried cries
  say say says
  enjoy enjoy enjoys enjoyed enjoying
  use use used uses using
  exact exact exactly
  happi happy happiness
  abil ability abilities
  hous house houses housing
  control control controlled controlling
  proceed proceed proceeds
  sky sky skies
  news news
  gas gas
  kiwi kiwis
  bias bias
  caress caresses
  sensit sensitive sensitivity sensitivities
  vile vile vilely
  bodi body bodies
`;

describe("English words share a stem", () => {
  it.each(
    families
      .trim()
      .split("\n")
      .map((line) => line.trim().split(" ")),
  )("%s", (stem, ...words) => {
    for (const word of words) expect([word, englishStem(word)]).toEqual([word, stem]);
  });
});
