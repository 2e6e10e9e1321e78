/** "HN" for Hina Nawaz. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? "?";
  return (words.length > 1 ? first + (words.at(-1)?.[0] ?? "") : first).toUpperCase();
}
