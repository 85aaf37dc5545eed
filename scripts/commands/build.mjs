import { buildClient } from '../ground/build-client.mjs'

/** Builds the pages. The server needs no build. */
export async function main() {
  await buildClient({ always: true })
}
