import type { Words } from '../plan/catalogue.ts'
import type { Person } from '../protocol/room-messages.ts'

/** What somebody is called who looks around in an example and has not said a name, also to those they invite: nobody is called that. */
export const GUEST: Words = { en: 'Somebody (no name yet)', cy: 'Rhywun (heb enw eto)' }

/** What they were called before. */
const BEFORE = ['You', 'You (no name yet)', 'Chi (heb enw eto)']

/** Whether somebody has said no name. (SPEC AGREE-46). */
export const isUnnamed = ({ cameBy, name }: Pick<Person, 'cameBy' | 'name'>): boolean =>
  cameBy === 'example' && [GUEST.en, GUEST.cy, ...BEFORE].includes(name)
