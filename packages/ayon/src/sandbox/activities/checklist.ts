/** Whether a text in Markdown has a list with boxes to tick. */
export function hasChecklist(body: string): boolean {
  return /^\s*[-*]\s*\[[ xX]\]/m.test(body);
}

/** Whether two texts are the same but for the ticks in their boxes. */
export function differInTicksOnly(one: string, other: string): boolean {
  return withoutTicks(one) === withoutTicks(other);
}

function withoutTicks(body: string): string {
  return body.replace(/\s*\[[ xX]\]\s*/g, "[box]");
}
