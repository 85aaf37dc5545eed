import { useState } from 'react'
import { createTabShelf } from '../../live/tab-shelf.ts'
import { useRoom } from './use-workshop.ts'

/** Words that were begun and not sent, by what they are for: they outlive the dialog that somebody closes on them. */
const shelf = createTabShelf('begun', (said) => typeof said === 'string')

/** Words of a field until they are sent. `key`: what they are for; `first`: what stands there where nothing was begun. */
export function useDraft(key: string, first = ''): readonly [string, (words: string) => void, () => void] {
  const { id } = useRoom().now
  const [words, setWords] = useState(() => shelf.all(id)[key] ?? first)
  const write = (next: string) => {
    shelf.put(id, key, next)
    setWords(next)
  }
  const done = () => shelf.put(id, key, null)
  return [words, write, done]
}
