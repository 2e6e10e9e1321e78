import type { Board } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { t } from "../../i18n/en";
import { gamesOn, nextArrivals, total, unpaid } from "./summary";

const NOW_EVERY_MS = 20_000;

/** "3 games on, 2 arrive at 20:00, 9 unpaid, Rs 53,000": what the desk asks first. */
export function Figures({ board }: { board: Board }) {
  const now = useNow(NOW_EVERY_MS);
  const on = gamesOn(board, now);
  const next = nextArrivals(board, now);
  const due = unpaid(board);
  const sum = total(due);
  return (
    <>
      {on > 0 && <Counted text={t("bar.gamesOn", { count: on })} />}
      {next && <Counted text={t("bar.arrive", { count: next.count, time: clock(next.startsAt, board.timeZone) })} />}
      {sum && <Counted text={t("bar.unpaid", { count: due.length, amount: formatMoney(sum) })} due />}
    </>
  );
}

/** The count stands out, wherever in the sentence a language puts it. */
function Counted({ text, due = false }: { text: string; due?: boolean }) {
  const [before = "", count = "", ...after] = text.split(/(\d+)/);
  return <span className={due ? "due" : ""}>{before}<b>{count}</b>{after.join("")}</span>;
}
