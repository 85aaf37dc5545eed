// Puts the look this device chose on <html>, so that a dark page never flashes white.
// What is in the entry is made and read by src/features/reading/settings.ts; here it is only copied.
try {
  const look = JSON.parse(localStorage.getItem('withy.look') || '{}')
  for (const name in look) document.documentElement.setAttribute(name, look[name])
} catch {
  // Storage is blocked on this device: the page opens in the usual look.
}

// A network that changes drops what is on its way: a style sheet that was lost is asked for again (SPEC SYNC-141).
const sheetAgainAfter = [300, 1_000, 2_500]
window.addEventListener(
  'error',
  ({ target: sheet }) => {
    if (sheet.rel !== 'stylesheet') return
    const times = Number(sheet.dataset.again ?? 0)
    if (times >= sheetAgainAfter.length) return
    const next = sheet.cloneNode()
    next.dataset.again = String(times + 1)
    setTimeout(() => sheet.replaceWith(next), sheetAgainAfter[times])
  },
  true,
)
