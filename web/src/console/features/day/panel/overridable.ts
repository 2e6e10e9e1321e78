import { ApiError } from "@/shared/api/errors";

/** Rules of the club that its staff may break with a reason. A taken court is not among them: nothing overrides that. */
const OVERRIDABLE: ReadonlySet<string> = new Set([
  "booking.override_reason_needed", "booking.leaves_gap", "booking.too_far_ahead", "booking.in_the_past", "booking.limit_reached",
  "booking.not_allowed", "booking.outside_hours", "booking.not_on_grid", "booking.bad_duration", "booking.too_late_to_move",
]);

export function canOverride(error: unknown): error is ApiError {
  return error instanceof ApiError && OVERRIDABLE.has(error.code);
}
