import type { Board, Club } from "@/shared/api/types";
import { clock, dayLong, shortRange } from "@/shared/lib/club-time";
import { useNow } from "@/shared/lib/use-now";
import { named, t } from "../../i18n/en";
import { sayPhone } from "../../lib/phone";
import { moneyWords, whoIs } from "./words";

const NOW_EVERY_MS = 20_000;

/** The day on paper, for when the power goes: in time order, with phones and what is owed. Seen in print only. */
export function PrintList({ board, club }: { board: Board; club: Club }) {
  const now = useNow(NOW_EVERY_MS);
  const lines = board.courts
    .flatMap((court) => court.claims.map((claim) => ({ court, claim })))
    .sort((one, other) => one.claim.startsAt.localeCompare(other.claim.startsAt) || one.court.name.localeCompare(other.court.name));
  return (
    <section className="print-list" aria-hidden>
      <h1>{t("print.title", { club: club.name, day: dayLong(board.date) })}</h1>
      <p>{t("print.made", { time: clock(now, board.timeZone) })}</p>
      {lines.length === 0 ? <p>{t("print.empty")}</p> : (
        <table>
          <thead><tr>{(["time", "court", "who", "phone", "money", "note"] as const).map((name) => <th key={name} scope="col">{t(`print.${name}`)}</th>)}</tr></thead>
          <tbody>
            {lines.map(({ court, claim }) => (
              <tr key={claim.occupancyId}>
                <td className="num">{shortRange(claim.startsAt, claim.endsAt, board.timeZone)}</td><td>{court.name}</td><td>{whoIs(claim)}</td>
                <td className="num">{claim.booking?.phone && sayPhone(claim.booking.phone)}</td><td className="num">{claim.booking ? moneyWords(claim.booking) : named("block", claim.block?.kind ?? "other")}</td><td>{claim.booking?.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
