/** The first section in view, and where its top was in the window (CSS px). */
let place: { readonly id: string; readonly top: number } | null = null

/** Remembers what somebody is reading while the page is about to be drawn anew. Nothing at the very top. */
export function rememberPlace(): void {
  const inView = [...document.querySelectorAll('[data-section]')].find(
    (section) => section.getBoundingClientRect().bottom > 0,
  )
  place = inView && window.scrollY > 0 ? { id: inView.id, top: inView.getBoundingClientRect().top } : null
}

/** Scrolls so that what was being read is where it was. */
export function keepPlace(): void {
  const section = place && document.getElementById(place.id)
  if (section && place) window.scrollBy(0, section.getBoundingClientRect().top - place.top)
}

/** The page has been drawn anew. */
export function forgetPlace(): void {
  place = null
}
