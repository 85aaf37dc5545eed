import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { type SpawnedServer, type SpawnNeeds, spawnServer } from '../../src/testing/spawn-server.ts'
import { openProxy } from './proxy.ts'

/**
 * The real server behind our proxy: it may end and start again, and people keep their address.
 * @param note writes what happens into the run's log of operations
 */
export async function openWithy(dataDir: string, note: (what: string) => void) {
  const port = await freePort()
  const proxy = await openProxy(() => port)
  const origin = `http://127.0.0.1:${proxy.port}`
  const said: string[] = []
  let server: SpawnedServer | null = null

  const running = () => {
    if (!server) throw new Error('the server is not running')
    return server
  }

  return {
    proxy,
    origin,
    port,
    dataDir,
    server: running,
    async start({ env = {}, under = [] }: SpawnNeeds = {}) {
      server = await spawnServer(dataDir, { env: { PORT: String(port), PUBLIC_URL: origin, ...env }, under })
      note(`server ${server.pid} is open`)
      const started = server
      void started.ended.then((code) => {
        note(`server ${started.pid} ended with ${code}`)
        said.push(started.said())
        if (server === started) server = null
      })
      return started
    },
    async kill() {
      note('kill -9')
      await server?.kill()
    },
    /** All that any of its servers logged. */
    said: () => [...said, server?.said() ?? ''].join('\n'),
    async close() {
      // One that was stopped with SIGSTOP is killed all the same.
      await server?.kill()
      await proxy.close()
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
