/** Words of the page itself; what stands beside them does not move with them. */
const WORDS = 'main :is(h1, h2, h3, h4, p, li):not(nav *, aside *, dialog *)'

/** Where the page begins, below a bar that stays (CSS px of the window). */
const top = (): number => Math.max(0, document.querySelector('header')?.getBoundingClientRect().bottom ?? 0)

/** Makes a change to the look of everything, and keeps the first words in view where they are (SPEC A11Y-10). */
export function inPlace(change: () => void): void {
  const words = [...document.querySelectorAll(WORDS)].find(
    // What is folded away says where it would be.
    (each) => each.getBoundingClientRect().bottom > top() && each.checkVisibility?.() !== false,
  )
  if (!words || window.scrollY === 0) {
    change()
    return
  }
  const { top: before, height } = words.getBoundingClientRect()
  const share = (before - top()) / (height || 1)
  const keep = () => {
    const now = words.getBoundingClientRect()
    window.scrollBy(0, now.top - top() - share * now.height)
  }
  change()
  keep()
  // Other letters may still be on their way.
  document.fonts?.ready.then(keep)
}
