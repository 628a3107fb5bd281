const DAY = 24 * 60

/** "09:05" as minutes since midnight. */
export const minutesOfDay = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Minutes since midnight as "09:05"; past midnight the day begins again. */
export function clockOf(minutes: number): string {
  const within = ((minutes % DAY) + DAY) % DAY
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

/** When each row begins and when the last one ends; nulls where no start is known. */
export function clockTimes(
  start: string | null,
  items: readonly { minutes: number }[],
): { starts: (string | null)[]; end: string | null } {
  if (start === null) return { starts: items.map(() => null), end: null }
  let at = minutesOfDay(start)
  const starts = items.map(({ minutes }) => {
    const begins = clockOf(at)
    at += minutes
    return begins
  })
  return { starts, end: clockOf(at) }
}
