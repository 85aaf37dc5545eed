import { type Block, isVisible, type RichText } from '@withy/shared/plan'

// What turns the direction of text around it: a document of several people's words must not be reordered by one of them.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g
const NEVER_CHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g

/**
 * Text as it can stand in a file that other programs open: every visible character stays. Each kind of line end becomes
 * `\n`, a tab a space, half characters U+FFFD; control characters, byte order marks and direction overrides go (SPEC EXPORT-6).
 */
export const visibleText = (text: string): string =>
  text
    .replace(LINE_ENDS, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, '')
    .replace(DIRECTION, '')
    .replace(NEVER_CHARACTERS, '\ufffd')

/** A title as one line; '' where there is nothing to see. */
export const seen = (title: string): string => (isVisible(title) ? visibleText(title).replaceAll('\n', ' ').trim() : '')

/** Rich text as it can stand in such a file. Blocks with nothing to see go: PDF/UA refuses an empty heading, and readers stumble over one. */
export const visibleRichText = (text: RichText): RichText => text.flatMap(visibleBlock)

function visibleBlock(block: Block): Block[] {
  if ('items' in block) {
    const items = block.items.map(visibleRichText).filter((item) => item.length > 0)
    return items.length > 0 ? [{ ...block, items }] : []
  }
  const runs = block.runs.map((run) => ({ ...run, text: visibleText(run.text) }))
  return isVisible(runs.map((run) => run.text).join('')) ? [{ ...block, runs }] : []
}
