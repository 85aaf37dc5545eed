import { type PlanFile, planFileOf, planFileText } from '@withy/shared/api'
import { editionOf, type Plan, photoPicture } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import type { Withy } from './open-withy.ts'
import { type Member, memberOf } from './people.ts'
import { photoId } from './photos.ts'

/** A row of easy words with a photo of Anna. */
const row = (photo: Uint8Array) => ({
  words: 'Anna helps me.',
  picture: photoPicture(photoId(photo)),
  'photo-words': 'Anna, laughing',
})
/** A plan with a row for each. */
export const planWithPhotos = (...photos: Uint8Array[]): Plan =>
  buildPlan('area', { easy: { place: photos.map((photo) => row(photo)) } })

export type PhotosInFile = NonNullable<PlanFile['photos']>
/** A photo as a file has it, with Ann's yes. */
export const photoInFile = (photo: Uint8Array, id = photoId(photo)): PhotosInFile[number] => ({
  ...{ id, jpeg: Buffer.from(photo).toString('base64'), shows: 'agreed', who: 'Ann' },
})
export const fileWithPhotos = (plan: Plan, photos?: PhotosInFile): PlanFile => ({
  ...planFileOf({
    plan,
    edition: editionOf({ title: 'Mill Lane', plan, names: new Map(), explained: [] }),
    status: { is: 'draft', at: '2026-11-20T10:00:00.000Z' },
  }),
  ...(photos && { photos }),
})

/** Sends a file, as somebody nobody knows yet. */
export async function sendsPlanFile(withy: Withy, file: PlanFile | string) {
  const device = withy.device()
  const text = typeof file === 'string' ? file : planFileText(file)
  const first = JSON.stringify({ name: 'Anna', voice: 'resident' })
  const type = { 'content-type': 'application/octet-stream' }
  const { body } = await device.ask('POST', '/api/plans/import', `${first}\n${text}`, type)
  return { device, ...(body as { plan: string; refused?: string }) }
}

/** Somebody who has just started a plan whose rows have these photos. */
export async function startsWithPhotos(withy: Withy, ...photos: Uint8Array[]): Promise<Member> {
  const file = fileWithPhotos(
    planWithPhotos(...photos),
    photos.map((photo) => photoInFile(photo)),
  )
  const { device, plan } = await sendsPlanFile(withy, file)
  return memberOf(device, plan)
}
