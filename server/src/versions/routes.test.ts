import type { VersionsPage } from '@withy/shared/api'
import { encodeTypeFor } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { asks, type Guest, joinPlan } from '../testing/guests.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { wordsOf, writeParagraph } from '../testing/writer.ts'

const PAUSE = { limits: { momentPauseMs: 30 } }

const list = (by: Guest, before = '') =>
  asks<VersionsPage>(by, 'GET', `/api/plans/${by.plan}/versions${before && `?before=${before}`}`)

const nameIt = (by: Guest, name: string, of = 'now') =>
  asks<{ version: { id: string } }>(by, 'POST', `/api/plans/${by.plan}/versions`, { name, of })

const countOf = (by: Guest, count: number) =>
  until(async () => {
    const { versions } = await list(by)
    expect(versions).toHaveLength(count)
    return versions
  })

describe('the versions of a plan', () => {
  it('[STORE-112] are listed with who wrote since the one before, and for whom', async () => {
    const { server, anna, ben } = await twoPeople(PAUSE)
    expect(await list(anna)).toEqual({ versions: [], next: null, since: [] })
    const [annas, bens] = [await syncedBot(anna), await syncedBot(ben)]
    writeParagraph(annas.doc, 'before lunch')
    await countOf(anna, 1)
    bens.send(encodeTypeFor(anna.person))
    writeParagraph(bens.doc, 'after it')
    const [second, first] = await countOf(anna, 2)
    expect(first).toMatchObject({ kind: 'moment', writers: [{ person: anna.person, for: null }] })
    expect(second).toMatchObject({ kind: 'moment', writers: [{ person: ben.person, for: anna.person }] })
    const vera = await joinPlan(anna, 'Vera', 'viewer')
    expect((await list(vera)).versions).toEqual([second, first])
    expect(await server.store.momentsOf(anna.plan)).toHaveLength(2)
  })

  it('[STORE-110] [STORE-111] hold what was there when they were named, now or at a pause, whatever is written later', async () => {
    const { server, anna, ben } = await twoPeople(PAUSE)
    const annas = await syncedBot(anna)
    writeParagraph(annas.doc, 'the orchard')
    const [pause] = await countOf(anna, 1)
    writeParagraph(annas.doc, 'and the bench')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    const now = await nameIt(ben, ' Before  the walk ')
    const then = await nameIt(ben, 'Very first', pause?.id)
    writeParagraph(annas.doc, 'and the gate')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    const wordsIn = async (id: string) => {
      const content = await server.store.versionContent(anna.plan, id)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, content?.bytes ?? new Uint8Array())
      expect(content?.planJson).toContain('the orchard')
      expect(content?.editionJson).toContain('the orchard')
      return wordsOf(doc).trim().replace(/\s+/g, ' ')
    }
    expect(await wordsIn(now.version.id)).toBe('the orchard and the bench')
    expect(await wordsIn(then.version.id)).toBe('the orchard')
    const named = (await list(anna)).versions.filter(({ kind }) => kind === 'named')
    expect(named.map(({ name, madeBy }) => [name, madeBy])).toEqual([
      ['Before the walk', ben.person],
      ['Very first', ben.person],
    ])
    expect(named[1]?.at).toBe(pause?.at)
    const path = `/api/plans/${anna.plan}/versions/${then.version.id}`
    await asks(anna, 'PATCH', path, { name: 'The first words' })
    expect((await list(ben)).versions.map(({ name }) => name)).toContain('The first words')
    await asks(ben, 'DELETE', path)
    expect((await list(ben)).versions.map(({ id }) => id)).toContain(pause?.id)
    await expect(asks(ben, 'DELETE', path)).rejects.toThrow('version-gone')
    await expect(nameIt(ben, 'x', 'nothing.7')).rejects.toThrow('version-gone')
  })
})
