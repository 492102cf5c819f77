/**
 * Until when a request must be answered: one month after it came (GDPR art. 12(3)), which ends on the same
 * day of the next month, or on its last where it has no such day (Regulation 1182/71 art. 3(2)(c)).
 * @param at ISO 8601
 * @returns the day, `YYYY-MM-DD`
 */
export function answerBy(at: string): string {
  const came = new Date(at);
  const month = came.getUTCMonth() + 1;
  const lastDay = new Date(Date.UTC(came.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(came.getUTCDate(), lastDay);
  return new Date(Date.UTC(came.getUTCFullYear(), month, day)).toISOString().slice(0, 10);
}
