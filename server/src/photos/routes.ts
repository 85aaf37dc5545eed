import { createHash } from 'node:crypto'
import { can } from '@withy/shared/access'
import { addPhoto, getPhoto, LIMIT, listPhotos, photoSaid, removePhoto } from '@withy/shared/api'
import type { Context } from 'hono'
import { readFileAfterLine } from '../http/body.ts'
import { Refusing, refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { barePhoto } from '../jpeg.ts'
import type { Live } from '../live/live.ts'
import type { PhotoStore } from '../storage/photos.ts'

export type PhotoNeeds = {
  readonly store: PhotoStore
  readonly live: Pick<Live, 'tell'>
  readonly now?: () => number
}

const MOST = { photos: LIMIT.photosPerPlan, bytes: LIMIT.photosTogether, ever: LIMIT.photosEverPerPlan }

/** Photos of a group's own, which stand beside rows of easy words (SPEC EASY-44). */
export function photosRoutes(routes: Routes, { store, live, now = Date.now }: PhotoNeeds): void {
  serve(routes, listPhotos, async ({ plan }) => ({
    photos: (await store.photosOf(plan)).map(({ id, said, addedBy, addedAt, removed }) => ({
      photo: id,
      shows: said.shows,
      who: said.shows === 'agreed' ? said.who : '',
      addedBy,
      addedAt: new Date(addedAt).toISOString(),
      removedAt: removed && new Date(removed.at).toISOString(),
      removedBy: removed?.by ?? null,
    })),
  }))

  serve(routes, addPhoto, async ({ c, plan, me }) => {
    await routes.budgets.take('photos', me)
    const { said, file } = await photoIn(c)
    const bytes = barePhoto(file, LIMIT.photoSide)
    if (typeof bytes === 'string') throw refuse(bytes)
    const id = createHash('sha256').update(bytes).digest('base64url')
    const kept = await store.keepPhoto(plan, { id, bytes, said }, { by: me, at: now() }, MOST)
    if (kept !== 'kept') throw refuse(kept === 'full' ? 'photos-full' : 'photo-removed')
    c.status(201)
    return { photo: id }
  })

  serve(routes, getPhoto, async ({ c, plan, param }) => {
    const bytes = await store.photoBytes(plan, param('photo'))
    if (bytes === null) throw refuse('not-found')
    if (bytes === 'removed') throw refuse('photo-removed')
    // What a device has it may show again, once it has asked: by then the photo may have been taken away.
    const tag = `"${param('photo')}"`
    c.header('cache-control', 'private, no-cache')
    c.header('etag', tag)
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    c.header('content-type', 'image/jpeg')
    return c.body(new Uint8Array(bytes).buffer)
  })

  serve(routes, removePhoto, async ({ plan, me, role, param }) => {
    const row = (await store.photosOf(plan)).find(({ id }) => id === param('photo'))
    if (!row) throw refuse('not-found')
    if (row.addedBy !== me && !can(role, 'run-workshop')) throw refuse('not-allowed')
    if (row.removed) throw refuse('photo-removed')
    await store.removePhoto(plan, row.id, { by: me, at: now() })
    live.tell(plan, { type: 'photo-removed', photo: row.id })
    return {}
  })
}

async function photoIn(c: Context) {
  const sent = await readFileAfterLine(c, photoSaid, LIMIT.photo).catch((err: unknown) => {
    throw err instanceof Refusing && err.refusal === 'too-large' ? refuse('photo-too-large') : err
  })
  if (sent.file.byteLength > LIMIT.photo) throw refuse('photo-too-large')
  return sent
}
