import type { GlossaryWord } from '@withy/shared/api'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { takeLostFocus } from '../../ui/late-focus.ts'
import { changeWords, useFollowedWords, useKnownWords } from './known-words.ts'
import { WordForm } from './word-form.tsx'
import './glossary.css'
import { Theirs } from '../../ui/theirs.tsx'

/** The words the plan explains, by the alphabet; whoever writes changes them, takes them out and puts them back (SPEC WORK-122). */
export function GlossaryList() {
  const t = useText()
  const lang = useLanguage()
  const announce = useAnnounce()
  const { id: plan, live, may } = useDesk()
  const isLost = useLinkStage(live) === 'lost'
  const words = useKnownWords(plan)
  useFollowedWords(plan, live)
  /** Forms that are open, by word: another one is no reason for any to go. */
  const [open, setOpen] = useState<ReadonlySet<string | 'new'>>(new Set())
  const [latest, setLatest] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const list = useRef<HTMLElement>(null)
  const closed = useRef<string | null>(null)
  const openForm = (word: string) => setOpen((before) => new Set([...before, word]))
  const close = (word: string) => {
    closed.current = word
    setOpen((before) => new Set([...before].filter((each) => each !== word)))
  }
  useEffect(() => {
    const word = closed.current
    if (word === null || open.has(word)) return
    // The form is gone: what opened it is next, and where that went too, as somebody has taken the word out, the way to put it back.
    takeLostFocus(
      list.current?.querySelector<HTMLElement>(`[data-opens="${word}"], [data-puts-back="${word}"]`) ?? null,
    )
    closed.current = null
  }, [open])
  if (words === null) return null

  const mayWrite = may('write')
  // A word somebody has taken out while it is being changed here keeps its form, and what was typed in it.
  const isThere = ({ id, isOut }: GlossaryWord) => !isOut || open.has(id)
  const there = words.filter(isThere).toSorted((a, b) => a.word.localeCompare(b.word, lang))
  const out = words.filter((word) => !isThere(word))
  const send = async (what: 'take-out' | 'put-back', { id }: GlossaryWord) => {
    try {
      await changeWords(plan, { do: what, id })
      setTrouble(null)
      setLatest(what === 'take-out' ? id : null)
      if (what === 'put-back') announce({ kind: 'done', sentence: t('plan.put-back-done') })
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
  }
  if (there.length === 0 && !mayWrite) return null
  return (
    <section
      ref={list}
      className="glossary stack"
      aria-labelledby="glossary"
      data-not-printed={there.length === 0 ? '' : undefined}
    >
      <h2 id="glossary">{t('glossary.title')}</h2>
      <p className="quiet">{t(there.length > 0 ? 'glossary.about' : 'glossary.about-none')}</p>
      {mayWrite && <p role="status">{isLost && t('glossary.not-connected')}</p>}
      {there.length > 0 && (
        <ul className="list stack">
          {there.map((word) => (
            <li key={word.id} className="card">
              {open.has(word.id) ? (
                <WordForm plan={plan} word={word} onDone={() => close(word.id)} />
              ) : (
                <>
                  <Theirs as="p" className="glossary-word">
                    {word.word}
                  </Theirs>
                  <Theirs as="p" className="glossary-meaning">
                    {word.meaning}
                  </Theirs>
                  {mayWrite && (
                    <div className="row glossary-do" data-not-printed="">
                      <Button
                        look="quiet"
                        data-opens={word.id}
                        aria-label={`${t('plan.change')}: ${word.word}`}
                        onClick={() => openForm(word.id)}
                      >
                        {t('plan.change')}
                      </Button>
                      <Button
                        look="quiet"
                        aria-label={`${t('plan.take-out')}: ${word.word}`}
                        onClick={() => void send('take-out', word)}
                      >
                        {t('plan.take-out')}
                      </Button>
                    </div>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <div role="alert">{trouble}</div>
      {mayWrite && (
        <div className="stack" data-not-printed="">
          {out.map((word) => (
            <div key={word.id} className="taken-out notice">
              <p>{t('glossary.taken-out', { word: word.word })}</p>
              <Button
                data-puts-back={word.id}
                aria-label={`${t('plan.put-back')}: ${word.word}`}
                // What was in focus is gone with the word: the way to get it back is next.
                ref={word.id === latest ? takeLostFocus : undefined}
                onClick={() => void send('put-back', word)}
              >
                {t('plan.put-back')}
              </Button>
            </div>
          ))}
          {open.has('new') ? (
            <WordForm plan={plan} word={null} onDone={() => close('new')} />
          ) : (
            <div className="row">
              <Button data-opens="new" onClick={() => openForm('new')}>
                {t(there.length > 0 ? 'glossary.add' : 'glossary.add-first')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}
