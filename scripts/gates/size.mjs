import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export const name = 'size'
export const title = 'client size'

/**
 * Kilobytes (1000 bytes) of JavaScript, gzipped as a browser receives it. `write` is all of it that somebody fetches who joins,
 * reads and writes, in one language; pages that a phone does not open (the big screen's, say) are no weight to it.
 */
const LIMITS = { join: 101, read: 118, write: 300 }

const JOIN = /src\/pages\/join-page\.tsx$/
const READ = /src\/pages\/plan-page\.tsx$/

/** Modules by the job a limit is for. One that is not in the build is a finding, not a pass. */
const MODULES = {
  join: [JOIN],
  read: [READ],
  write: [JOIN, READ, /src\/pages\/open-plan\.tsx$/, /src\/features\/editor\/rich-editor\.tsx$/],
}

/** Texts by the job they are fetched for: the first ones, and later ones that the page opens (`withTexts` of app/app.tsx). */
const TEXTS = { join: ['', '-join'], read: [''], write: ['', '-join'] }

/** Chunks that weigh more than they may, from Vite's manifest. `sizes`: what each job weighs and may weigh. */
export async function look(root) {
  const dist = join(root, 'client/dist')
  const file = join(dist, '.vite/manifest.json')
  if (!existsSync(file))
    return { read: 'nothing', findings: ['There is no build to weigh: client/dist/.vite/manifest.json is missing.'] }
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  const weigh = (files) =>
    [...files].reduce((total, name) => total + gzipSync(readFileSync(join(dist, name)), { level: 9 }).length, 0) / 1000

  const findings = []
  const sizes = []
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
  if (!entry) return { read: 'nothing', findings: ['The build has no entry.'] }
  const check = (name, pages) => {
    // A reader loads one language; the heavier one is what we count.
    const weights = ['en', 'cy'].map((language) => {
      const texts = TEXTS[name].map((part) => `src/text/${language}${part}.ts`)
      const missing = texts.filter((text) => !manifest[text])
      if (missing.length > 0) findings.push(`No texts were found in the build: ${missing.join(', ')}`)
      return missing.length > 0 ? 0 : weigh(loadedBy(manifest, [entry, ...pages, ...texts]))
    })
    const kilobytes = Math.max(...weights)
    sizes.push({ name, kilobytes, limit: LIMITS[name] })
    if (kilobytes > LIMITS[name]) findings.push(`${name} is ${kilobytes.toFixed(1)} kB, and may be ${LIMITS[name]}`)
  }
  for (const [name, sources] of Object.entries(MODULES)) {
    const pages = sources.map((source) => Object.keys(manifest).find((key) => source.test(key)))
    if (!pages.every(Boolean)) findings.push(`No page to ${name} was found in the build.`)
    else check(name, pages)
  }
  const loose = Object.values(manifest).filter(
    ({ file }) => file.endsWith('.js') && !existsSync(join(dist, `${file}.br`)),
  )
  if (loose.length > 0) findings.push(`${loose.length} files were not packed: ${loose[0].file}`)
  const read = sizes.map(({ name, kilobytes }) => `${name} ${kilobytes.toFixed(1)} kB`).join(', ')
  return { read, findings, sizes }
}

/** Files a browser fetches for some modules: themselves and all they import before they run. */
function loadedBy(manifest, keys) {
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const imported of manifest[key].imports ?? []) visit(imported)
  }
  for (const key of keys) visit(key)
  return new Set([...seen].map((key) => manifest[key].file).filter((name) => name.endsWith('.js')))
}
