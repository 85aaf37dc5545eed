import { useText } from '../../text/use-text.ts'

/** What is being said, as somebody types it: the last three lines, the newest at the end. */
export function Captions({ words }: { readonly words: string }) {
  const t = useText()
  if (words === '') return null
  return (
    <section className="wall-captions" aria-label={t('workshop-wall.captions')}>
      <p>{words}</p>
    </section>
  )
}
