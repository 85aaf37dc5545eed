import { useState } from 'react'

/** Words that were begun and not sent, by what they are for: they outlive the dialog that somebody closes on them. */
const drafts = new Map<string, string>()

/** Words of a field until they are sent. `key`: what they are for; `first`: what stands there where nothing was begun. */
export function useDraft(key: string, first = ''): readonly [string, (words: string) => void, () => void] {
  const [words, setWords] = useState(() => drafts.get(key) ?? first)
  const write = (next: string) => {
    drafts.set(key, next)
    setWords(next)
  }
  const done = () => {
    drafts.delete(key)
  }
  return [words, write, done]
}
