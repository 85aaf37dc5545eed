import type { Plugin } from 'vite'

/** What stands in Vite's own code for fetching parts of a page, and what is put there. */
const MENDS = [
  [/seen\[href\] = void 0;(?=\s*throw)/g, 'delete seen[href];'],
  [/(?<=e\.type === "error"\) )(?=rej\()/g, 'link.remove(), '],
] as const

/**
 * Mends Vite's code for fetching parts of a page: a style sheet that was lost it takes for one that came, so that the part is drawn
 * without it when it is asked for again.
 * @throws where Vite's code is another one: then see whether the mend is still needed
 */
export function mendPreload(code: string): string {
  return MENDS.reduce((mended, [what, by]) => {
    if (mended.match(what)?.length !== 1) throw new Error(`Vite fetches parts of a page in another way: ${what}`)
    return mended.replace(what, by)
  }, code)
}

/** A part whose style sheet was lost comes whole when it is asked for again (SPEC SYNC-141). */
export const lostSheetPlugin = (): Plugin => ({
  name: 'withy-lost-sheet',
  apply: 'build',
  transform: {
    filter: { id: /\0vite\/preload-helper\.js$/ },
    handler: (code) => ({ code: mendPreload(code), map: null }),
  },
})
