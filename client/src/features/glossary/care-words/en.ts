import { asWritten, type CareWordList, type WrittenCareWords, wordsIn } from './care-word.ts'

const files = import.meta.glob<WrittenCareWords>('./en/*.json', { eager: true, import: 'default' })

export const list: CareWordList = { words: wordsIn(Object.values(files)), formsOf: asWritten }
