/** A chosen slot as it travels in the address: court, start and length. */
export type Chosen = { courtId: string; startsAt: string; durationMinutes: number };

export function writeChosen({ courtId, startsAt, durationMinutes }: Chosen): string {
  return `${courtId}~${startsAt}~${durationMinutes}`;
}

export function readChosen(text: string | null): Chosen | undefined {
  const [courtId, startsAt, length] = (text ?? "").split("~");
  const durationMinutes = Number(length);
  if (!courtId || !startsAt || Number.isNaN(Date.parse(startsAt)) || !Number.isInteger(durationMinutes)) return undefined;
  return { courtId, startsAt, durationMinutes };
}
