// Hocuspocus as its documentation starts it: `node hocuspocus.mjs [database file]`. Without a file it keeps nothing.
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const [database] = process.argv.slice(2)
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  // A reader that only listens is let go after a minute, and one case takes longer.
  timeout: 600_000,
  extensions: database ? [new SQLite({ database })] : [],
})
await server.listen()
console.log(`open at ${server.address.port}`)
