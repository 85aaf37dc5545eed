import type { Socket } from 'node:net'
import { networkOf } from './address.ts'
import { createTally } from './tally.ts'

/** All live sockets at their limit, and room for people opening pages. */
const CONNECTIONS = 12_000

/** Half of them: a hall of a thousand behind one address, and nobody keeps everyone else out alone. */
const PER_ADDRESS = 6_000

type Listens = { maxConnections: number; on(event: 'connection', listen: (socket: Socket) => void): unknown }

/**
 * Bounds how many connections there are, in all and from one address, before a byte of them is read (SPEC LIMIT-50). Behind proxies of
 * our own (`proxies` > 0) every one of them comes from there, and only all together are counted.
 */
export function boundConnections(
  server: Listens,
  proxies: number,
  most = { inAll: CONNECTIONS, perAddress: PER_ADDRESS },
) {
  server.maxConnections = most.inAll
  if (proxies > 0) return
  const from = createTally()
  server.on('connection', (socket) => {
    const address = networkOf(socket.remoteAddress ?? '')
    if (from.of(address) >= most.perAddress) return void socket.destroy()
    from.add(address)
    socket.once('close', () => from.remove(address))
  })
}
