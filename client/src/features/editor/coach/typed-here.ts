import * as Y from 'yjs'

/** Words of one paragraph, heading or point: letter by letter whether they were typed on this page by its own person. */
export type TypedBlock = { readonly text: string; readonly isTyped: readonly boolean[]; readonly lang: string | null }

const TEXT_BLOCKS = new Set(['paragraph', 'heading'])

/**
 * The blocks of a box that hold words, in reading order (SPEC A11Y-128).
 * @param wasTyped whether what this page's own client put in at a clock was typed by its person, and was not for somebody else
 */
export function typedBlocks(box: Y.XmlFragment, wasTyped: (clock: number) => boolean): readonly TypedBlock[] {
  const me = box.doc?.clientID
  return box.toArray().flatMap(function read(node): TypedBlock[] {
    if (!(node instanceof Y.XmlElement)) return []
    if (!TEXT_BLOCKS.has(node.nodeName)) return node.toArray().flatMap(read)
    const letters = node.toArray().flatMap((inside) => (inside instanceof Y.XmlText ? lettersOf(inside) : [BREAK]))
    const lang: unknown = node.getAttribute('lang')
    return [
      {
        text: letters.map(({ letter }) => letter).join(''),
        isTyped: letters.map(({ client, clock }) => client === me && wasTyped(clock)),
        lang: typeof lang === 'string' ? lang : null,
      },
    ]
  })
}

type Letter = { readonly letter: string; readonly client: number; readonly clock: number }

/** A new line within a paragraph is nobody's word. */
const BREAK: Letter = { letter: '\n', client: -1, clock: -1 }

/** Each UTF-16 unit, as both Yjs and the editor count. */
function lettersOf(text: Y.XmlText): Letter[] {
  const letters: Letter[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    for (const [at, letter] of item.content.str.split('').entries()) letters.push({ letter, client, clock: clock + at })
  }
  return letters
}

/**
 * Follows what is typed on this page: whatever its own client puts in, but not while something is pasted or dropped, nor while the page
 * types for somebody else.
 * @param isTheirs whether what is put in now is somebody else's
 * @returns `wasTyped` for `typedBlocks`; `stop` follows no more
 */
export function followTyping(doc: Y.Doc, isTheirs: () => boolean) {
  const typed: { from: number; to: number }[] = []
  const follow = ({ local, beforeState, afterState }: Y.Transaction) => {
    const from = beforeState.get(doc.clientID) ?? 0
    const to = afterState.get(doc.clientID) ?? 0
    if (!local || to === from || isTheirs()) return
    const last = typed.at(-1)
    if (last && last.to === from) last.to = to
    else typed.push({ from, to })
  }
  doc.on('afterTransaction', follow)
  return {
    wasTyped: (clock: number): boolean => typed.some(({ from, to }) => clock >= from && clock < to),
    stop: () => doc.off('afterTransaction', follow),
  }
}
