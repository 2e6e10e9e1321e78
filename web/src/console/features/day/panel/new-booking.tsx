import { useState } from "react";
import type { Board, Booking, Club } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../../i18n/en";
import type { Customer } from "../../../lib/players";
import { CustomerField } from "../../../ui/customer-field";
import { TextArea } from "../../../ui/text-area";
import { bookAtDesk, type DeskBooking, type Spot } from "../api";
import { defaultSpot } from "./default-spot";
import { PanelHead } from "./panel-head";
import { PlaceRefusal } from "./place-refusal";
import { PriceLine } from "./price-line";
import { SpotFields } from "./spot-fields";
import { useFocusIn } from "./use-focus-in";
import { usePlaceForm } from "./use-place-form";

const NOW_EVERY_MS = 20_000;

type Props = {
  club: Club; board: Board; date: string; court?: string | undefined; at?: string | undefined;
  onClose: () => void; onBooked: (booking: Booking) => void; onDay: (date: string) => void;
};

/** A desk booking. An empty name is a walk-in, so a pressed place and "Book" are enough. */
export function NewBooking({ club, board, date, court, at, onClose, onBooked, onDay }: Props) {
  const toast = useToast();
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [note, setNote] = useState("");
  const [customer, setCustomer] = useState<Customer | null>(null);
  const now = useNow(NOW_EVERY_MS);
  const start = (): Spot => defaultSpot(board, club, now, court, at);
  const form = usePlaceForm({
    clubId: club.clubId, board, first: start,
    write: (spot, overrideReason, key) => {
      const body: DeskBooking = { ...spot, ...who(customer, name, phone), ...(note.trim() && { note: note.trim() }), ...(overrideReason && { overrideReason }) };
      return bookAtDesk(club.clubId, body, key(JSON.stringify(body)));
    },
    done: (booking: Booking) => {
      toast({ text: t("new.done", { court: booking.courtName, name: customer?.name || name.trim() || t("new.walkIn"), time: clock(booking.startsAt, board.timeZone) }) });
      onBooked(booking);
    },
  });
  // Another place pressed on the board while the form is open: the name that was typed stays.
  const [asked, setAsked] = useState(`${court}${at}`);
  if (at && asked !== `${court}${at}`) {
    setAsked(`${court}${at}`);
    form.change(start());
  }
  const root = useFocusIn<HTMLFormElement>();
  const courtName = board.courts.find((each) => each.courtId === form.spot.courtId)?.name ?? "";
  const turning = date !== board.date;

  return (
    <form ref={root} className="panel-form" noValidate tabIndex={-1} aria-label={t("new.title")} onSubmit={(event) => { event.preventDefault(); form.submit(); }}>
      <PanelHead title={t("new.title")} onClose={onClose} />
      <div className="panel-fields">
        <CustomerField clubId={club.clubId} name={name} customer={customer} error={(form.fields["guest.name"] ?? form.fields.playerId)?.[0]} hint={t("new.whoHint")} onName={setName} onCustomer={setCustomer} />
        <SpotFields club={club} board={board} date={date} spot={form.spot} errors={form.fields} onChange={form.change} onDay={onDay} />
        {!customer && <Field compact type="tel" label={t("new.phone")} hint={t("new.phoneHint")} value={phone} maxLength={40} autoComplete="off" error={form.fields["guest.phone"]?.[0]} onChange={(event) => setPhone(event.target.value)} />}
        <TextArea label={t("new.note")} value={note} maxLength={500} error={form.fields.note?.[0]} onChange={(event) => setNote(event.target.value)} />
      </div>
      <PriceLine clubId={club.clubId} board={board} spot={form.spot} />
      <PlaceRefusal form={form} board={board} />
      <Button type="submit" full busy={form.busy} disabled={turning} className="num">
        {form.needsReason ? t("override.submit") : t("new.submit", { court: courtName, time: clock(form.spot.startsAt, board.timeZone) })}
      </Button>
    </form>
  );
}

function who(customer: Customer | null, name: string, phone: string): Pick<DeskBooking, "playerId" | "guest"> {
  if (customer) return { playerId: customer.playerId };
  return { guest: { name: name.trim() || t("new.walkIn"), ...(phone.trim() && { phone: phone.trim() }) } };
}
