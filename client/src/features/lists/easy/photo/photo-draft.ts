import type { PhotoSaid } from '@withy/shared/api'
import type { MadePhoto } from './make-photo.ts'

/** A photo that was not sent yet, with what was said of it. */
export type PhotoDraft = {
  readonly made: MadePhoto | null
  readonly words: string
  /** Whether somebody is on it; `not-asked`: somebody is, and was not asked. */
  readonly somebody: 'nobody' | 'agreed' | 'not-asked' | null
  /** Who said yes. */
  readonly who: string
}

/** A photo for a row, and what it shows. */
export type UsedPhoto = { readonly photo: string; readonly words: string }

export const NO_DRAFT: PhotoDraft = { made: null, words: '', somebody: null, who: '' }

/** Another photo: the words that were typed stay, and who is on it is asked again. */
export const anotherOf = (draft: PhotoDraft, made: MadePhoto | null): PhotoDraft => ({
  ...NO_DRAFT,
  words: draft.words,
  made,
})

export type Lacking = 'somebody' | 'consent' | 'who'

/** What is not said yet and must be before it is sent; else what is noted with it. */
export function consentOf({ somebody, who }: PhotoDraft): Lacking | PhotoSaid {
  if (somebody === null) return 'somebody'
  if (somebody === 'not-asked') return 'consent'
  if (somebody === 'nobody') return { shows: 'nobody' }
  return who.trim() === '' ? 'who' : { shows: 'agreed', who: who.trim() }
}
