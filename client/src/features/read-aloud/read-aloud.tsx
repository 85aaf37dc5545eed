import { createRoot, type Root } from 'react-dom/client'
import { openTexts } from '../../text/language.ts'
import { focusFromHere, takeLostFocus } from '../../ui/late-focus.ts'
import { ReaderBar } from './reader-bar.tsx'
import { voicesHere, voicesToCome } from './voices.ts'

let shown: { readonly root: Root; readonly place: HTMLElement } | null = null

/** Reads a section of the page aloud, in a bar of its own below the page. Another press elsewhere begins there (SPEC A11Y-86). */
export async function readAloud(section: string): Promise<void> {
  const opener = document.activeElement
  const goOn = focusFromHere()
  await openTexts('reading')
  close()
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  shown = { root, place }
  const done = () => {
    close()
    if (opener instanceof HTMLElement) takeLostFocus(opener)
  }
  const draw = (voices: ReturnType<typeof voicesHere>) =>
    root.render(
      <ReaderBar
        key={section}
        section={section}
        voices={voices}
        onDrawn={() => goOn(place.querySelector<HTMLElement>('[data-first]'))}
        onClose={done}
        onSection={(next) => void readAloud(next)}
      />,
    )
  const here = voicesHere()
  draw(here)
  if (here) return
  // Whoever pressed sees meanwhile that they were heard.
  const came = await voicesToCome()
  if (shown?.root === root) draw(came)
}

function close(): void {
  shown?.root.unmount()
  shown?.place.remove()
  shown = null
}
