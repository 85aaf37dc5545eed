// The y-websocket server: `node y-websocket.mjs [LevelDB folder]`. Without a folder it keeps nothing. As published it brings
// two unfinished versions of Yjs that do not fit each other and cannot take an update; package.json gives it Yjs 13.
import http from 'node:http'
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils'
import ws from 'ws'
import { LeveldbPersistence } from 'y-leveldb'
import * as Y from 'yjs'

const [folder] = process.argv.slice(2)
if (folder) {
  // What the server itself did with YPERSISTENCE while it was part of y-websocket.
  const kept = new LeveldbPersistence(folder)
  setPersistence({
    provider: kept,
    async bindState(name, doc) {
      const stored = await kept.getYDoc(name)
      void kept.storeUpdate(name, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored))
      doc.on('update', (update) => void kept.storeUpdate(name, update))
    },
    writeState: async () => {},
  })
}

const sockets = new ws.Server({ noServer: true })
sockets.on('connection', setupWSConnection)
const server = http.createServer()
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one, request))
})
server.listen(0, '127.0.0.1', () => console.log(`open at ${server.address().port}`))
