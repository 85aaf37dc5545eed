import { type RichText, readRichText } from '@withy/shared/plan'
import type * as Y from 'yjs'

/** Whether words look otherwise than a simple box shows them: lists, headings, bold, links. */
export const looksIn = (fragment: Y.XmlFragment): boolean => isMoreThanWords(readRichText(fragment))

const isMoreThanWords = (text: RichText): boolean =>
  text.some((block) => block.type !== 'paragraph' || block.runs.some((run) => run.bold || run.italic || run.link))
