import type { Picture } from './picture.ts'
import { FEELINGS } from './picture-lists/feelings.ts'
import { GOING_OUT } from './picture-lists/going-out.ts'
import { HEALTH } from './picture-lists/health.ts'
import { HOME } from './picture-lists/home.ts'
import { PEOPLE } from './picture-lists/people.ts'
import { PLANNING } from './picture-lists/planning.ts'

/** Every picture there is to choose, in the order in which they are offered. `npm run pictures` writes their files (decision 31). */
export const PICTURES: readonly Picture[] = [...PEOPLE, ...FEELINGS, ...HEALTH, ...HOME, ...GOING_OUT, ...PLANNING]

const BY_ID: ReadonlyMap<string, Picture> = new Map(PICTURES.map((picture) => [picture.id, picture]))

/** The picture of an id; undefined for one this version does not have. */
export const pictureOf = (id: string): Picture | undefined => BY_ID.get(id)
