import type { UseQueryResult } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { t } from "@/shared/i18n/en";
import { Failure } from "./states";

const SKELETON_AFTER_MS = 300;
const FAILURE_AFTER_MS = 8_000;

type Props<T> = {
  query: UseQueryResult<T>;
  /** What failed, as a title: "The free times did not load". */
  failure: string;
  skeleton: ReactNode;
  /** How to say when the shown data was fetched. */
  at?: (instant: number) => string;
  children: (data: T) => ReactNode;
};

/** The states of every data view: nothing for 300 ms, then bones, after 8 s a failure; shown data stays and says its age when it cannot be renewed. */
export function QueryView<T>({ query, failure, skeleton, at, children }: Props<T>) {
  if (query.data !== undefined) {
    return <>{query.isError && at && <Stale time={at(query.dataUpdatedAt)} checking={query.isFetching} />}{children(query.data)}</>;
  }
  const retry = () => void query.refetch();
  if (query.isError) return <Failure title={failure} error={query.error} retry={retry} />;
  return <Waiting skeleton={skeleton} tooLong={<Failure title={failure} retry={retry} />} />;
}

export function Waiting({ skeleton, tooLong }: { skeleton: ReactNode; tooLong: ReactNode }) {
  const [phase, setPhase] = useState<"blank" | "bones" | "late">("blank");
  useEffect(() => {
    const bones = setTimeout(() => setPhase("bones"), SKELETON_AFTER_MS);
    const late = setTimeout(() => setPhase("late"), FAILURE_AFTER_MS);
    return () => { clearTimeout(bones); clearTimeout(late); };
  }, []);
  if (phase === "late") return tooLong;
  return <div aria-busy="true" className={phase === "blank" ? "invisible" : ""}><span className="visually-hidden" role="status">{t("busy")}</span>{skeleton}</div>;
}

function Stale({ time, checking }: { time: string; checking: boolean }) {
  return (
    <p className="num flex items-center gap-1.5 px-4 py-2 text-small text-ink-2" role="status">
      <History size={16} aria-hidden />{t(checking ? "stale.checking" : "stale.failed", { time })}
    </p>
  );
}

export function Bone({ className }: { className: string }) {
  return <div className={`bone ${className}`} aria-hidden />;
}
