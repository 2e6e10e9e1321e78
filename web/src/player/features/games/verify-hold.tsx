import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "@/player/i18n/en";
import { myGamesKey } from "@/shared/api/bookings";
import { messageOf } from "@/shared/api/errors";
import { meKey } from "@/shared/api/me";
import { signedIn } from "@/shared/api/session";
import type { Booking, Me } from "@/shared/api/types";
import { formatPhone } from "@/shared/lib/phone";
import { Button } from "@/shared/ui/button";
import { CodeInput } from "@/shared/ui/code-input";
import { CountdownRing } from "@/shared/ui/countdown-ring";
import { ResendCode } from "@/shared/ui/resend-code";
import { sendCode, verifyContact } from "./api";

/** The court is held until the contact is proven with the code that was sent. */
export function VerifyHold({ booking, me, until }: { booking: Booking; me: Me; until: string }) {
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const contact = (me.phoneVerified ? undefined : me.phone) ?? me.email ?? me.phone ?? "";
  const verify = useMutation({
    mutationFn: (digits: string) => verifyContact(contact, digits),
    // The booking follows a moment later, by event; the page asks for a held one every other second.
    onSuccess: (proven) => {
      signedIn(proven);
      client.setQueryData(meKey, proven.me);
      void client.invalidateQueries({ queryKey: myGamesKey });
    },
    onError: () => setCode(""),
  });
  return (
    <section className="card flex flex-col gap-4 p-4">
      <CountdownRing from={booking.createdAt} until={until} caption={t("hold.left")} />
      <p className="text-body text-ink-2">{t("hold.body")} <b className="num font-semibold text-ink-1">{formatPhone(contact)}</b></p>
      <CodeInput value={code} onChange={setCode} onComplete={(digits) => verify.mutate(digits)} disabled={verify.isPending} error={verify.error ? messageOf(verify.error) : undefined} autoFocus />
      <ResendCode sentAt={booking.createdAt} send={() => sendCode(contact)} />
      <Button size="big" full busy={verify.isPending || verify.isSuccess} disabled={code.length < 6 && !verify.isPending && !verify.isSuccess} onClick={() => verify.mutate(code)}>{t("hold.confirm")}</Button>
    </section>
  );
}
