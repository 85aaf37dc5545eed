import type { RichText } from '@withy/shared/plan'
import { createElement, type HTMLAttributes } from 'react'

/** A heading element of the level, kept within h1-h6. */
export const HeadingAt = ({ level, ...rest }: HTMLAttributes<HTMLHeadingElement> & { level: number }) =>
  createElement(`h${Math.min(6, Math.max(1, level))}`, rest)

/**
 * The level each block's heading is drawn at (any number for blocks that are none), under a heading of level `under`:
 * people's first heading comes one below, and no level is skipped on the way down.
 */
export function outlineOf(text: RichText, under: number): number[] {
  let depth = 0
  return text.map((block) => {
    if (block.type === 'heading') depth = Math.min(block.level, depth + 1)
    return Math.min(6, under + depth)
  })
}
