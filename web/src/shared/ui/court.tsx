import type { ReactNode } from "react";

/** The lines of a padel court from above, 200 by 100. The net is the dashed line. */
export function CourtLines({ width = 1.05 }: { width?: number }) {
  return (
    <>
      <g fill="none" className="stroke-court-line" strokeWidth={width}>
        <rect width="200" height="100" />
        <path d="M30.5 0V100M169.5 0V100M30.5 50H169.5" />
      </g>
      <path d="M100-3V103" className="stroke-court-line" strokeWidth={width * 1.6} strokeDasharray="2 1.2" />
    </>
  );
}

/** Cropped, turned lines behind a header: one crop for a phone, a wider one for a desk. Mirrored with the reading direction. */
export function HeaderLines() {
  const place = "mirror pointer-events-none absolute inset-0 h-full w-full";
  return (
    <>
      <svg viewBox="0 0 390 206" preserveAspectRatio="xMaxYMid slice" aria-hidden className={`${place} md:hidden`}>
        <g transform="translate(322 -58) rotate(27) scale(2.35)"><CourtLines /></g>
      </svg>
      <svg viewBox="0 0 1440 208" preserveAspectRatio="xMaxYMid slice" aria-hidden className={`${place} hidden md:block`}>
        <g transform="translate(1010 -168) rotate(27) scale(3.4)"><CourtLines width={0.8} /></g>
      </svg>
    </>
  );
}

/** The lines on a low band, such as the next game's card. */
export function BandLines() {
  return (
    <svg viewBox="0 0 330 104" preserveAspectRatio="xMaxYMid slice" aria-hidden className="mirror pointer-events-none absolute inset-0 h-full w-full">
      <g transform="translate(288 -66) rotate(27) scale(1.9)"><CourtLines /></g>
    </svg>
  );
}

/** The whole court, with places for people on it. */
export function CourtBox({ children }: { children?: ReactNode }) {
  return (
    <div className="overflow-hidden rounded-card bg-court-deep p-2.5">
      <div className="relative aspect-[2/1.12] rounded bg-court">
        <svg viewBox="-1 -1 202 102" preserveAspectRatio="none" aria-hidden className="absolute inset-0 h-full w-full"><CourtLines width={1} /></svg>
        {children}
      </div>
    </div>
  );
}

/** A stamp-sized court beside a chosen slot. */
export function MiniCourt() {
  return (
    <span className="grid h-8 w-13 flex-none place-items-center rounded bg-court" aria-hidden>
      <svg viewBox="-4 -4 208 108" className="h-6 w-11"><CourtLines width={4} /></svg>
    </span>
  );
}

/** Out = lost. */
export function BallOut() {
  return (
    <div className="relative mb-4 h-28 overflow-hidden rounded-card bg-court-deep" aria-hidden>
      <svg viewBox="0 0 358 112" preserveAspectRatio="xMidYMid slice" className="mirror absolute inset-0 h-full w-full">
        <g transform="translate(-150 -118) rotate(14) scale(2.1)"><rect width="200" height="100" className="fill-court" /><CourtLines /></g>
        <ellipse cx="281" cy="71" rx="12" ry="3.5" className="fill-on-ball" opacity=".45" />
        <g transform="translate(266 36) scale(1.1667)"><BallShape /></g>
      </svg>
    </div>
  );
}

function BallShape() {
  return (
    <>
      <circle cx="12" cy="12" r="11.5" className="fill-ball" />
      <path d="M5 3.2c3.8 4.8 3.8 12.8 0 17.6M19 3.2c-3.8 4.8-3.8 12.8 0 17.6" fill="none" className="stroke-on-ball" strokeOpacity=".45" strokeWidth="1.4" />
    </>
  );
}

/** The ball marks one thing a screen: now, yours, the open seat, the countdown. */
export function Ball({ size = 24, className = "" }: { size?: number; className?: string }) {
  return <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden className={className}><BallShape /></svg>;
}

/** The court as a sign, in the manner of the icon set. */
export function CourtIcon({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
      <rect x="3" y="5.5" width="18" height="13" rx="1.2" /><path d="M12 5.5v13M6.5 5.5v13M17.5 5.5v13M6.5 12h11" />
    </svg>
  );
}
