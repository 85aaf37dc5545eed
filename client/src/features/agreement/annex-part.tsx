import { ANNEX_WORDS, annexAsOf, annexRead, type TalkAnnex } from '@withy/shared/api'
import { useState } from 'react'
import { fetchAnnex } from '../../api/agreement.ts'
import { useLanguage, useText, useWords } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { DoIt } from './do-it.tsx'

/** What was said about the plan, where it is kept beside a sealed version: fetched when somebody wants to read it. */
export function AnnexPart({ plan, number }: { readonly plan: string; readonly number: number }) {
  const t = useText()
  const say = useWords()
  const [annex, setAnnex] = useState<TalkAnnex | null>(null)
  return (
    <section className="stack agree-annex-part" aria-labelledby="agree-annex" data-not-printed="">
      <h2 id="agree-annex">{say(ANNEX_WORDS.title)}</h2>
      <p>{t('agreement-talk.kept')}</p>
      <div className="row">
        <DoIt
          look="plain"
          expanded={annex !== null}
          onDo={async () => setAnnex(annex ? null : (await fetchAnnex(plan, number)).annex)}
        >
          {t(annex ? 'agreement-talk.hide' : 'agreement-talk.show')}
        </DoIt>
      </div>
      {annex && <AnnexWords annex={annex} />}
    </section>
  )
}

function AnnexWords({ annex }: { readonly annex: TalkAnnex }) {
  const lang = useLanguage()
  const say = useWords()
  const parts = annexRead(annex, lang)
  return (
    <>
      <p>{annexAsOf(annex, lang)}</p>
      {parts.length === 0 ? <p>{say(ANNEX_WORDS.nothing)}</p> : null}
      {parts.map(({ title, sections }) => (
        <section key={title} className="stack">
          <h3>{title}</h3>
          {sections.map(({ title, cards }) => (
            <section key={title} className="stack">
              <h4 dir="auto">{title}</h4>
              <ul className="list agree-annex-cards">
                {cards.map(({ name, facts }, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an annex never changes
                  <li key={n} className="card">
                    <p dir="auto">
                      <strong>{name}</strong>
                    </p>
                    <dl className="agree-annex">
                      {facts.map(({ label, words, isTheirs }, n) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: as above
                        <div key={n}>
                          <dt dir="auto">{label}</dt>
                          <Theirs as="dd" ours={!isTheirs}>
                            {words}
                          </Theirs>
                        </div>
                      ))}
                    </dl>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </>
  )
}
