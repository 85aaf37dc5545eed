import type { CopySize, Format } from '@withy/shared/api'
import { type Edition, type EditionItem, photoOf } from '@withy/shared/plan'
import type { PhotoStore } from '../storage/photos.ts'
import { listsIn } from './chosen.ts'
import type { CopyPhoto, CopyPhotos } from './exported.ts'

/** The photo a row of easy words has; null: none. */
export function photoOfRow({ facts }: Pick<EditionItem, 'facts'>): string | null {
  const value = facts.find(({ field }) => field === 'picture')?.value
  return value?.is === 'labels' && value.picture !== undefined ? photoOf(value.picture) : null
}

/** The photos that rows of an edition have, each once. */
export const photosShown = (edition: Edition): string[] => [
  ...new Set(
    listsIn(edition).flatMap(({ box }) =>
      box.shape === 'easy' ? box.items.flatMap((item) => photoOfRow(item) ?? []) : [],
    ),
  ),
]

/** The photos of a plan that a copy of this edition needs, in the form it is in; undefined where it needs none. */
export type FindPhotos = (
  plan: string,
  edition: Edition,
  form: { readonly format: Format; readonly size: CopySize },
) => Promise<CopyPhotos | undefined>

/** Only Easy Read draws them, and only JSON brings them along: no other copy waits for them. */
export const createFindPhotos =
  (store: Pick<PhotoStore, 'photosOf' | 'photoBytes'>): FindPhotos =>
  async (plan, edition, { format, size }) => {
    const shown = size === 'easy' || format === 'json' ? photosShown(edition) : []
    if (shown.length === 0) return undefined
    const known = new Map((await store.photosOf(plan)).map(({ id, said }) => [id, said]))
    const found = new Map<string, CopyPhoto>()
    for (const id of shown) {
      const [said, bytes] = [known.get(id), await store.photoBytes(plan, id)]
      if (bytes === 'removed') found.set(id, bytes)
      else if (said && bytes) found.set(id, { bytes, said })
    }
    return found
  }
