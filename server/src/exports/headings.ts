import type { Block, RichText } from '@withy/shared/plan'

/**
 * The level of each heading in a text, those inside lists too: the first is 1, and none is more than one deeper than
 * the one before it, so that nobody who goes from heading to heading meets a gap (PDF/UA-1 refuses one).
 */
export function headingLevels(text: RichText): ReadonlyMap<Block, number> {
  const levels = new Map<Block, number>()
  const above: number[] = []
  const walk = (block: Block): void => {
    if ('items' in block) for (const item of block.items) item.forEach(walk)
    if (block.type !== 'heading') return
    while (above.length > 0 && (above.at(-1) as number) >= block.level) above.pop()
    above.push(block.level)
    levels.set(block, above.length)
  }
  text.forEach(walk)
  return levels
}
