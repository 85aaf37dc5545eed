import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, RefusedError, send } from './send.ts'

const path = (plan: string) => `${planPath(plan)}/photos`

/** Where a photo of a plan is had. */
export const photoAddress = (plan: string, photo: string): string => `${path(plan)}/${encodeURIComponent(photo)}`

/** Whether a photo that cannot be drawn was taken away for good. */
export const wasTaken = (plan: string, photo: string): Promise<boolean> =>
  send('GET', photoAddress(plan, photo)).then(
    () => false,
    (error: unknown) => error instanceof RefusedError && error.refused === 'photo-removed',
  )

/** The photos of a plan, with who added them and who said yes; also those that were taken away. */
export const readPhotos = (plan: string) => send<AnswerOf<typeof api.listPhotos>>('GET', path(plan))

/** Adds a photo; the same one again has the same id. `said`: whether somebody is on it, and who said yes. */
export const addPhoto = (plan: string, photo: Blob, said: api.PhotoSaid, signal?: AbortSignal) =>
  send<AnswerOf<typeof api.addPhoto>>('POST', path(plan), new Blob([JSON.stringify(said), '\n', photo]), signal)

/** Takes a photo away for good, for everybody. */
export const removePhoto = (plan: string, photo: string) =>
  send<AnswerOf<typeof api.removePhoto>>('DELETE', photoAddress(plan, photo))
