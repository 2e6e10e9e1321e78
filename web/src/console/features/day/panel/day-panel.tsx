import type { Board } from "@/shared/api/types";
import { clock, shortRange } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { t } from "../../../i18n/en";
import { coming, total, unpaid, type BoardGame } from "../summary";

const NOW_EVERY_MS = 20_000;
const SHOWN = 6;

/** Nothing chosen: who comes next, and who still owes. */
export function DayPanel({ board, onBooking }: { board: Board; onBooking: (bookingId: string) => void }) {
  const now = useNow(NOW_EVERY_MS);
  const next = coming(board, now);
  const due = unpaid(board);
  const sum = total(due);
  return (
    <section className="panel-form panel-idle" aria-label={t("day.title")}>
      <Games title={t("day.coming")} none={t("day.comingNone")} games={next} onBooking={onBooking} line={({ claim, court }) => `${clock(claim.startsAt, board.timeZone)} ${court.name}`} />
      <Games
        title={sum ? `${t("day.unpaid")}, ${formatMoney(sum)}` : t("day.unpaid")} none={t("day.unpaidNone")} games={due} onBooking={onBooking}
        line={({ claim, court, booking }) => `${shortRange(claim.startsAt, claim.endsAt, board.timeZone)} ${court.name}, ${formatMoney(booking.amountDue)}`}
      />
      <p className="mt-auto text-small text-ink-3">{t("day.hint")}</p>
    </section>
  );
}

type Props = { title: string; none: string; games: readonly BoardGame[]; line: (game: BoardGame) => string; onBooking: (bookingId: string) => void };

function Games({ title, none, games, line, onBooking }: Props) {
  return (
    <div>
      <h2 className="panel-sub num">{title}</h2>
      {games.length === 0 && <p className="text-small text-ink-3">{none}</p>}
      <ul className="rows">
        {games.slice(0, SHOWN).map((game) => (
          <li key={game.claim.occupancyId}>
            <button type="button" className="game-row" onClick={() => onBooking(game.booking.bookingId)}>
              <span className="truncate text-label">{game.booking.name || t("cell.guest")}</span>
              <span className="num text-small text-ink-2">{line(game)}</span>
            </button>
          </li>
        ))}
      </ul>
      {games.length > SHOWN && <p className="mt-1 text-small text-ink-3">{t("day.more", { count: games.length - SHOWN })}</p>}
    </div>
  );
}
