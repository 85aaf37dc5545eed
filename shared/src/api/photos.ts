import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { words } from './plans.ts'

/** Whom a photo shows: nobody who could be known, or people who said yes to it. */
const photoShows = z.enum(['nobody', 'agreed'])

/** What is said of a photo as it is sent, as a line of JSON before the file. `who`: who said yes. */
export const photoSaid = z.discriminatedUnion('shows', [
  z.object({ shows: z.literal('nobody') }),
  z.object({ shows: z.literal('agreed'), who: words(LIMIT.name) }),
])
export type PhotoSaid = z.infer<typeof photoSaid>

const photo = z.object({
  /** SHA-256 of its bytes, in base64url. A row of easy words has it as `photo:<id>`. */
  photo: z.string(),
  shows: photoShows,
  /** Who said yes to it; '' where it shows nobody. */
  who: z.string(),
  /** The id of who added it. */
  addedBy: z.string(),
  /** ISO time. */
  addedAt: z.string(),
  /** When it was taken away for good; null: it is there. */
  removedAt: z.nullable(z.string()),
  /** The id of who took it away. */
  removedBy: z.nullable(z.string()),
})
export type PhotoKept = z.infer<typeof photo>

export const listPhotos = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/photos',
  does: 'Lists the photos of a plan, the first added first: who added each, who said yes to it, and whether it was taken away.',
  needs: 'read',
  answer: z.object({ photos: z.array(photo) }),
  refusals: ['sign-in', 'not-found'],
})

/** Sent as `application/octet-stream`: a line of JSON, `photoSaid`, and the file. */
export const addPhoto = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/photos',
  does: 'Keeps a photo (a JPEG) with a plan, without what its file says of place and time. The same photo is kept once.',
  needs: 'write',
  answer: z.object({ photo: z.string() }),
  refusals: [
    'sign-in',
    'not-found',
    'not-allowed',
    'bad-request',
    'not-a-photo',
    'photo-too-large',
    'photos-full',
    'photo-removed',
    'too-busy',
  ],
})

export const getPhoto = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/photos/:photo',
  does: 'Gives one photo of a plan, as a JPEG.',
  needs: 'read',
  refusals: ['sign-in', 'not-found', 'photo-removed'],
})

export const removePhoto = endpoint({
  method: 'DELETE',
  path: '/api/plans/:plan/photos/:photo',
  does: 'Takes a photo away for good: by who added it, or who leads the plan. That it was there stays known.',
  needs: 'read',
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'photo-removed'],
})
