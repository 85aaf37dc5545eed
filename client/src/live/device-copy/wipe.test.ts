import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { mayHaveCopies, setCopyOn } from './copies-on.ts'
import { type Row, rowsOf, wipesSoFar, writeRows } from './store.ts'
import { wipeAllBut, wipeDevice } from './wipe.ts'

const ROW: Row = {
  copy: 'anna/p/e1',
  tab: 't',
  n: 1,
  kind: 'change',
  iv: new Uint8Array(12),
  bytes: new ArrayBuffer(8),
}

beforeEach(async () => {
  setCopyOn('p', true)
  await writeRows([ROW], [], await wipesSoFar())
})

it('[ACCESS-81] what was switched off and stayed goes with the next visit', async () => {
  setCopyOn('p', false)
  expect(await wipeAllBut('anna', ['p'])).toEqual(['p'])
  expect([await rowsOf(''), mayHaveCopies()]).toEqual([[], false])
})

it('[ACCESS-81] the device is not thought to be empty where a page wrote on meanwhile', async () => {
  const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore) {
    return this.put({ ...ROW, n: 2 }) as unknown as IDBRequest<undefined>
  })
  await wipeDevice()
  expect(remove).toHaveBeenCalled()
  remove.mockRestore()
  expect(mayHaveCopies()).toBe(true)
  await wipeDevice()
  expect([await rowsOf(''), mayHaveCopies()]).toEqual([[], false])
})

it('[ACCESS-82] whoever uses the device next is not told that somebody else lost words', async () => {
  expect(await wipeAllBut('ben', ['p'])).toEqual([])
  expect(await rowsOf('')).toEqual([])
})
