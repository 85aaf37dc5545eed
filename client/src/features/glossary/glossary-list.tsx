import type { GlossaryWord } from '@withy/shared/api'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { changeWords, useFollowedWords, useKnownWords } from './known-words.ts'
import { WordForm } from './word-form.tsx'
import './glossary.css'

/** The words the plan explains, by the alphabet; whoever writes changes them, takes them out and puts them back (SPEC WORK-122). */
export function GlossaryList() {
  const t = useText()
  const lang = useLanguage()
  const announce = useAnnounce()
  const { id: plan, live, may } = useDesk()
  const isLost = useLinkStage(live) === 'lost'
  const words = useKnownWords(plan)
  useFollowedWords(plan, live)
  const [open, setOpen] = useState<string | 'new' | null>(null)
  const [latest, setLatest] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const list = useRef<HTMLElement>(null)
  const closed = useRef<string | null>(null)
  const close = (word: string) => {
    closed.current = word
    setOpen(null)
  }
  useEffect(() => {
    if (open !== null || closed.current === null) return
    // The form is gone: what opened it is next.
    list.current?.querySelector<HTMLElement>(`[data-opens="${closed.current}"]`)?.focus()
    closed.current = null
  }, [open])
  if (words.length === 0) return null

  const mayWrite = may('write')
  const there = words.filter(({ isOut }) => !isOut).toSorted((a, b) => a.word.localeCompare(b.word, lang))
  const out = words.filter(({ isOut }) => isOut)
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
    <section ref={list} className="glossary stack" aria-labelledby="glossary">
      <h2 id="glossary">{t('glossary.title')}</h2>
      <p className="quiet">{t('glossary.about')}</p>
      {mayWrite && <p role="status">{isLost && t('glossary.not-connected')}</p>}
      <ul className="list stack">
        {there.map((word) => (
          <li key={word.id} className="card">
            {open === word.id ? (
              <WordForm plan={plan} word={word} onDone={() => close(word.id)} />
            ) : (
              <>
                <p className="glossary-word" dir="auto">
                  {word.word}
                </p>
                <p className="glossary-meaning" dir="auto">
                  {word.meaning}
                </p>
                {mayWrite && (
                  <div className="row glossary-do" data-not-printed="">
                    <Button
                      look="quiet"
                      data-opens={word.id}
                      aria-label={`${t('plan.change')}: ${word.word}`}
                      onClick={() => setOpen(word.id)}
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
      <div role="alert">{trouble}</div>
      {mayWrite && (
        <div className="stack" data-not-printed="">
          {out.map((word) => (
            <div key={word.id} className="taken-out notice">
              <p>{t('glossary.taken-out', { word: word.word })}</p>
              <Button
                aria-label={`${t('plan.put-back')}: ${word.word}`}
                // What was in focus is gone with the word: the way to get it back is next.
                ref={word.id === latest ? (button) => button?.focus() : undefined}
                onClick={() => void send('put-back', word)}
              >
                {t('plan.put-back')}
              </Button>
            </div>
          ))}
          {open === 'new' ? (
            <WordForm plan={plan} word={null} onDone={() => close('new')} />
          ) : (
            <div className="row">
              <Button data-opens="new" onClick={() => setOpen('new')}>
                {t('glossary.add')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}
