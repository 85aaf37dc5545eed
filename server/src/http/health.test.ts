import { describe, expect, it, onTestFinished } from 'vitest'
import { openWithy } from '../testing/open-withy.ts'

describe('health', () => {
  it('[STORE-17] is ready while the database takes writes and the server is not on its way out', async () => {
    let isStopping = false
    const withy = await openWithy({ isStopping: () => isStopping })
    onTestFinished(() => withy.close())
    const ask = (path: string) => withy.device().ask('GET', path)
    expect(await ask('/healthz')).toMatchObject({ status: 200, body: 'ok\n' })
    expect(await ask('/readyz')).toMatchObject({
      status: 200,
      body: { ready: true, database: 'ok', stopping: false, rooms: 0, sockets: 0 },
    })
    isStopping = true
    expect(await ask('/readyz')).toMatchObject({ status: 503, body: { ready: false, stopping: true } })
    expect(await ask('/healthz')).toMatchObject({ status: 200 })
  })

  it('[STORE-17] is not ready, but answers, when the database does not take writes', async () => {
    const withy = await openWithy()
    await withy.store.close()
    expect(await withy.device().ask('GET', '/readyz')).toMatchObject({ status: 503, body: { database: 'down' } })
    expect(await withy.device().ask('GET', '/healthz')).toMatchObject({ status: 200 })
  })
})
