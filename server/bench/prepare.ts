import { GROUPS } from './benches.ts'

const GROUND = new URL('../../scripts/ground/', import.meta.url)

/** Gets what the named benches need: built pages and a browser, or the peers. Each only where it is asked for. */
export async function prepare(names: readonly string[]): Promise<void> {
  if (names.some((name) => name in GROUPS.product)) {
    const { findChromium } = await ground('chromium.mjs')
    process.env.CHROMIUM_PATH = await findChromium()
    const { buildClient } = await ground('build-client.mjs')
    await buildClient()
  }
  if (names.some((name) => name in GROUPS.engine)) {
    const { installBenchPeers } = await ground('bench-peers.mjs')
    await installBenchPeers()
  }
}

const ground = (file: string) => import(new URL(file, GROUND).href)
