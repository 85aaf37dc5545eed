/** What the page of a plan fetches once something is asked about it. */
export { DayToRemember } from './day-to-remember.tsx'
export { DidItHappen } from './did-it-happen.tsx'
