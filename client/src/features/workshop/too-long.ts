import { type RefObject, useEffect, useRef } from 'react'
import { useText } from '../../text/use-text.ts'

/** @returns by how many letters words are too long, in a sentence; undefined: they fit */
export const tooLong = (t: ReturnType<typeof useText>, words: string, max: number): string | undefined => {
  const over = words.trim().length - max
  return over > 0 ? t('workshop-kept.too-long', { count: over }) : undefined
}

/**
 * What a field says of words that are too long for it. It takes them all, and as its `error` is the browser's own too, its form
 * is not sent: nothing is cut (SPEC WORK-195).
 */
export function useTooLong<Field extends HTMLInputElement | HTMLTextAreaElement>(
  words: string,
  max: number,
): { readonly field: RefObject<Field | null>; readonly error: string | undefined } {
  const t = useText()
  const field = useRef<Field>(null)
  const error = tooLong(t, words, max)
  useEffect(() => field.current?.setCustomValidity(error ?? ''), [error])
  return { field, error }
}
