import { describe, expect, it } from "vitest";
import { pinSettings, unpinSettings } from "./pin-settings.ts";

const settings = { level: 3, farm: { pool: "day", limits: { cpu: 1 } } };

describe("settings", () => {
  it("are pinned at what they are, whole objects and single members", () => {
    expect(pinSettings({}, settings, [["level"], ["farm", "limits"]])).toEqual({
      level: 3,
      farm: { limits: { cpu: 1 } },
    });
    expect(pinSettings({ farm: { pool: "night" } }, settings, [["farm", "limits", "cpu"]])).toEqual({
      farm: { pool: "night", limits: { cpu: 1 } },
    });
  });

  it("that a path leads past are left alone", () => {
    const paths = [[], ["gulls"], ["level", "deep"], ["farm", "gulls"], ["farm", "pool", "deep"], ["toString"]];
    expect(pinSettings({ level: 4 }, settings, paths)).toEqual({ level: 4 });
    const overrides = { level: 4, farm: { pool: "night" } };
    expect(unpinSettings(overrides, paths)).toEqual(overrides);
  });

  it("are set back, and an object that becomes empty goes with them", () => {
    const overrides = { level: 4, farm: { pool: "night", limits: { cpu: 2 } } };
    expect(unpinSettings(overrides, [["farm", "limits", "cpu"]])).toEqual({ level: 4, farm: { pool: "night" } });
    expect(
      unpinSettings(overrides, [
        ["farm", "limits", "cpu"],
        ["farm", "pool"],
      ]),
    ).toEqual({ level: 4 });
    expect(unpinSettings(overrides, [["farm"], ["level"]])).toEqual({});
  });
});
