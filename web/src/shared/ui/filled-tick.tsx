/** Paid, booked, confirmed: a filled tick, its mark cut out of it. */
export function FilledTick({ size = 14 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <circle cx="12" cy="12" r="9.5" fill="currentColor" />
      <path d="m7.9 12.3 2.8 2.7 5.2-5.6" fill="none" className="stroke-surface-1" strokeWidth="2.3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
