import { catalogue } from "./catalogue";

/** What both apps say. Each app keeps its own words beside its code. */
export const messages = {
  "action.close": "Close",
  "action.tryAgain": "Try again",
  "action.reload": "Load the page again",
  "busy": "Working",
  "failure.trace": "If you ask us about it, say {traceId}.",
  "failure.slow": "It takes longer than it should.",
  "stale.checking": "Shown from {time}, checking now",
  "stale.failed": "Shown from {time}. It could not be refreshed.",
  "offline.title": "No connection.",
  "offline.body": "What you see is from {time}. Booking and cancelling need a connection.",
  "offline.bodyNoTime": "Booking and cancelling need a connection.",
  "crash.title": "This page stopped working",
  "crash.body": "Nothing was booked or cancelled by it. We have been told what happened.",
  "countdown.hurry": "nearly over",
  "copy.done": "{what} copied",
  "copy.failed": "The browser did not allow copying",
  "code.label": "Six-digit code",
  "code.resendIn": "New code in {time}",
  "code.resend": "Send a new code",
  "code.sent": "Sent",
  "error.offline": "There is no connection. Nothing was sent.",
  "error.timeout": "There was no answer in time. It may have gone through: try again, it will not be done twice.",
  "error.unknown": "Something went wrong on our side. Try again in a moment.",
} as const;

export const t = catalogue(messages);
