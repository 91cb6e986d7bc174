/**
 * Milliseconds of an ISO 8601 duration from days to milliseconds, such as `PT1M30S`; a number is taken as milliseconds.
 * @throws {RangeError} It is neither, or negative.
 */
export function parseDuration(duration: number | string): number {
  if (typeof duration === "number" && Number.isFinite(duration) && duration >= 0) return duration;
  const parts = /^P(?!$)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/.exec(String(duration));
  if (parts === null)
    throw new RangeError(
      `${JSON.stringify(duration)} is no time: give milliseconds from 0, or an ISO 8601 duration such as "PT1M"`,
    );
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + Math.round((seconds ?? 0) * 1000);
}
