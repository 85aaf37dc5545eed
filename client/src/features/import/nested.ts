import type { Block } from '@withy/shared/plan'

/** A line of a document, and its place in a list where it is in one. `level`: 0 is the outermost. */
export type Line = { readonly block: Block; readonly list?: { readonly level: number; readonly isOrdered: boolean } }

type List = { readonly type: 'bullets' | 'numbers'; readonly items: Block[][] }

/** Lists, of lines that each say how deep they stand: as Word keeps them. */
export function nested(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = []
  const open: { readonly level: number; readonly list: List }[] = []
  for (const { block, list } of lines) {
    if (!list) {
      open.length = 0
      blocks.push(block)
      continue
    }
    const type = list.isOrdered ? 'numbers' : 'bullets'
    const isOver = ({ level, list: { type: its } }: (typeof open)[number]) =>
      level > list.level || (level === list.level && its !== type)
    while (open.length > 0 && isOver(open[open.length - 1] as (typeof open)[number])) open.pop()
    let last = open.at(-1)
    if (last?.level !== list.level) {
      const made: List = { type, items: [] }
      const around = last?.list.items.at(-1) ?? blocks
      around.push(made)
      last = { level: list.level, list: made }
      open.push(last)
    }
    last.list.items.push([block])
  }
  return blocks
}
