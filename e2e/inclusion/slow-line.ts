import type { CDPSession } from '@playwright/test'
import type { Someone } from '../people.ts'

/** 400 kbit/s and 400 ms there and back; the processor of a phone that cost little. */
const NET = { offline: false, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8, latency: 400 }
const SLOWER = 4

/** Puts somebody's page on a slow line and a slow processor, from here on. @returns what else can be asked of the browser */
export async function slowDown({ page, context }: Someone): Promise<CDPSession> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NET)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return session
}

/** How long something took, in seconds. */
export async function seconds(does: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await does()
  return (performance.now() - began) / 1000
}
