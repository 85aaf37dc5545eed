import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What Vite says of the client it built: by source, the file it became and the sources that come with it. */
type Manifest = Readonly<Record<string, Built>>
type Built = {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

/** The pages that people on slow phones open first, by their address. */
const OPENED_FIRST: Readonly<Record<string, string>> = {
  '/join': 'src/pages/join-page.tsx',
  '/plans/:plan': 'src/pages/plan-page.tsx',
}

/**
 * The `link` header of the pages that are opened first: their files, so that a browser asks for them beside the first script and
 * not after it (SPEC SYNC-144).
 * @param dist the built client; empty without one, or where the build does not say what it made
 */
export function pageFiles(dist: string): ReadonlyMap<string, string> {
  const path = join(dist, '.vite/manifest.json')
  if (!existsSync(path)) return new Map()
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  const entry = Object.keys(manifest).find((source) => manifest[source]?.isEntry)
  return new Map(
    Object.entries(OPENED_FIRST).flatMap(([address, source]) =>
      // The first script is the longest on its way: it goes first.
      entry && manifest[source] ? [[address, linkOf(filesOf(manifest, [entry, source]))]] : [],
    ),
  )
}

/** The files of some sources and of all that come with them, in that order. */
function filesOf(manifest: Manifest, sources: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (source: string) => {
    const built = manifest[source]
    if (!built || seen.has(source)) return
    seen.add(source)
    for (const file of [built.file, ...(built.css ?? [])]) files.add(file)
    for (const next of built.imports ?? []) visit(next)
  }
  for (const source of sources) visit(source)
  return files
}

// Vite asks for style sheets with `crossorigin`: without it the browser would not take the one it has, and ask again.
const linkOf = (files: Iterable<string>): string =>
  Array.from(
    files,
    (file) => `</${file}>; ${file.endsWith('.css') ? 'rel=preload; as=style; crossorigin' : 'rel=modulepreload'}`,
  ).join(', ')
