import { LIMIT, type PhotoKept, type PlanFile, planFileOf, planFileText } from '@withy/shared/api'
import { editionOf, type Plan, photoPicture } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { PHOTOS, photoId, withPart } from '../testing/photos.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const { red, yellow } = PHOTOS
const row = (photo: Uint8Array) => ({
  words: 'Anna helps me.',
  picture: photoPicture(photoId(photo)),
  'photo-words': 'Anna, laughing',
})
const planWith = (...photos: Uint8Array[]): Plan => buildPlan('area', { easy: { place: photos.map(row) } })
type InFile = NonNullable<PlanFile['photos']>
const inFile = (photo: Uint8Array, id = photoId(photo)): InFile[number] => ({
  ...{ id, jpeg: Buffer.from(photo).toString('base64'), shows: 'agreed', who: 'Ann' },
})
const fileOf = (plan: Plan, photos?: InFile): PlanFile => ({
  ...planFileOf({
    plan,
    edition: editionOf({ title: 'Mill Lane', plan, names: new Map(), explained: [] }),
    status: { is: 'draft', at: '2026-11-20T10:00:00.000Z' },
  }),
  ...(photos && { photos }),
})

/** Brings a file, and gives who did with the plan that was made. */
async function brings(file: PlanFile | string) {
  const on = withy.device()
  const first = JSON.stringify({ name: 'Anna', voice: 'resident' })
  const text = typeof file === 'string' ? file : planFileText(file)
  const answer = await on.ask('POST', '/api/plans/import', `${first}\n${text}`, {
    'content-type': 'application/octet-stream',
  })
  const { plan, refused } = answer.body as { plan: string; refused?: string }
  const photos = async () => (await on.gets<{ photos: PhotoKept[] }>('GET', `/api/plans/${plan}/photos`)).photos
  const takes = (form: string) => on.ask('GET', `/api/plans/${plan}/take-away/${form}`)
  return { on, plan, refused, photos, takes }
}
const idsOf = (photos: readonly PhotoKept[]) => photos.map(({ photo }) => photo)

describe('photos in the file of a plan', () => {
  it('[EASY-49] go along, and are brought in again with who said yes; the plan reads as it did', async () => {
    const file = fileOf(planWith(red, yellow), [inFile(red), { ...inFile(yellow), shows: 'nobody' } as InFile[number]])
    const first = await brings(file)
    const there = await first.photos()
    expect(there.map(({ photo, shows, who }) => [photo, shows, who]).toSorted()).toEqual(
      [
        [photoId(red), 'agreed', 'Ann'],
        [photoId(yellow), 'nobody', ''],
      ].toSorted(),
    )
    const text = (await first.takes('json')).bytes.toString()
    const taken = JSON.parse(text) as PlanFile
    expect(taken.photos).toEqual([inFile(red), { id: photoId(yellow), jpeg: inFile(yellow).jpeg, shows: 'nobody' }])
    expect(taken.fingerprint).toBe(file.fingerprint)
    const again = await brings(text)
    expect(idsOf(await again.photos()).toSorted()).toEqual([photoId(red), photoId(yellow)].toSorted())
    const seen = await again.on.ask('GET', `/api/plans/${again.plan}/photos/${photoId(red)}`)
    expect(new Uint8Array(seen.bytes)).toEqual(red)
  })

  it('[EASY-49] a file without any, of before there were photos too, is as it was', async () => {
    const { takes, photos } = await brings(fileOf(buildPlan('area', { easy: { place: ['Tea.'] } })))
    expect(await photos()).toEqual([])
    expect(JSON.parse((await takes('json')).bytes.toString())).not.toHaveProperty('photos')
  })

  it.each([
    ['is another one by that name', inFile(yellow, photoId(red))],
    ['is no photo', { ...inFile(red), jpeg: 'PHNjcmlwdD4=' }],
    ['is no base64', { ...inFile(red), jpeg: '<script>' }],
    ['no row has', inFile(yellow)],
  ] as [string, InFile[number]][])('[EASY-49] one that %s is left out, and its words stay', async (_, strange) => {
    const { photos, takes } = await brings(fileOf(planWith(red), [strange]))
    expect(await photos()).toEqual([])
    const text = (await takes('txt?size=easy')).bytes.toString()
    expect(text).toContain('(This photo is not here. It showed: Anna, laughing)')
  })

  it('[EASY-49] [EASY-45] are bare when they are in, whatever the file has', async () => {
    const { on, plan, photos } = await brings(
      fileOf(planWith(red), [inFile(withPart(red, 0xe1, 'Exif\0\0GPS 53.4808 N'), photoId(red))]),
    )
    expect(idsOf(await photos())).toEqual([photoId(red)])
    const seen = await on.ask('GET', `/api/plans/${plan}/photos/${photoId(red)}`)
    expect(new Uint8Array(seen.bytes)).toEqual(red)
  })

  it('[EASY-49] a file that says nothing of who said yes to one, or has one twice, is damaged', async () => {
    const { id, jpeg } = inFile(red)
    const without = { ...fileOf(planWith(red)), photos: [{ id, jpeg, shows: 'agreed' }] }
    expect((await brings(JSON.stringify(without))).refused).toBe('plan-file-damaged')
    expect((await brings(fileOf(planWith(red), [inFile(red), inFile(red)]))).refused).toBe('plan-file-damaged')
    expect((await brings(fileOf(planWith(red), [inFile(new Uint8Array(LIMIT.photo + 3))]))).refused).toBe(
      'plan-file-damaged',
    )
  })

  it('[EASY-48] [EASY-47] are in copies in Easy Read until they are taken away, and not in the file then', async () => {
    const { on, plan, takes } = await brings(fileOf(planWith(red), [inFile(red)]))
    const html = async () => (await takes('html?size=easy')).bytes.toString()
    expect(await html()).toContain(`src="data:image/jpeg;base64,${inFile(red).jpeg}" alt="Anna, laughing"`)
    expect((await takes('html')).bytes.toString()).toContain('<dd>A photo of our own</dd>')
    await on.gets('DELETE', `/api/plans/${plan}/photos/${photoId(red)}`)
    expect(await html()).toContain('(This photo was taken away. It showed: Anna, laughing)')
    expect(JSON.parse((await takes('json')).bytes.toString())).not.toHaveProperty('photos')
  })
})
