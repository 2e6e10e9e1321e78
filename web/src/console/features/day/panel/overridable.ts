import { ApiError } from "@/shared/api/errors";

/** The service says which of its refusals staff may override with a reason. A taken court is never one of them. */
export function canOverride(error: unknown): error is ApiError {
  return error instanceof ApiError && error.body.overridable === true;
}
