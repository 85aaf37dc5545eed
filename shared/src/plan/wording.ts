import type { Words } from './catalogue.ts'

/** One text in English and in Welsh. */
export const say = (en: string, cy: string): Words => ({ en, cy })
