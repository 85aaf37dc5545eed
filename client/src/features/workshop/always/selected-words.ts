import { LIMIT } from '@withy/shared/api'

/** The words somebody has marked in what is shown, as a word to ask about; '' where they have marked none, or a whole page. */
export function selectedWords(): string {
  const selection = getSelection()
  const within = selection?.anchorNode?.parentElement
  // A field keeps its own words: they are being written, and are nobody else's yet.
  if (!selection || within?.closest('.workshop') == null || within.closest('input, textarea, [contenteditable]'))
    return ''
  const words = selection.toString().replace(/\s+/gu, ' ').trim()
  return words.length <= LIMIT.title ? words : ''
}
