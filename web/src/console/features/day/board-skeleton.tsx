import { Bone } from "@/shared/ui/query-view";

const COURTS = 6;
const BONES = ["h-20", "h-14", "h-28", "h-20", "h-14"];

/** The board's own geometry, without a shimmer. */
export function BoardSkeleton() {
  return (
    <div className="board-bones">
      {Array.from({ length: COURTS }, (_, court) => (
        <div key={court} className="flex flex-col gap-6 px-2 pt-3">
          <Bone className="h-8 w-24" />
          {BONES.map((height, index) => <Bone key={index} className={BONES[(index + court) % BONES.length] ?? height} />)}
        </div>
      ))}
    </div>
  );
}
