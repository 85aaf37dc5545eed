import type { Words } from '../plan/catalogue.ts'
import type { Person } from '../protocol/room-messages.ts'

/** What somebody is called who looks around in an example and has not said a name: nobody is called that. */
export const GUEST: Words = { en: 'You (no name yet)', cy: 'Chi (heb enw eto)' }

/** Whether somebody has said no name. Copies made before they were called so have "You" (SPEC AGREE-46). */
export const isUnnamed = ({ cameBy, name }: Pick<Person, 'cameBy' | 'name'>): boolean =>
  cameBy === 'example' && [GUEST.en, GUEST.cy, 'You'].includes(name)
