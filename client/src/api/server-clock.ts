/** How far the server's clock is before that of this device (ms). */
let ahead = 0

/** Call with each answer of the server: it says what time it is there. */
export function hearClock(answer: Response, now: number = Date.now()): void {
  const said = Date.parse(answer.headers.get('date') ?? '')
  if (!Number.isNaN(said)) ahead = said - now
}

/** What time it is at the server, about: a phone's own clock may be hours away (ms since 1970). */
export const serverNow = (): number => Date.now() + ahead
