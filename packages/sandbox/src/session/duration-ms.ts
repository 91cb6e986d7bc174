/**
 * Length of an ISO 8601 duration from days to milliseconds, such as `PT1M` or `P1DT0.5S`.
 * @returns Milliseconds, at least 0.
 * @throws {RangeError} The text is no such duration.
 */
export function durationMs(duration: string): number {
  const match = /^P(?!$)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/.exec(duration);
  if (match === null)
    throw new RangeError(
      `${JSON.stringify(duration)} is no duration; write it like PT1M or P1DT0.5S, or in milliseconds`,
    );
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return Math.round(((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000);
}
