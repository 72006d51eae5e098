// Days as the people of a story count them: the calendar of Paris.

/** Today, or so many days later, as `2026-11-23`. */
export function day(later = 0) {
  const at = new Date(Date.now() + later * 86_400_000)
  return at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
}

/** The number of a day's weekday, Monday is 1. */
export function weekday(date) {
  return ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1
}
