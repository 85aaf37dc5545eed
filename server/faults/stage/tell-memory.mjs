// Loaded in front of the server (`NODE_OPTIONS=--import=…`): at SIGUSR2 it says what it holds once all garbage is gone.
import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', async () => {
    // More than once: what is let go of when something is collected is garbage only then, and pages go a moment later.
    for (let i = 0; i < 4; i++) {
      collect()
      await delay(50)
    }
    const { heapUsed, external, rss } = process.memoryUsage()
    console.log(`memory ${JSON.stringify({ used: heapUsed + external, resident: rss })}`)
  })
}
