import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** What begins to write in a section. What is open already stays open. */
const BEGINS = '.text-box:not(:has(.rich-editor-open)), .box-do > .button, .item-change'

type Asked = { readonly names: string; readonly press: HTMLElement; readonly keys: readonly string[] }

/**
 * Asks once before somebody writes in a section that another keeps to themselves for now. Never the person the plan is about:
 * they see the note and nothing stands in their way (SPEC SYNC-159).
 */
export function WriteAnyway() {
  const t = useText()
  const { live, me, names, may } = useDesk()
  const [asked, setAsked] = useState<Asked | null>(null)
  const anyway = useRef(new Set<string>())
  const mayBeAsked = may('write') && !me.seat

  // Who keeps it anew is a new thing to be asked about.
  useEffect(
    () =>
      live.onHere((here) => {
        const kept = new Set(here.flatMap(({ alone, person }) => (alone && person ? [keyOf(alone, person)] : [])))
        for (const key of anyway.current) if (!kept.has(key)) anyway.current.delete(key)
      }),
    [live],
  )

  useEffect(() => {
    if (!mayBeAsked) return
    const press = (event: MouseEvent) => {
      const begins = beginsToWrite(event)
      const section = begins?.closest('[data-section]')?.id
      if (!begins || section === undefined) return
      const keepers = live.here().flatMap((page) => (page.alone === section ? page.person : []))
      const known = names.filter(
        ({ id }) => id !== me.id && keepers.includes(id) && !anyway.current.has(keyOf(section, id)),
      )
      if (known.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      setAsked({
        names: known.map(({ name }) => name).join(', '),
        // A text box that was tapped opens by its own button: where it was tapped, nobody knows afterwards.
        press: begins.matches('.text-box')
          ? (begins.querySelector<HTMLElement>('.box-do > .button') ?? begins)
          : begins,
        keys: known.map(({ id }) => keyOf(section, id)),
      })
    }
    document.addEventListener('click', press, { capture: true })
    return () => document.removeEventListener('click', press, { capture: true })
  }, [mayBeAsked, live, me.id, names])

  if (!asked) return null
  return (
    <Dialog
      title={t('live.alone-here', { name: asked.names })}
      close={t('together.leave-it')}
      onClose={() => setAsked(null)}
    >
      <p>{t('together.ask-first')}</p>
      <div className="row">
        <Button
          look="main"
          onClick={() => {
            for (const key of asked.keys) anyway.current.add(key)
            // At once, or a phone would not open its keyboard: it does so only while a tap is handled.
            flushSync(() => setAsked(null))
            asked.press.click()
          }}
        >
          {t('together.write-anyway')}
        </Button>
      </div>
    </Dialog>
  )
}

/** What is pressed, where that begins to write; null: a link, a word that is explained, or letters being marked. */
function beginsToWrite({ target }: MouseEvent): HTMLElement | null {
  if (!(target instanceof Element)) return null
  const begins = target.closest<HTMLElement>(BEGINS)
  if (!begins?.matches('.text-box')) return begins
  const other = target.closest('a, button')
  if (other?.matches('.box-do > *')) return begins
  return other || !(getSelection()?.isCollapsed ?? true) ? null : begins
}

const keyOf = (section: string, person: string): string => `${section} ${person}`
