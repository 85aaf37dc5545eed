import { mutated } from '@withy/shared/plan'
import { asWritten, type CareWordList, isInitials, type WrittenCareWords, wordsIn } from './care-word.ts'

const files = import.meta.glob<WrittenCareWords>('./cy/*.json', { eager: true, import: 'default' })

export const list: CareWordList = {
  words: wordsIn(Object.values(files)),
  formsOf: (word) => asWritten(word).flatMap((form) => (isInitials(form) ? [form] : [form, ...mutated(form)])),
}
