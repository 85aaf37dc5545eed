import { useText } from '../../text/use-text.ts'
import type { Wished } from './wishes.tsx'

/** A form a copy begins with, until something else is chosen; `listens`: it is listened to, or read as braille. */
export type AskedForm = { readonly size: Exclude<Wished['size'], 'largest'>; readonly listens: boolean }
export const NO_FORM: AskedForm = { size: 'normal', listens: false }

/** Why a copy begins in a form nobody chose here (SPEC A11Y-195). */
export function CardSays({ asked: { size, listens } }: { readonly asked: AskedForm }) {
  const t = useText()
  return (
    <>
      {size === 'normal' ? null : <p>{t(`take-away.card-${size}`)}</p>}
      {listens ? <p>{t('take-away.card-listens')}</p> : null}
    </>
  )
}
