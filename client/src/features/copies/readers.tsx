import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { NamedReader } from './named-readers.ts'

type ReadersProps = { readonly readers: readonly NamedReader[]; readonly onMake: (reader: NamedReader) => void }

/** Whom the plan itself names to have a copy: who has none yet, and a way to make theirs. */
export function Readers({ readers, onMake }: ReadersProps) {
  const t = useText()
  return (
    <section className="stack copies-part" aria-labelledby="copies-readers">
      <h2 id="copies-readers">{t('copies.readers')}</h2>
      <p>{t('copies.readers-about')}</p>
      <ul className="list copies-people">
        {readers.map((reader) => (
          <li key={reader.id} className="card stack">
            <h3>
              <bdi>{reader.name}</bdi>
            </h3>
            <WhatTheySee reader={reader} />
            {reader.hasCopy ? <p className="copies-has">{`✓ ${t('copies.has')}`}</p> : null}
            {reader.isHere ? (
              <p className="quiet">{t('copies.readers-here')}</p>
            ) : (
              <div className="row">
                <Button onClick={() => onMake(reader)}>{t('copies.readers-make', { name: reader.name })}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How much of the plan somebody is to see, with people's own words for it. */
export function WhatTheySee({ reader: { sees, which } }: { readonly reader: NamedReader }) {
  const t = useText()
  return (
    <>
      {sees === null ? null : <p className="quiet">{t(`copies.readers-${sees}`)}</p>}
      {which === '' ? null : (
        <blockquote className="copies-said" dir="auto">
          {which}
        </blockquote>
      )}
    </>
  )
}
