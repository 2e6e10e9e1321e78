import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileText, Upload } from "lucide-react";
import { useId, useState } from "react";
import { t } from "@/player/i18n/money";
import { messageOf } from "@/shared/api/errors";
import { cssVars } from "@/shared/lib/css-vars";
import { useOnline } from "@/shared/lib/use-online";
import { Button } from "@/shared/ui/button";
import { FieldNote } from "@/shared/ui/field";
import { FilledTick } from "@/shared/ui/filled-tick";
import { paymentQuery, sendProof } from "../api";
import { KINDS, previewOf, refuses } from "./proof";

const PERCENT = 100;

/** A picture or PDF of the transfer: looked at before it is sent, with how far it has come. */
export function ProofUpload({ paymentId, uploaded }: { paymentId: string; uploaded: boolean }) {
  const client = useQueryClient();
  const online = useOnline();
  const id = useId();
  const [chosen, setChosen] = useState<{ file: File; preview: string | undefined } | null>(null);
  const [refused, setRefused] = useState<string>();
  const [share, setShare] = useState(0);
  const send = useMutation({
    mutationFn: (file: File) => sendProof(paymentId, file, setShare),
    onSuccess: () => { setChosen(null); void client.invalidateQueries({ queryKey: paymentQuery(paymentId).queryKey }); },
  });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    send.reset();
    setShare(0);
    const why = refuses(file);
    setRefused(why && t(why));
    setChosen(why ? null : { file, preview: await previewOf(file) });
  };
  const has = uploaded || send.isSuccess;
  const error = refused ?? (send.error ? messageOf(send.error) : undefined);
  return (
    <section className="panel flex flex-col gap-3 p-4" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="flex items-center gap-2 text-heading text-ink-1">{has && <span className="text-ok-text"><FilledTick size={20} /></span>}{t(has ? "proof.sent" : "proof.title")}</h3>
      {chosen && <Chosen file={chosen.file} preview={chosen.preview} />}
      <div className="flex flex-wrap gap-2">
        {chosen && <Button busy={send.isPending} disabled={!online} onClick={() => send.mutate(chosen.file)}>{t("proof.send")}</Button>}
        <label className={`btn ${chosen ? "btn-line" : "btn-quiet"} file-button`}>
          <Upload size={19} aria-hidden />{t(chosen ? "proof.other" : has ? "proof.again" : "proof.choose")}
          <input type="file" accept={KINDS.join(",")} disabled={send.isPending} aria-describedby={`${id}-note`} onChange={(event) => { void choose(event.target.files?.[0]); event.target.value = ""; }} />
        </label>
      </div>
      {send.isPending && <Progress share={share} />}
      <FieldNote id={`${id}-note`} error={error} hint={t("proof.hint")} />
    </section>
  );
}

function Chosen({ file, preview }: { file: File; preview: string | undefined }) {
  return (
    <figure className="flex items-center gap-3">
      {preview ? <img src={preview} alt={t("proof.alt")} className="h-24 w-24 rounded-control border border-border object-cover" /> : <FileText size={40} aria-hidden className="text-ink-3" />}
      <figcaption className="min-w-0 truncate text-small text-ink-2">{file.name}</figcaption>
    </figure>
  );
}

function Progress({ share }: { share: number }) {
  const percent = Math.round(share * PERCENT);
  return (
    <div role="progressbar" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={PERCENT} aria-label={t("proof.send")}>
      <div className="bar" ref={cssVars({ "--share": share })}><span /></div>
      <p className="num pt-1 text-small text-ink-2" aria-hidden>{t("proof.sending", { percent })}</p>
    </div>
  );
}
