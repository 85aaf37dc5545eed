import { textRoot } from '@withy/shared/plan'
import * as Y from 'yjs'
import { TEXT_BOX } from '../../src/testing/writer.ts'
import { Broken } from './within.ts'

const TOKEN = /⟦c\d\d-\d{6}⟧/g

/** All tokens are of one length, so that a place between two can be counted out. */
export const TOKEN_LENGTH = '⟦c00-000000⟧'.length

export const tokenOf = (writer: number, n: number): string =>
  `⟦c${String(writer).padStart(2, '0')}-${String(n).padStart(6, '0')}⟧`

/** The tokens in a text, as often as they stand in it. */
export const tokensIn = (text: string): string[] => text.match(TOKEN) ?? []

/** The tokens of a plan's text box, as often as they stand in it. */
export const tokensOf = (doc: Y.Doc): string[] => tokensIn(plainText(textRoot(doc, TEXT_BOX)))

/** A node's letters without its marks: a mark that ends in the middle of a token would hide it. */
function plainText(node: Y.XmlFragment | Y.XmlElement | Y.XmlText): string {
  if (node instanceof Y.XmlText)
    return node
      .toDelta()
      .map(({ insert }: { insert: unknown }) => insert)
      .join('')
  return node
    .toArray()
    .map((child) => (child instanceof Y.XmlHook ? '' : plainText(child)))
    .join('\n')
}

const SILENT = { at: Number.POSITIVE_INFINITY, ring: () => {} }

/** What became of each token, as its writer knows it and others saw it. */
export type Ledger = ReturnType<typeof createLedger>

/**
 * The books of one plan: what was typed, what the server said is on disk, what somebody else has seen, what was taken
 * out. Judges a document by them (RELIABILITY's oracles a, b and d).
 */
export function createLedger() {
  const typed = new Set<string>()
  const acked = new Set<string>()
  const seen = new Set<string>()
  const removed = new Set<string>()
  const ackedRemovals = new Set<string>()
  let bell = SILENT

  return {
    typed: (token: string) => void typed.add(token),
    acked(token: string) {
      acked.add(token)
      if (acked.size >= bell.at) bell.ring()
    },
    /** Does something in the very turn in which so many tokens are acked: between an ack and a commit that came too late lies no more. */
    whenAcked(at: number, run: () => void) {
      bell = {
        at,
        ring() {
          bell = SILENT
          run()
        },
      }
    },
    seen: (token: string) => void seen.add(token),
    removed: (token: string) => void removed.add(token),
    /** What was taken out has been put back by the same hand: nobody can say for certain now. */
    returned: (token: string) => void (removed.delete(token) && ackedRemovals.delete(token)),
    ackedRemoval: (token: string) => void ackedRemovals.add(token),
    counts: () => ({ typed: typed.size, acked: acked.size, seen: seen.size, removed: removed.size }),

    /** What a document that has everything that is on disk has to hold, and may. @throws {Broken} */
    judge(where: string, found: readonly string[]) {
      const here = new Set(found)
      const bad = (what: string, tokens: Iterable<string>) => {
        const list = [...tokens]
        if (list.length > 0) throw new Broken(`${where}: ${list.length} ${what}, as ${list.slice(0, 5).join(' ')}`)
      }
      const twice = found.filter((token, i) => found.indexOf(token) !== i)
      const isLost = (token: string) => !here.has(token) && !removed.has(token)
      bad('more than once', found.length === here.size ? [] : twice)
      bad('acked and not there', [...acked].filter(isLost))
      bad('shown to another and not there', [...seen].filter(isLost))
      bad(
        'taken out and there again',
        [...ackedRemovals].filter((token) => here.has(token)),
      )
      bad(
        'never typed',
        [...here].filter((token) => !typed.has(token)),
      )
    },
    /** The same, and nothing that was typed may lack: for when everybody has come back. @throws {Broken} */
    judgeWhole(where: string, found: readonly string[]) {
      this.judge(where, found)
      const here = new Set(found)
      const lost = [...typed].filter((token) => !here.has(token) && !removed.has(token))
      if (lost.length > 0) throw new Broken(`${where}: ${lost.length} never arrived, as ${lost.slice(0, 5).join(' ')}`)
    },
  }
}
