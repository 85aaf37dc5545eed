import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const EVERY_MS = 2

// Loaded into a measured server: says how long its one thread was held at a stretch, whenever it is asked. While it is, nobody's
// letter is taken in. Threads that it starts load this too, and are not what is watched.
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MS })
  delay.enable()
  process.on('message', () => {
    process.send(Math.max(0, delay.max / 1e6 - EVERY_MS))
    delay.reset()
  })
  process.channel.unref()
}
