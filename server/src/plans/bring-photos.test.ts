import { LIMIT, type PhotoKept, type PlanFile } from '@withy/shared/api'
import { buildPlan } from '@withy/shared/testing'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import {
  fileWithPhotos,
  type PhotosInFile,
  photoInFile,
  planWithPhotos,
  sendsPlanFile,
} from '../testing/photo-plans.ts'
import { PHOTOS, photoId, withPart } from '../testing/photos.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const { red, yellow } = PHOTOS
/** Brings a file, and gives who did with the plan that was made. */
async function brings(file: PlanFile | string) {
  const { device: on, plan, refused } = await sendsPlanFile(withy, file)
  const photos = async () => (await on.gets<{ photos: PhotoKept[] }>('GET', `/api/plans/${plan}/photos`)).photos
  const takes = (form: string) => on.ask('GET', `/api/plans/${plan}/take-away/${form}`)
  return { on, plan, refused, photos, takes }
}
const idsOf = (photos: readonly PhotoKept[]) => photos.map(({ photo }) => photo)

describe('photos in the file of a plan', () => {
  it('[EASY-49] go along, and are brought in again with who said yes; the plan reads as it did', async () => {
    const file = fileWithPhotos(planWithPhotos(red, yellow), [
      photoInFile(red),
      { ...photoInFile(yellow), shows: 'nobody' } as PhotosInFile[number],
    ])
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
    expect(taken.photos).toEqual([
      photoInFile(red),
      { id: photoId(yellow), jpeg: photoInFile(yellow).jpeg, shows: 'nobody' },
    ])
    expect(taken.fingerprint).toBe(file.fingerprint)
    const again = await brings(text)
    expect(idsOf(await again.photos()).toSorted()).toEqual([photoId(red), photoId(yellow)].toSorted())
    const seen = await again.on.ask('GET', `/api/plans/${again.plan}/photos/${photoId(red)}`)
    expect(new Uint8Array(seen.bytes)).toEqual(red)
  })

  it('[EASY-49] a file without any, of before there were photos too, is as it was', async () => {
    const { takes, photos } = await brings(fileWithPhotos(buildPlan('area', { easy: { place: ['Tea.'] } })))
    expect(await photos()).toEqual([])
    expect(JSON.parse((await takes('json')).bytes.toString())).not.toHaveProperty('photos')
  })

  it.each([
    ['is another one by that name', photoInFile(yellow, photoId(red))],
    ['is no photo', { ...photoInFile(red), jpeg: 'PHNjcmlwdD4=' }],
    ['is no base64', { ...photoInFile(red), jpeg: '<script>' }],
    ['no row has', photoInFile(yellow)],
  ] as [string, PhotosInFile[number]][])(
    '[EASY-49] one that %s is left out, and its words stay',
    async (_, strange) => {
      const { photos, takes } = await brings(fileWithPhotos(planWithPhotos(red), [strange]))
      expect(await photos()).toEqual([])
      const text = (await takes('txt?size=easy')).bytes.toString()
      expect(text).toContain('(This photo is not here. It showed: Anna, laughing)')
    },
  )

  it('[EASY-49] [EASY-45] are bare when they are in, whatever the file has', async () => {
    const { on, plan, photos } = await brings(
      fileWithPhotos(planWithPhotos(red), [photoInFile(withPart(red, 0xe1, 'Exif\0\0GPS 53.4808 N'), photoId(red))]),
    )
    expect(idsOf(await photos())).toEqual([photoId(red)])
    const seen = await on.ask('GET', `/api/plans/${plan}/photos/${photoId(red)}`)
    expect(new Uint8Array(seen.bytes)).toEqual(red)
  })

  it('[EASY-49] a file that says nothing of who said yes to one, or has one twice, is damaged', async () => {
    const { id, jpeg } = photoInFile(red)
    const without = { ...fileWithPhotos(planWithPhotos(red)), photos: [{ id, jpeg, shows: 'agreed' }] }
    expect((await brings(JSON.stringify(without))).refused).toBe('plan-file-damaged')
    expect((await brings(fileWithPhotos(planWithPhotos(red), [photoInFile(red), photoInFile(red)]))).refused).toBe(
      'plan-file-damaged',
    )
    expect(
      (await brings(fileWithPhotos(planWithPhotos(red), [photoInFile(new Uint8Array(LIMIT.photo + 3))]))).refused,
    ).toBe('plan-file-damaged')
  })

  it('[EASY-49] [EASY-48] go along in a ZIP of many plans', async () => {
    const { on, plan } = await brings(fileWithPhotos(planWithPhotos(red), [photoInFile(red)]))
    const zipOf = async (format: string, size: string) => {
      const { bytes } = await on.ask('POST', '/api/take-away', { plans: [plan], format, of: 'now', lang: 'en', size })
      return Object.values(unzipSync(bytes)).map((file) => Buffer.from(file).toString())
    }
    expect(JSON.parse((await zipOf('json', 'normal'))[0] ?? '').photos).toEqual([photoInFile(red)])
    expect((await zipOf('html', 'easy'))[0]).toContain(photoInFile(red).jpeg)
  })

  it('[EASY-48] [EASY-47] are in copies in Easy Read until they are taken away, and not in the file then', async () => {
    const { on, plan, takes } = await brings(fileWithPhotos(planWithPhotos(red), [photoInFile(red)]))
    const html = async () => (await takes('html?size=easy')).bytes.toString()
    expect(await html()).toContain(`src="data:image/jpeg;base64,${photoInFile(red).jpeg}" alt="Anna, laughing"`)
    expect((await takes('html')).bytes.toString()).toContain('<dd>A photo of our own</dd>')
    await on.gets('DELETE', `/api/plans/${plan}/photos/${photoId(red)}`)
    expect(await html()).toContain('(This photo was taken away. It showed: Anna, laughing)')
    expect(JSON.parse((await takes('json')).bytes.toString())).not.toHaveProperty('photos')
  })
})
