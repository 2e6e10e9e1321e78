const MINOR_PER_MAJOR = 100;
export const CHIPS = [200_000, 500_000, 1_000_000, 2_000_000] as const;
export const LEAST_MINOR = 50_000;
export const MOST_MINOR = 20_000_000;

/** "5,000" or "5000" as typed, in minor units; undefined for what is no sum between the least and the most. */
export function minorOf(typed: string): number | undefined {
  const bare = typed.replace(/[,\s]/g, "");
  if (!/^\d{1,7}$/.test(bare)) return undefined;
  const minor = Number(bare) * MINOR_PER_MAJOR;
  return minor >= LEAST_MINOR && minor <= MOST_MINOR ? minor : undefined;
}
