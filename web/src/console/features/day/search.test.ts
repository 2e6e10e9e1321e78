import { expect, test } from "vitest";
import { matches } from "./search";
import { booking, claim } from "./test-board";

const game = claim("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z", booking("Ayésha Siddiqui", { reference: "MRG5P2XQ", phone: "+923001234567" }));

test.each(["ayesha", "SIDD", "mrg-5p2x", "0300 123", "+92 300 1234567", "1234567", ""])("%s finds her", (query) => expect(matches(game, query)).toBe(true));
test.each(["bilal", "0301", "zz"])("%s does not", (query) => expect(matches(game, query)).toBe(false));
