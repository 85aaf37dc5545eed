import type { compareVersions, readVersion } from '@withy/shared/api'
import { expect, it, onTestFinished } from 'vitest'
import type * as z from 'zod/mini'
import { asksToAgree, readsPlan, says, sealedAt, seals } from '../testing/agreeing.ts'
import { openWithy } from '../testing/open-withy.ts'
import { copiesExample, joinsAs, type Member, pathOf } from '../testing/people.ts'

type Read = z.output<typeof readVersion.answer>
type Compared = z.output<typeof compareVersions.answer>

/** The example, in which Ben does the first action; and what gives the plan, and him, another name. */
async function street() {
  const withy = await openWithy()
  onTestFinished(() => withy.close())
  const anna = await copiesExample(withy)
  const ben = await joinsAs(withy, anna, 'contributor', 'Ben')
  const renames = async () => {
    await anna.gets('PATCH', `/api/plans/${anna.plan}`, { title: 'Another street' })
    await ben.gets('PATCH', pathOf(ben, ben), { name: 'Benjamin' })
  }
  return { withy, anna, renames }
}

const reads = ({ plan, gets }: Member, version: string) =>
  gets<Read>('GET', `/api/plans/${plan}/versions/${encodeURIComponent(version)}`)

it('[AGREE-50] a sealed version reads in the history as it did when it was sealed, whatever was named otherwise since', async () => {
  const { anna, renames } = await street()
  const round = await asksToAgree(anna, [anna])
  await says(anna, round.id, 'agree')
  await seals(anna, round.id)
  const { edition } = await sealedAt(anna, 1)
  await renames()
  expect((await readsPlan(anna)).edition.title).toBe('Another street')
  const { versions } = await anna.gets<{ versions: Read['version'][] }>('GET', `/api/plans/${anna.plan}/versions`)
  const { id = '' } = versions.find(({ kind }) => kind === 'sealed') ?? {}
  expect((await reads(anna, id)).edition).toEqual(edition)
})

it('[STORE-112] all that were named or sealed are listed at once, however many versions came since', async () => {
  const { anna } = await street()
  const path = `/api/plans/${anna.plan}`
  for (let n = 1; n <= 41; n++) await anna.gets('POST', `${path}/versions`, { name: `Name ${n}`, of: 'now' })
  const round = await asksToAgree(anna, [anna])
  await says(anna, round.id, 'agree')
  await seals(anna, round.id)
  const listed = async (of: string) =>
    (await anna.gets<{ versions: Read['version'][] }>('GET', `${path}/${of}`)).versions
  expect((await listed('versions')).map(({ name }) => name)).not.toContain('Name 1')
  const kept = await listed('kept-versions')
  expect(kept.filter(({ kind }) => kind === 'sealed')).toHaveLength(1)
  expect(new Set(kept.map(({ name }) => name)).size).toBe(42)
})

it('[STORE-110] a named version reads as it did when it was named, and the plan as it is now with the names of today', async () => {
  const { anna, renames } = await street()
  const { edition } = await readsPlan(anna)
  const body = { name: 'Before the walk', of: 'now' }
  const path = `/api/plans/${anna.plan}/versions`
  const { version } = await anna.gets<Pick<Read, 'version'>>('POST', path, body)
  await renames()
  expect((await reads(anna, version.id)).edition).toEqual(edition)
  expect((await reads(anna, 'now')).edition.title).toBe('Another street')
})

it('[PLAN-110] two versions that are kept are compared under the headings they had, and the plan of today under its own', async () => {
  const { withy, anna } = await street()
  const path = `/api/plans/${anna.plan}/versions`
  const { version } = await anna.gets<Pick<Read, 'version'>>('POST', path, { name: 'Now', of: 'now' })
  const [row, content] = [
    await withy.store.findVersion(anna.plan, version.id),
    await withy.store.versionContent(anna.plan, version.id),
  ]
  if (!row || !content) throw new Error('it is not kept')
  // As another Withy kept it, whose catalogue called a section otherwise.
  const editionJson = content.editionJson.replaceAll('"en":"Living map"', '"en":"Our map"')
  expect(editionJson).not.toBe(content.editionJson)
  const others = { ...row, ...content, id: 'of-another-withy', madeAt: row.madeAt + 1, editionJson }
  await withy.store.nameVersion(anna.plan, others, 100)
  const headings = async (one: string, other: string) =>
    (await anna.gets<Compared>('GET', `${path}/${one}/changes/${other}`)).headings
  const both = await headings(version.id, others.id)
  expect([both['living-map'], both['living-map.do']]).toMatchObject([{ en: 'Our map' }, { en: expect.any(String) }])
  expect(await headings(others.id, 'now')).toEqual({})
})
