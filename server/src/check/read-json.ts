import { LIMIT } from '@withy/shared/api'
import { stableJson } from '@withy/shared/plan'
import { CannotRead, type FileWords } from './file-words.ts'

/** What a JSON file says, its keys in order and every space between them gone: how it is laid out is nothing people read. */
export function readJson(bytes: Uint8Array): FileWords {
  const text = new TextDecoder().decode(bytes)
  // A plan's own file, with its photos, is longer than any words are.
  if (text.length > LIMIT.planFile) throw new CannotRead('too-much')
  try {
    return { form: 'json', words: stableJson(JSON.parse(text)).normalize('NFC'), look: '' }
  } catch {
    // Its own message quotes the file. What is nested deep on purpose ends here too.
    throw new CannotRead('damaged')
  }
}
