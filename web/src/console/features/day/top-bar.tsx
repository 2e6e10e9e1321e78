import { ChevronLeft, ChevronRight, Keyboard, Plus, Printer, Search, TriangleAlert } from "lucide-react";
import { useRef, type ReactNode, type RefObject } from "react";
import { Link } from "react-router";
import { dayLong } from "@/shared/lib/club-time";
import { Button, buttonClass, IconButton } from "@/shared/ui/button";
import { t } from "../../i18n/en";

type Props = {
  date: string; today: string; menu: ReactNode; search: string; searchRef: RefObject<HTMLInputElement | null>; figures: ReactNode; sortOut: { to: string; count: number } | null;
  onDay: (date: string) => void; onStep: (days: number) => void; onSearch: (text: string) => void; onBlock: () => void; onNew: () => void; onHelp: () => void;
};

export function TopBar({ date, today, menu, search, searchRef, figures, sortOut, onDay, onStep, onSearch, onBlock, onNew, onHelp }: Props) {
  return (
    <header className="top-bar">
      {menu}
      <div className="flex">
        <IconButton label={t("bar.previous")} icon={<ChevronLeft size={20} className="mirror" aria-hidden />} className="icon-btn-bar" onClick={() => onStep(-1)} />
        <IconButton label={t("bar.next")} icon={<ChevronRight size={20} className="mirror" aria-hidden />} className="icon-btn-bar" onClick={() => onStep(1)} />
      </div>
      <DayPicker date={date} onDay={onDay} />
      {date === today ? <span className="today-mark">{t("bar.today")}</span> : <Button kind="line" size="small" onClick={() => onDay(today)}>{t("bar.today")}</Button>}
      <div className="figures num">{figures}</div>
      <label className="search">
        <Search size={17} aria-hidden />
        <input
          ref={searchRef} type="search" value={search} placeholder={t("bar.search")} aria-label={t("bar.searchLabel")} onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); onSearch(""); event.currentTarget.blur(); } }}
        />
        <kbd aria-hidden>/</kbd>
      </label>
      {sortOut && <Link to={sortOut.to} className={`${buttonClass("line", "small")} btn-bar num`}><TriangleAlert size={16} aria-hidden />{t("bar.sortOut", { count: sortOut.count })}</Link>}
      <IconButton label={t("bar.print")} icon={<Printer size={18} aria-hidden />} className="icon-btn-bar" onClick={() => window.print()} />
      <IconButton label={t("bar.help")} icon={<Keyboard size={18} aria-hidden />} className="icon-btn-bar wide-only" onClick={onHelp} />
      <Button kind="line" size="small" className="btn-bar" onClick={onBlock}>{t("bar.block")}</Button>
      <Button size="small" className="btn-bar" icon={<Plus size={17} aria-hidden />} onClick={onNew}>{t("bar.new")}</Button>
    </header>
  );
}

/** The day's name opens the browser's own calendar. */
function DayPicker({ date, onDay }: { date: string; onDay: (date: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <h1 className="day-title">
      <button type="button" className="day-button num" onClick={() => input.current?.showPicker()}>{dayLong(date)}<span className="visually-hidden">, {t("bar.pick")}</span></button>
      <input ref={input} type="date" className="day-input" tabIndex={-1} aria-label={t("bar.pick")} value={date} onChange={(event) => event.target.value && onDay(event.target.value)} />
    </h1>
  );
}
