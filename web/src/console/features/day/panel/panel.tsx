import { useQuery } from "@tanstack/react-query";
import type { Board, Booking, Claim, Club } from "@/shared/api/types";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { t } from "../../../i18n/en";
import { bookingQuery } from "../api";
import type { DayState } from "../day-state";
import { BlockForm } from "./block-form";
import { BlockPanel } from "./block-panel";
import { BookingPanel } from "./booking-panel";
import { CancelForm } from "./cancel-form";
import { DayPanel } from "./day-panel";
import { LostBooking } from "./lost-booking";
import { MoveForm } from "./move-form";
import { NewBooking } from "./new-booking";
import { PanelHead } from "./panel-head";

type Props = { club: Club; board: Board; date: string; state: DayState };

/** The selection, or what is being done with it. Nothing opens over the board. */
export function Panel({ club, board, date, state }: Props) {
  const { panel, open, close, go } = state;
  const show = (booking: Booking) => (booking.businessDay === date ? open({ kind: "booking", id: booking.bookingId }) : go(booking.businessDay, { kind: "booking", id: booking.bookingId }));
  const select = (id: string) => open({ kind: "booking", id });
  switch (panel.kind) {
    case "day": return <DayPanel board={board} onBooking={select} />;
    case "new": return <NewBooking club={club} board={board} date={date} court={panel.court} at={panel.at} onClose={close} onBooked={show} onDay={(day) => go(day, { kind: "new" })} />;
    case "close": return <BlockForm key={`${board.date}${panel.court}${panel.at}`} club={club} board={board} court={panel.court} at={panel.at} onClose={close} onConflict={(conflict) => (conflict.bookingId ? select(conflict.bookingId) : conflict.blockId && open({ kind: "block", id: conflict.blockId }))} />;
    case "block": {
      const claim = claims(board).find(({ claim: each }) => each.block?.blockId === panel.id)?.claim;
      return claim ? <BlockPanel key={panel.id} board={board} claim={claim} onClose={close} /> : <section className="panel-form"><PanelHead title={t("block.gone")} onClose={close} /></section>;
    }
    case "booking": {
      const found = claims(board).find(({ claim }) => claim.booking?.bookingId === panel.id);
      if (!found?.claim.booking) return <LostBooking id={panel.id} date={date} onClose={close} onDay={(day) => go(day, panel)} />;
      return (
        <BookingPanel
          key={panel.id} board={board} claim={found.claim} booking={found.claim.booking} courtName={found.courtName} onClose={close}
          onMove={() => open({ kind: "move", id: panel.id })} onCancel={() => open({ kind: "cancel", id: panel.id })}
        />
      );
    }
    case "move":
    case "cancel": return <WithBooking key={`${panel.kind}${panel.id}`} id={panel.id}>{(booking) => {
      const name = booking.players[0]?.name || t("cell.guest");
      const back = () => show(booking);
      return panel.kind === "move"
        ? <MoveForm club={club} board={board} date={date} booking={booking} name={name} onClose={back} onMoved={show} onDay={(day) => go(day, panel)} />
        : <CancelForm booking={booking} name={name} timeZone={board.timeZone} onClose={back} onDone={close} />;
    }}</WithBooking>;
  }
}

function WithBooking({ id, children }: { id: string; children: (booking: Booking) => React.ReactNode }) {
  const query = useQuery(bookingQuery(id));
  return <QueryView query={query} failure={t("booking.failed")} skeleton={<div className="panel-form"><Bone className="h-40" /></div>}>{children}</QueryView>;
}

function claims(board: Board): { claim: Claim; courtName: string }[] {
  return board.courts.flatMap((court) => court.claims.map((claim) => ({ claim, courtName: court.name })));
}
