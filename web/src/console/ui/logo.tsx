import { CourtLines } from "@/shared/ui/court";

export function Logo() {
  return (
    <span className="logo" aria-hidden>
      <svg viewBox="40 0 120 100" className="mirror logo-court"><CourtLines width={4} /></svg>
    </span>
  );
}
