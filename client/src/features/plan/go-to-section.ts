/** Told on the document before somebody goes to a section, so that a folded part opens. `detail`: the section's id. */
export const OPEN_SECTION = 'withy:open-section'

/** Brings a section into view, opening the part it is in, and puts the focus on its heading. false: there is none. */
export function goToSection(id: string, focus = true): boolean {
  document.dispatchEvent(new CustomEvent(OPEN_SECTION, { detail: id }))
  const section = document.getElementById(id)
  if (!section?.matches('[data-section]')) return false
  section.scrollIntoView({ block: 'start' })
  if (focus) section.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true })
  return true
}
