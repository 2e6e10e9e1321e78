/**
 * The only place that turns instants into words. Everything is said in the club's zone, never the phone's.
 * A business day may run past midnight: 00:30 on Friday's board is still Friday's, so dates come from the business day.
 */
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = MINUTES_PER_DAY * MS_PER_MINUTE;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    });
    formatters.set(zone, found);
  }
  return found;
}

/** The calendar date and the minutes since midnight at the club. */
function local(instant: string | number, zone: string): { date: string; minutes: number } {
  const parts = formatter(zone).formatToParts(typeof instant === "number" ? instant : Date.parse(instant));
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? "00";
  return { date: `${get("year")}-${get("month")}-${get("day")}`, minutes: Number(get("hour")) * MINUTES_PER_HOUR + Number(get("minute")) };
}

const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);
const say = (date: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(noon(date));

/** "20:00" */
export function clock(instant: string | number, zone: string): string {
  return minutesToClock(local(instant, zone).minutes);
}

/** "20:00 to 21:30" */
export function range(startsAt: string, endsAt: string, zone: string): string {
  return `${clock(startsAt, zone)} to ${clock(endsAt, zone)}`;
}

/** "20:00–21:30", for the board */
export function shortRange(startsAt: string, endsAt: string, zone: string): string {
  return `${clock(startsAt, zone)}–${clock(endsAt, zone)}`;
}

/** Minutes from the business day's own midnight; 00:30 in the night after it is 1470. */
export function minutesOfDay(instant: string | number, businessDay: string, zone: string): number {
  const { date, minutes } = local(instant, zone);
  return daysBetween(businessDay, date) * MINUTES_PER_DAY + minutes;
}

/** "01:00" for 1500: what a clock on the wall shows. */
export function minutesToClock(minutes: number): string {
  const wrapped = ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return `${String(Math.floor(wrapped / MINUTES_PER_HOUR)).padStart(2, "0")}:${String(wrapped % MINUTES_PER_HOUR).padStart(2, "0")}`;
}

/** 1500 for "25:00", the way clubs write hours past midnight. */
export function clockToMinutes(text: string): number {
  const [hours = "0", minutes = "0"] = text.split(":");
  return Number(hours) * MINUTES_PER_HOUR + Number(minutes);
}

/** The calendar date at the club at this moment (before opening, the business day may still be yesterday's: ask the club). */
export function calendarDate(instant: string | number, zone: string): string {
  return local(instant, zone).date;
}

export function addDays(date: string, days: number): string {
  return new Date(noon(date) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / MS_PER_DAY);
}

export function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * MS_PER_MINUTE).toISOString();
}

/** "Thu 26 Nov" */
export const dayLabel = (date: string) => say(date, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
/** "Thursday" */
export const weekdayLong = (date: string) => say(date, { weekday: "long" });
/** "Thu" */
export const weekdayShort = (date: string) => say(date, { weekday: "short" });
/** "Thursday 26 November", for screen readers and titles */
export const dayLong = (date: string) => say(date, { weekday: "long", day: "numeric", month: "long" }).replace(",", "");
/** "26" */
export const dayOfMonth = (date: string) => String(Number(date.slice(8, 10)));
/** "Nov" */
export const monthShort = (date: string) => say(date, { month: "short" });

/** True when the game starts in the night after its business day. */
export function isAfterMidnight(startsAt: string, businessDay: string, zone: string): boolean {
  return local(startsAt, zone).date > businessDay;
}

/** "today 22:14", "tomorrow 14:00", "Thu 26 Nov 14:00": a moment, told from now. */
export function moment(instant: string, now: number, zone: string): string {
  const { date, minutes } = local(instant, zone);
  const ahead = daysBetween(local(now, zone).date, date);
  const day = ahead === 0 ? "today" : ahead === 1 ? "tomorrow" : ahead === -1 ? "yesterday" : dayLabel(date);
  return `${day} ${minutesToClock(minutes)}`;
}

/** "Today", "Tomorrow" or "Thu 26 Nov" for a business day. */
export function relativeDay(date: string, today: string): string {
  const ahead = daysBetween(today, date);
  return ahead === 0 ? "Today" : ahead === 1 ? "Tomorrow" : ahead === -1 ? "Yesterday" : dayLabel(date);
}

/** "in 22 h 46 min", "in 5 days", "now" */
export function fromNow(instant: string, now: number): string {
  const minutes = Math.ceil((Date.parse(instant) - now) / MS_PER_MINUTE);
  if (minutes <= 0) return "now";
  if (minutes < MINUTES_PER_HOUR) return `in ${minutes} min`;
  if (minutes >= 2 * MINUTES_PER_DAY) return `in ${Math.round(minutes / MINUTES_PER_DAY)} days`;
  const rest = minutes % MINUTES_PER_HOUR;
  return `in ${Math.floor(minutes / MINUTES_PER_HOUR)} h${rest ? ` ${rest} min` : ""}`;
}

/** "9:12": a countdown's figures. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "30 min later", "1 hour earlier", "same time" */
export function difference(from: string, to: string): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_MINUTE);
  if (minutes === 0) return "same time";
  const size = Math.abs(minutes);
  const words = size % MINUTES_PER_HOUR === 0
    ? `${size / MINUTES_PER_HOUR} ${size === MINUTES_PER_HOUR ? "hour" : "hours"}`
    : size < MINUTES_PER_HOUR ? `${size} min` : `${Math.floor(size / MINUTES_PER_HOUR)} h ${size % MINUTES_PER_HOUR} min`;
  return `${words} ${minutes > 0 ? "later" : "earlier"}`;
}

/** "2 hours ago", "just now" */
export function since(instant: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(instant)) / MS_PER_MINUTE);
  if (minutes < 2) return "just now";
  if (minutes < MINUTES_PER_HOUR) return `${minutes} min ago`;
  if (minutes < 2 * MINUTES_PER_DAY) return `${Math.floor(minutes / MINUTES_PER_HOUR)} h ago`;
  return `${Math.floor(minutes / MINUTES_PER_DAY)} days ago`;
}
